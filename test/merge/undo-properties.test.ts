import { expect, test } from 'vitest';
import { OPERATIONS } from '../../source/model/catalogue.ts';
import type { DataRecord } from '../../source/model/record.ts';
import { chooseUndoTypes, listUndoSwitches } from '../../source/transfer/choose-undo-types.ts';
import { fc } from '../helpers/fast-check.ts';
import { STANDARD } from './given.ts';
import { ALL_TYPES, carry, chains, ledgerOf, personIn, takeBack, textOf, type World, worlds } from './given-world.ts';

const operations = fc.constantFrom(...OPERATIONS);
const RUNS = { numRuns: 150 };

/** Gives a field of some records another value, as somebody at work would; `picks` says which. */
function edited(world: World, picks: readonly number[]): { world: World; keys: Set<string> } {
  const all = [...ledgerOf(world)].filter(([key]) => !isCounted(key.split(' ')[0] ?? ''));
  const keys = new Set(picks.flatMap((pick) => all[pick % Math.max(all.length, 1)]?.[0] ?? []));
  const people = [...world].map(([id, person]): [number, typeof person] => {
    const records = Object.entries(person.records).map(([type, held]): [string, DataRecord[]] => [
      type,
      held.map((record) => (keys.has(`${type} ${record.id}`) ? { ...record, note: 'edited' } : record)),
    ]);
    return [id, { ...person, records: Object.fromEntries(records) }];
  });
  return { world: new Map(people), keys };
}

/** A number that is worked out is no content of its own. */
const isCounted = (type: string) => STANDARD.types.some(({ id, derive }) => id === type && derive?.method === 'count');

test('a run taken back leaves everybody as they were, to the byte', () => {
  fc.assert(
    fc.property(worlds, chains, operations, fc.subarray([...ALL_TYPES]), (before, pairs, operation, types) => {
      const run = carry(before, pairs, { operation, carried: new Set(types) });
      const undo = takeBack(run.world, run.done);
      expect(textOf(undo.world)).toBe(textOf(before));
      expect(undo.undone.some(({ partly }) => partly)).toBe(false);
    }),
    RUNS,
  );
});

test('the undo taken back leaves everybody as the run had left them', () => {
  fc.assert(
    fc.property(worlds, chains, operations, (before, pairs, operation) => {
      const run = carry(before, pairs, { operation });
      const undo = takeBack(run.world, run.done);
      const redo = takeBack(undo.world, undo.done);
      expect(ledgerOf(redo.world)).toEqual(ledgerOf(run.world));
      expect(textOf(takeBack(redo.world, redo.done).world)).toBe(textOf(before));
    }),
    RUNS,
  );
});

test('what was edited since is left as it is and where it is, and is counted; what stands for itself goes back', () => {
  fc.assert(
    fc.property(worlds, chains, operations, fc.array(fc.nat(), { maxLength: 4 }), (before, pairs, operation, picks) => {
      const run = carry(before, pairs, { operation });
      const { world: now, keys } = edited(run.world, picks);
      const undo = takeBack(now, run.done);
      const [left, after, first] = [ledgerOf(now), ledgerOf(undo.world), ledgerOf(before)];
      const touched = new Set([...left, ...first].map(([key]) => key).filter((key) => differs(left, first, key)));
      for (const key of keys) expect(after.get(key), key).toEqual(left.get(key));
      const listed = undo.undone
        .flatMap(({ undo: types }) => Object.values(types))
        .reduce((sum, { changed }) => sum + changed, 0);
      const own = [...keys].filter((key) => differs(ledgerOf(run.world), first, key));
      expect(listed).toBeGreaterThanOrEqual(own.length);
      expect(undo.undone.some(({ partly }) => partly)).toBe(listed > 0);
      // Neither lost nor made: every record is as it was before, or as it is now.
      for (const key of touched) {
        if (isCounted(key.split(' ')[0] ?? '')) continue;
        expect([left.get(key), first.get(key)], key).toContainEqual(after.get(key));
      }
    }),
    RUNS,
  );
});

function differs(one: ReturnType<typeof ledgerOf>, other: ReturnType<typeof ledgerOf>, key: string): boolean {
  return JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key));
}

