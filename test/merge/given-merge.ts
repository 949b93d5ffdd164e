import { FIELD_POLICIES, type MergeChoices, USER_INFORMATION } from '../../source/model/merge-choices.ts';
import type { Person, ProfileValue } from '../../source/model/user.ts';
import { fc } from '../helpers/fast-check.ts';
import { STANDARD } from './given.ts';
import { ALL_TYPES, type World, worlds } from './given-world.ts';

/** Fields of the profile beside the four that every person has. */
const PROFILE_FIELDS = STANDARD.fields
  .map(({ field }) => field)
  .filter((field) => !['User ID', 'First Name', 'Last Name', 'Email', 'Login'].includes(field));

const profileValue: fc.Arbitrary<ProfileValue> = fc.oneof(
  fc.constantFrom('', 'Billing', 'Sales', true, false),
  fc.subarray(['Billing', 'Sales', 'Care']),
);
const side = fc.constantFrom('source', 'target');
const profile = fc.record({
  firstName: fc.constantFrom('', 'Ann', 'Anne'),
  profile: fc.dictionary(fc.constantFrom(...PROFILE_FIELDS), profileValue, { maxKeys: 10 }),
});

/** Five people, 1 to 5, with records of any shipped type and any profile. */
export const peopleToMerge: fc.Arbitrary<World> = fc
  .tuple(worlds, fc.array(profile, { minLength: 5, maxLength: 5 }))
  .map(([world, profiles]) => new Map([...world].map(([id, person]) => [id, { ...person, ...profiles[id - 1] }])));

const taken = fc.record({
  fields: fc.dictionary(
    fc.constantFrom(...STANDARD.fields.map(({ field }) => field)),
    fc.constantFrom('source', 'target', 'both'),
    { maxKeys: 6 },
  ),
  courses: fc.dictionary(fc.constantFrom('x', 'completed', '1', '2'), side, { maxKeys: 3 }),
});

/** Whatever somebody may have chosen. */
export const choices: fc.Arbitrary<MergeChoices> = fc.record({
  policy: fc.constantFrom(...FIELD_POLICIES),
  every: taken,
  byPair: fc.dictionary(fc.constantFrom('1:2', '2:1', '3:4'), taken, { maxKeys: 2 }),
});

/** Any set of what a merge may carry, the profile among it or not. */
export const carriedTypes: fc.Arbitrary<ReadonlySet<string>> = fc
  .subarray([USER_INFORMATION, ...ALL_TYPES])
  .map((ids) => new Set(ids));

/** A person with nothing left out that is empty: the profile's values, and the types in one order. */
export function valuesOf({ records, profile, ...person }: Person) {
  const sorted = (values: object) => Object.entries(values).sort(([left], [right]) => (left < right ? -1 : 1));
  return { ...person, profile: sorted(profile), records: sorted(records) };
}
