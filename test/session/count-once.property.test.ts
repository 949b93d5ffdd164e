import { expect, test } from 'vitest';
import { fc } from '../helpers/fast-check.ts';
import { coinsAfter, type Deed, PEOPLE } from './given-deeds.ts';

const person = fc.constantFrom(...PEOPLE);
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    kind: fc.constant('merge' as const),
    pairs: fc.array(fc.tuple(person, person), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    kind: fc.constant('undo' as const),
    run: fc.nat(3),
    pair: fc.option(fc.nat(2)),
    types: fc.option(fc.constantFrom(['coins'], ['badges'])),
    overwriteChanged: fc.boolean(),
  }),
);

test('nobody’s coins count twice, whatever is merged, undone and done again, in whatever order', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(deed, { minLength: 4, maxLength: 14 }),
      fc.subarray(PEOPLE, { minLength: 1 }),
      async (deeds, owners) => {
        for (const [place, told] of (await coinsAfter(deeds, owners)).entries()) {
          for (const [id, from] of Object.entries(told ?? {})) {
            expect(from, `${id} after run-${place}`).toEqual([...new Set(from)]);
            expect(from.includes(Number(id)), `${id} after run-${place}`).toBe(owners.includes(Number(id)));
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});