test('taken back all the same, nothing that was edited stays so but what went elsewhere', () => {
  fc.assert(
    fc.property(worlds, chains, operations, fc.array(fc.nat(), { maxLength: 4 }), (before, pairs, operation, picks) => {
      const run = carry(before, pairs, { operation });
      const { world: now, keys } = edited(run.world, picks);
      const undo = takeBack(now, run.done, { overwriteChanged: true });
      const untouched = new Set([...keys].filter((key) => !differs(ledgerOf(run.world), ledgerOf(before), key)));
      const wanted = ledgerOf(before);
      for (const [key, { record }] of ledgerOf(undo.world)) {
        if (untouched.has(key)) expect(record.note).toBe('edited');
        else expect(record, key).toEqual(wanted.get(key)?.record);
      }
      expect(undo.undone.some(({ partly }) => partly)).toBe(false);
    }),
    RUNS,
  );
});

test('another run in between: no record stands twice, none is lost, and none comes back from a third person', () => {
  fc.assert(
    fc.property(
      worlds,
      chains,
      chains,
      operations,
      fc.boolean(),
      (before, pairs, later, operation, overwriteChanged) => {
        const run = carry(before, pairs, { operation });
        const next = carry(run.world, later, { operation });
        const undo = takeBack(next.world, run.done, { overwriteChanged });
        const [left, after, first] = [ledgerOf(next.world), ledgerOf(undo.world), ledgerOf(before)];
        for (const [key, { owner }] of left) {
          const end = after.get(key);
          // What is no more had been made by the run, or has come since and given way on purpose.
          if (end === undefined) expect(!first.has(key) || overwriteChanged, key).toBe(true);
          else if (end.owner !== owner) expect(end.owner, key).toBe(first.get(key)?.owner);
        }
        // Undone in order, the later run first, all is as it was whatever was tried out of order.
        const inOrder = takeBack(takeBack(next.world, next.done).world, run.done);
        expect(textOf(inOrder.world)).toBe(textOf(before));
      },
    ),
    RUNS,
  );
});

test('one pair of a chain taken back alone leaves the others theirs; the rest follows, and all is as before', () => {
  fc.assert(
    fc.property(worlds, chains, operations, fc.nat(), (before, pairs, operation, pick) => {
      const run = carry(before, pairs, { operation });
      const chosen = run.done.slice(pick % run.done.length, (pick % run.done.length) + 1);
      const one = takeBack(run.world, chosen);
      ledgerOf(one.world);
      const named = new Set(chosen.flatMap(({ source, target }) => [source, target]));
      for (const [id, person] of run.world) if (!named.has(id)) expect(personIn(one.world, id)).toBe(person);
    }),
    RUNS,
  );
});

/** Types that can be chosen by themselves. */
const CHOOSABLE = listUndoSwitches(STANDARD, [...ALL_TYPES]).flatMap(({ type, locked }) =>
  locked === null ? type.id : [],
);

test('chosen types go back, the others stay as the run left them', () => {
  fc.assert(
    fc.property(worlds, chains, fc.subarray(CHOOSABLE), (before, pairs, only) => {
      // What rests on another type is never chosen without it.
      const chosen = only.length === 0 ? [] : [...chooseUndoTypes(STANDARD, [...ALL_TYPES], { only })];
      const run = carry(before, pairs);
      const { world, undone } = takeBack(run.world, run.done, { types: new Set(chosen) });
      const [after, first, left] = [world, before, run.world].map(ledgerOf);
      for (const key of new Set([...(after?.keys() ?? []), ...(first?.keys() ?? []), ...(left?.keys() ?? [])])) {
        const isChosen = chosen.includes(key.split(' ')[0] ?? '');
        expect(after?.get(key), key).toEqual((isChosen ? first : left)?.get(key));
      }
      // The journal tells a later undo nothing of what this one has put back.
      const others = [...ALL_TYPES].filter((type) => !chosen.includes(type));
      const rest = takeBack(world, run.done, { types: new Set(others) });
      expect(textOf(rest.world)).toBe(textOf(before));
      expect(undone.every(({ undo }) => Object.keys(undo).every((type) => chosen.includes(type)))).toBe(true);
    }),
    RUNS,
  );
});
