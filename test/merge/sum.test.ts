import { expect, test } from 'vitest';
import { sum } from '../../source/merge/sum.ts';
import { countsOf, givenInput, givenType } from './given.ts';

const points = givenType({ rule: 'sum', key: ['leaderboard'], sum: ['points'] });

test('the source’s number is added to the target’s record of the same key', () => {
  const source = [
    { id: 1, leaderboard: 'Autumn', points: 30 },
    { id: 2, leaderboard: 'Winter', points: 5 },
  ];
  const target = [{ id: 3, leaderboard: 'Autumn', points: 12, since: '2026' }];
  const outcome = sum(givenInput(points, source, target));
  expect(outcome.target).toEqual([
    { id: 3, leaderboard: 'Autumn', points: 42, since: '2026' },
    { id: 2, leaderboard: 'Winter', points: 5 },
  ]);
  expect(outcome.source).toEqual([]);
  expect(countsOf(outcome.change)).toEqual({ combined: 1, summed: 1, kept: 1 });
  expect(target[0]?.points).toBe(12);
});

test('without a key everything goes to one record', () => {
  const coins = givenType({ rule: 'sum', sum: ['coins'] });
  const source = [
    { id: 1, coins: 1 },
    { id: 2, coins: 2 },
  ];
  expect(sum(givenInput(coins, source, [{ id: 3, coins: 4 }])).target).toEqual([{ id: 3, coins: 7 }]);
  expect(sum(givenInput(coins, source, [])).target).toEqual([{ id: 1, coins: 3 }]);
});

test('a number that one of them lacks counts as nothing', () => {
  const outcome = sum(
    givenInput(points, [{ id: 1, leaderboard: 'Autumn', points: 9 }], [{ id: 2, leaderboard: 'Autumn' }]),
  );
  expect(outcome.target).toEqual([{ id: 2, leaderboard: 'Autumn', points: 9 }]);
  const other = sum(
    givenInput(points, [{ id: 1, leaderboard: 'Autumn' }], [{ id: 2, leaderboard: 'Autumn', points: 9 }]),
  );
  expect(other.target).toEqual([{ id: 2, leaderboard: 'Autumn', points: 9 }]);
});

test('a copy adds as well and leaves the source its own', () => {
  const source = [{ id: 1, leaderboard: 'Autumn', points: 9 }];
  const outcome = sum(givenInput({ ...points, carry: 'copy' }, source, [{ id: 2, leaderboard: 'Autumn', points: 1 }]));
  expect(outcome.source).toBe(source);
  expect(outcome.target).toEqual([{ id: 2, leaderboard: 'Autumn', points: 10 }]);
});

test('what is no number is neither added nor written over: it stands beside the total', () => {
  const source = [
    { id: 1, leaderboard: 'Autumn', points: 'twelve' },
    { id: 2, leaderboard: 'Autumn', points: 3 },
    { id: 3, leaderboard: 'Winter', points: 4 },
  ];
  const target = [
    { id: 5, leaderboard: 'Autumn', points: 5 },
    { id: 6, leaderboard: 'Winter', points: 'many' },
  ];
  const outcome = sum(givenInput(points, source, target));
  expect(outcome.target).toEqual([{ id: 5, leaderboard: 'Autumn', points: 8 }, target[1], source[0], source[2]]);
  expect(countsOf(outcome.change)).toEqual({ combined: 2, summed: 1, kept: 2 });
});
