import { expect, test } from 'vitest';
import { overwrite } from '../../source/merge/overwrite.ts';
import { countsOf, givenInput, givenType } from './given.ts';

const schedules = givenType({ rule: 'overwrite' });

test('the target’s records go and the source’s take their place', () => {
  const outcome = overwrite(givenInput(schedules, [{ id: 1 }, { id: 2 }], [{ id: 3 }, { id: 4 }, { id: 5 }]));
  expect(outcome.target).toEqual([{ id: 1 }, { id: 2 }]);
  expect(outcome.source).toEqual([]);
  expect(countsOf(outcome.change)).toEqual({ combined: 2, replaced: 3 });
});

test('a source without records overwrites nothing', () => {
  const target = [{ id: 3 }];
  const outcome = overwrite(givenInput(schedules, [], target));
  expect(outcome.target).toBe(target);
  expect(countsOf(outcome.change)).toEqual({ kept: 1 });
});

test('a target without records takes the source’s', () => {
  expect(countsOf(overwrite(givenInput(schedules, [{ id: 1 }], [])).change)).toEqual({ combined: 1 });
});

test('with a key only what the source has records for is overwritten', () => {
  const source = [{ id: 1, course: 'Fire safety' }];
  const target = [
    { id: 2, course: 'Fire safety' },
    { id: 3, course: 'First aid' },
  ];
  const outcome = overwrite(givenInput({ ...schedules, key: ['course'] }, source, target));
  expect(outcome.target.map(({ id }) => id)).toEqual([3, 1]);
  expect(countsOf(outcome.change)).toEqual({ combined: 1, replaced: 1, kept: 1 });
});
