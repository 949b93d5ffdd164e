import { expect, test } from 'vitest';
import { profileLines } from '../../../source/wizard/tasks/profile-lines.ts';
import { STANDARD } from '../../merge/given.ts';
import { peopleOf } from '../given.ts';

test('what changes in a profile is told field by field, an empty value and the mark of a merge in words', () => {
  const { source } = peopleOf(19, 21);
  const { Team: _, ...others } = source.profile;
  const after = { ...source, firstName: 'Jenny', profile: { ...others, Rank: '7' }, mergedInto: 21 };
  expect(profileLines(source, after, STANDARD.fields)).toEqual([
    'John Smith (19), First Name: John → Jenny',
    `John Smith (19), Team: ${String(source.profile.Team)} → (empty)`,
    `John Smith (19), Rank: ${String(source.profile.Rank)} → 7`,
    'John Smith (19): not merged → merged into 21',
  ]);
  expect(profileLines(source, source, STANDARD.fields)).toEqual([]);
});

test('a value that only letters change that ASCII lacks differs to the eye where only that is shown', () => {
  const { source } = peopleOf(19, 21);
  const [before, after] = [
    { ...source, firstName: 'Zoë' },
    { ...source, firstName: 'Zoe' },
  ];
  expect(profileLines(before, after, STANDARD.fields, { ascii: true })).toEqual([
    'Zoë Smith (19), First Name: Zo<U+00EB> → Zoe',
  ]);
});
