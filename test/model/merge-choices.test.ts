import { expect, test } from 'vitest';
import { type MergeChoices, STANDARD_CHOICES, takenFor } from '../../source/model/merge-choices.ts';

const choices: MergeChoices = {
  policy: 'filled',
  every: { fields: { Team: 'source', Rank: 'target' }, courses: { C1: 'source' } },
  byPair: { '19:21': { fields: { Team: 'target' }, courses: { C2: 'target' } } },
};

test('what is said for one pair goes before what is said for every pair, field by field', () => {
  expect(takenFor(choices, 19, 21)).toEqual({
    fields: { Team: 'target', Rank: 'target' },
    courses: { C1: 'source', C2: 'target' },
  });
});

test('another pair, and the same two the other way round, get what is said for every pair', () => {
  for (const [source, target] of [
    [20, 21],
    [21, 19],
  ] as const) {
    expect(takenFor(choices, source, target)).toEqual(choices.every);
  }
});

test('unless somebody says otherwise the source’s value wins and nothing is taken by hand', () => {
  expect(STANDARD_CHOICES).toEqual({ policy: 'source', every: { fields: {}, courses: {} }, byPair: {} });
});
