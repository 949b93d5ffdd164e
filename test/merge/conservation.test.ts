import { expect, test } from 'vitest';
import { mergePair } from '../../source/merge/merge-pair.ts';
import { OPERATIONS } from '../../source/model/catalogue.ts';
import type { DataRecord, RecordsByType } from '../../source/model/record.ts';
import { withImage } from '../../source/model/with-image.ts';
import { fc } from '../helpers/fast-check.ts';
import { givenPerson, STANDARD } from './given.ts';

/** Fields that the shipped types look at, with few values, so that clashes are frequent. */
const FIELDS = [
  ...new Set(
    STANDARD.types.flatMap((type) => [
      ...type.key,
      ...type.sum,
      ...type.best.map(({ field }) => field),
      ...(type.visibleThrough ? [type.visibleThrough.field, type.visibleThrough.holds] : []),
      ...(type.renumber ? Object.values(type.renumber) : []),
      ...Object.keys(type.leaves ?? {}),
      'status',
      'certification',
    ]),
  ),
];
const value = fc.oneof(
  fc.constantFrom('completed', 'in renewal', 'x', '', null, true, 20, 21),
  fc.integer({ min: 0, max: 3 }),
);
const fields = fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 });
const owned = fc.dictionary(
  fc.constantFrom(...STANDARD.types.map(({ id }) => id), 'unnamed'),
  fc.array(fields, { minLength: 1, maxLength: 4 }),
  { maxKeys: 12 },
);

function numbered(types: Record<string, Record<string, DataRecord[string]>[]>, first: number): RecordsByType {
  let id = first;
  return Object.fromEntries(
    Object.entries(types).map(([type, records]) => [
      type,
      records.map((record): DataRecord => {
        id += 1;
        return { id, ...record };
      }),
    ]),
  );
}

const pair = fc.record({
  source: owned.map((types) => givenPerson(19, numbered(types, 0))),
  target: owned.map((types) => givenPerson(21, numbered(types, 1000))),
  operation: fc.constantFrom(...OPERATIONS),
  carried: fc.subarray(STANDARD.types.map(({ id }) => id)).map((ids) => new Set(ids)),
});

test('every record counts once, and what is counted is what there is', () => {
  fc.assert(
    fc.property(pair, (given) => {
      const merge = mergePair({ ...given, catalogue: STANDARD });
      for (const [id, change] of Object.entries(merge.changes)) {
        const source = given.source.records[id] ?? [];
        const target = given.target.records[id] ?? [];
        const sourceAfter = merge.after.source.records[id] ?? source;
        const targetAfter = merge.after.target.records[id] ?? target;
        const { combined, deduplicated, summed, skipped, replaced, kept, derived } = change;
        expect(combined + deduplicated + summed + skipped).toBe(source.length);
        expect(combined + kept + derived).toBe(targetAfter.length);
        const made = targetAfter.filter((record) => !target.some((own) => own.id === record.id)).length - combined;
        expect(replaced + kept + derived - made).toBe(target.length);
        if (change.carry === 'copy') expect(sourceAfter).toEqual(source);
        else expect(sourceAfter).toHaveLength(skipped);
      }
    }),
    { numRuns: 1000 },
  );
});

test('nothing is lost: what is neither carried nor listed is still where it was', () => {
  fc.assert(
    fc.property(pair, (given) => {
      const merge = mergePair({ ...given, catalogue: STANDARD });
      const listed = new Set(merge.notMoved.map(({ type }) => type));
      for (const [id, records] of Object.entries(given.source.records)) {
        expect(id in merge.changes || listed.has(id), id).toBe(true);
        if (!(id in merge.changes)) expect(merge.after.source.records[id] ?? records).toBe(records);
      }
      expect(Object.keys(merge.before.source.records)).toEqual(Object.keys(merge.after.target.records));
    }),
  );
});

test('the people given are left as they are, and the same pair gives the same', () => {
  fc.assert(
    fc.property(pair, (given) => {
      const snapshot = structuredClone(given);
      const first = mergePair({ ...given, catalogue: STANDARD });
      expect(given).toEqual(snapshot);
      expect(mergePair({ ...snapshot, catalogue: STANDARD })).toEqual(first);
    }),
  );
});

test('the images put back leave both people as they were', () => {
  fc.assert(
    fc.property(pair, (given) => {
      const { before, after } = mergePair({ ...given, catalogue: STANDARD });
      for (const side of ['source', 'target'] as const) {
        const person = given[side];
        expect(withImage(withImage(person, after[side]), before[side])).toEqual(person);
      }
    }),
  );
});

test('no id stands twice within a type of one person', () => {
  fc.assert(
    fc.property(pair, (given) => {
      for (const records of Object.values(mergePair({ ...given, catalogue: STANDARD }).after.target.records)) {
        expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
      }
    }),
  );
});

test('a transfer done again carries nothing more', () => {
  fc.assert(
    fc.property(pair, (given) => {
      const request = { ...given, operation: 'transfer' as const, catalogue: STANDARD };
      const { after } = mergePair(request);
      const again = mergePair({
        ...request,
        source: withImage(given.source, after.source),
        target: withImage(given.target, after.target),
      });
      expect(Object.values(again.changes).every(({ combined, replaced }) => combined + replaced === 0)).toBe(true);
    }),
  );
});
