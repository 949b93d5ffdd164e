import { expect, test } from 'vitest';
import { mergePair } from '../../source/merge/merge-pair.ts';
import type { DonePair } from '../../source/merge/undo-pair.ts';
import { fieldValue } from '../../source/model/profile-field.ts';
import { withImage } from '../../source/model/with-image.ts';
import { fc } from '../helpers/fast-check.ts';
import { STANDARD } from './given.ts';
import { carriedTypes, choices, peopleToMerge, valuesOf } from './given-merge.ts';
import { carry, chains, ledgerOf, personIn, takeBack, type World } from './given-world.ts';

const RUNS = { numRuns: 150 };
/** Whatever the run did something to, as the plan of its undo has it. */
const typesOf = (carried: ReadonlySet<string>, done: readonly DonePair[]) =>
  new Set([...carried, ...done.flatMap(({ after }) => Object.keys(after.target.records))]);
const worldValues = (world: World) => [...world.values()].map(valuesOf);

test('whatever is chosen, every record of both people is accounted for exactly once', () => {
  fc.assert(
    fc.property(peopleToMerge, choices, carriedTypes, (world, chosen, carried) => {
      const [source, target] = [personIn(world, 1), personIn(world, 2)];
      const merged = mergePair({ source, target, catalogue: STANDARD, operation: 'merge', carried, choices: chosen });
      const listed = new Map(merged.notMoved.map(({ type, count }) => [type, count]));
      for (const id of new Set([...Object.keys(source.records), ...Object.keys(target.records)])) {
        const [ofSource, ofTarget] = [source.records[id] ?? [], target.records[id] ?? []];
        const change = merged.changes[id];
        if (change === undefined) {
          expect(listed.get(id) ?? 0, id).toBe(ofSource.length);
          expect(merged.after.target.records[id] ?? ofTarget, id).toBe(ofTarget);
          continue;
        }
        const { combined, deduplicated, summed, skipped, replaced, kept, derived } = change;
        // What stays by its rule is listed besides, with the reason; never more of it than stays.
        if (listed.has(id)) expect(listed.get(id), id).toBe(skipped);
        expect(combined + deduplicated + summed + skipped, id).toBe(ofSource.length);
        const after = merged.after.target.records[id] ?? ofTarget;
        expect(combined + kept + derived, id).toBe(after.length);
        const known = new Set(ofTarget.map((record) => record.id));
        const made = after.filter((record) => !known.has(record.id)).length - combined;
        expect(replaced + kept + derived - made, id).toBe(ofTarget.length);
        if (change.carry === 'copy') expect(merged.after.source.records[id] ?? ofSource, id).toEqual(ofSource);
      }
    }),
    { numRuns: 400 },
  );
});

test('every field that either has stands in one line with one mark, and the target has what the mark says', () => {
  fc.assert(
    fc.property(peopleToMerge, choices, carriedTypes, (world, chosen, carried) => {
      const [source, target] = [personIn(world, 1), personIn(world, 2)];
      const { fields, after } = mergePair({
        ...{ source, target, catalogue: STANDARD, operation: 'merge', carried },
        choices: chosen,
      });
      expect(new Set(fields.map(({ field }) => field)).size).toBe(fields.length);
      const kept = withImage(target, after.target);
      for (const { field, taken, ...values } of fields) {
        const held = fieldValue(kept, field) ?? null;
        if (taken === 'both') {
          const both = [values.target ?? [], values.source ?? []].flat().filter((value) => value !== '');
          expect(new Set([held].flat()), field).toEqual(new Set(both));
        } else expect(held, field).toEqual(values[taken]);
      }
      const named = new Set(fields.map(({ field }) => field));
      for (const [field, value] of Object.entries(kept.profile)) {
        if (!named.has(field)) expect(value, field).toBe(target.profile[field]);
      }
      const { login, email, active, access, id } = target;
      expect(kept).toMatchObject({ login, email, active, access, id });
      expect(withImage(source, after.source)).toEqual({ ...source, mergedInto: 2, records: expect.any(Object) });
    }),
    RUNS,
  );
});

test('a merge taken back leaves everybody as they were, and taken back again as the merge had left them', () => {
  fc.assert(
    fc.property(peopleToMerge, chains, choices, carriedTypes, (before, pairs, chosen, carried) => {
      const run = carry(before, pairs, { operation: 'merge', carried, choices: chosen });
      const types = typesOf(carried, run.done);
      const undo = takeBack(run.world, run.done, { types });
      expect(worldValues(undo.world)).toEqual(worldValues(before));
      expect(undo.undone.some(({ partly }) => partly)).toBe(false);
      const redo = takeBack(undo.world, undo.done, { types });
      expect(ledgerOf(redo.world)).toEqual(ledgerOf(run.world));
      expect(worldValues(redo.world).map(({ records: _, ...person }) => person)).toEqual(
        worldValues(run.world).map(({ records: _, ...person }) => person),
      );
      expect(worldValues(takeBack(redo.world, redo.done, { types }).world)).toEqual(worldValues(before));
    }),
    RUNS,
  );
});

test('taken back in two parts, whatever the parts, leaves everybody as they were', () => {
  fc.assert(
    fc.property(peopleToMerge, chains, choices, carriedTypes, carriedTypes, (before, pairs, chosen, carried, part) => {
      const run = carry(before, pairs, { operation: 'merge', carried, choices: chosen });
      const some = takeBack(run.world, run.done, { types: part });
      const rest = takeBack(some.world, run.done, { types: typesOf(carried, run.done) });
      expect(worldValues(rest.world)).toEqual(worldValues(before));
    }),
    RUNS,
  );
});

test('the mark stays on a source as long as anything that the merge brought stands', () => {
  fc.assert(
    fc.property(peopleToMerge, choices, carriedTypes, carriedTypes, (before, chosen, carried, part) => {
      const run = carry(before, [[1, 2]], { operation: 'merge', carried, choices: chosen });
      const { world, undone } = takeBack(run.world, run.done, { types: part });
      const isBack = undone.every(({ partly }) => !partly);
      expect(personIn(world, 1).mergedInto).toBe(isBack ? null : 2);
    }),
    RUNS,
  );
});
