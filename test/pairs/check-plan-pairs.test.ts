import { expect, test } from 'vitest';
import { PAIR_LIMIT } from '../../source/model/pair.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { User } from '../../source/model/user.ts';
import { checkPlanPairs } from '../../source/pairs/check-plan-pairs.ts';
import { PEOPLE, person } from './people.ts';

/** A plan of these pairs, of which only the pairs count here. */
function planOf(...pairs: [source: number, target: number][]): Plan {
  const side = (id: number) => ({ id, name: '', fingerprint: '' });
  return {
    pairs: pairs.map(([source, target]) => ({
      line: null,
      source: side(source),
      target: side(target),
      changes: {},
      undo: {},
      fields: [],
    })),
  } as Partial<Plan> as Plan;
}

const codesOf = (...pairs: [number, number][]) =>
  checkPlanPairs(planOf(...pairs), PEOPLE, null).map(({ line, code }) => [line, code]);

test('pairs that a file may hold are in order, a chain as well, in whatever direction the plan was read', () => {
  expect(codesOf([19, 21], [30, 31])).toEqual([]);
  expect(codesOf([20, 21], [19, 20])).toEqual([]);
  expect(checkPlanPairs({ ...planOf([19, 21]), direction: 'to-from' }, PEOPLE, null)).toEqual([]);
});

test.each<[string, [number, number][], [number, string][]]>([
  [
    'a privileged source',
    [
      [19, 21],
      [1, 22],
    ],
    [[2, 'privileged-user']],
  ],
  ['a privileged target', [[19, 2]], [[1, 'privileged-user']]],
  ['oneself', [[19, 19]], [[1, 'self-transfer']]],
  [
    'a source twice',
    [
      [19, 21],
      [19, 22],
    ],
    [
      [1, 'source-twice'],
      [2, 'source-twice'],
    ],
  ],
  [
    'a target twice',
    [
      [19, 21],
      [20, 21],
    ],
    [
      [1, 'target-twice'],
      [2, 'target-twice'],
    ],
  ],
  [
    'a ring',
    [
      [19, 20],
      [20, 21],
      [21, 19],
    ],
    [
      [1, 'cycle'],
      [2, 'cycle'],
      [3, 'cycle'],
    ],
  ],
  ['somebody unknown', [[19, 999]], [[1, 'unknown-user']]],
])('%s is told with its place in the plan', (_what, pairs, found) => {
  expect(codesOf(...pairs)).toEqual(found);
});

test('nobody outside the view, and no more pairs than the limit', () => {
  const north = { name: 'North only', teams: ['North'], groups: [] };
  expect(checkPlanPairs(planOf([19, 40]), PEOPLE, north)).toMatchObject([{ line: 1, code: 'out-of-view' }]);
  const many = new Map(Array.from({ length: 2 * PAIR_LIMIT + 2 }, (_, id): [number, User] => [id + 1, person(id + 1)]));
  const pairs = Array.from({ length: PAIR_LIMIT + 1 }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2]);
  expect(checkPlanPairs(planOf(...pairs.slice(1)), many, null)).toEqual([]);
  const problems = checkPlanPairs(planOf(...pairs), many, null);
  expect(problems).toMatchObject([{ line: PAIR_LIMIT + 1, code: 'over-limit' }]);
});
