import { expect, test } from 'vitest';
import { applyRule } from '../../source/merge/apply-rule.ts';
import { countsOf, givenInput, givenType } from './given.ts';

test.each(['skip', 'keep-target', 'pick'] as const)('%s leaves the records of both where they are', (rule) => {
  const source = [{ id: 1 }, { id: 2 }];
  const target = [{ id: 3 }];
  const outcome = applyRule(givenInput(givenType({ rule }), source, target));
  expect(outcome.source).toBe(source);
  expect(outcome.target).toBe(target);
  expect(outcome.change.rule).toBe(rule);
  expect(countsOf(outcome.change)).toEqual({ skipped: 2, kept: 1 });
});
