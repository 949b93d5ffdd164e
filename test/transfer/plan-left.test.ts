import { expect, test } from 'vitest';
import type { PairState, Run } from '../../source/model/run.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { planDone, planLeft } from '../../source/transfer/plan-left.ts';
import { pairsOf, planOn } from './given-plan.ts';

const DEMO = makeDemo({ users: 40, seed: 2 });
const PLAN = planOn(DEMO, pairsOf([19, 20], [21, 22], [23, 24], [25, 26]));

function runOf(...states: PairState[]): Run {
  const pairs = PLAN.pairs.map(({ source, target }, index) => ({
    source: source.id,
    target: target.id,
    state: states[index] ?? 'left',
  }));
  return { id: 'one', plan: PLAN.id, pairs } as Partial<Run> as Run;
}

test('what is left is what is neither done nor failed, what is done just that, each with its own totals', () => {
  const run = runOf('done', 'failed', 'left', 'left');
  const [left, done] = [planLeft(PLAN, run), planDone(PLAN, run)];
  expect(left.pairs).toEqual(PLAN.pairs.slice(2));
  expect(done.pairs).toEqual(PLAN.pairs.slice(0, 1));
  // The oracle: plans of just these pairs, made from the start.
  const { notMoved } = PLAN.totals;
  expect(left.totals).toEqual({ ...planOn(DEMO, pairsOf([23, 24], [25, 26])).totals, notMoved });
  expect(done.totals).toEqual({ ...planOn(DEMO, pairsOf([19, 20])).totals, notMoved });
  expect(left.totals.combined).toBeGreaterThan(0);
});

test('the plan itself stays as it is, and all of it is left of a run that has done nothing', () => {
  const before = structuredClone(PLAN);
  expect(planLeft(PLAN, runOf())).toEqual(PLAN);
  expect(planDone(PLAN, runOf('done', 'done', 'done', 'done'))).toEqual(PLAN);
  expect(planLeft(PLAN, runOf('done', 'failed', 'done', 'failed')).pairs).toEqual([]);
  expect(PLAN).toEqual(before);
});

test('what is left asks for the phrase of just that, and keeps the warnings of its own lines', () => {
  const warning = (line: number | null) => ({
    line,
    column: null,
    value: null,
    code: 'inactive-target' as const,
    message: 'Somebody is inactive.',
    cure: 'Look.',
  });
  const lines = PLAN.pairs.map(({ line }) => line);
  const plan = { ...PLAN, warnings: [warning(null), ...lines.map(warning)] };
  const left = planLeft(plan, runOf('done', 'failed'));
  expect(left.confirm).toBe('TRANSFER 2');
  expect(left.warnings.map(({ line }) => line)).toEqual([null, ...lines.slice(2)]);
});
