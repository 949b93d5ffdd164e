import { expect, test } from 'vitest';
import type { PairState, Run } from '../../source/model/run.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { planDone, planLeft } from '../../source/transfer/plan-left.ts';
import { importOn } from './given-import.ts';
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

test('of an import the rows that are left are counted anew, with what they erase and whom they deactivate', () => {
  const { people } = DEMO;
  const active = people.flatMap(({ id, active, profile }) => (active && profile['Employee ID'] ? id : [])).slice(0, 4);
  const rows = active.map((id) => ({ id, set: { 'Employee ID': null, 'Active?': false } }));
  const plan = importOn(DEMO, rows);
  expect(plan.confirm).toBe('IMPORT 4 ERASE 4 DEACTIVATE 4');
  const pairs = plan.pairs.map(({ source: { id } }, index) => {
    return { source: id, target: id, state: (['done', 'failed', 'left', 'left'] as const)[index] ?? 'left' };
  });
  const run = { id: 'one', plan: plan.id, pairs } as Partial<Run> as Run;
  const problem = { line: 9, column: null, value: null, code: 'required' as const, message: 'x', cure: 'y' };
  const left = planLeft({ ...plan, problems: [problem] }, run);
  expect(left.confirm).toBe('IMPORT 2 ERASE 2 DEACTIVATE 2');
  expect(left.rows).toMatchObject({ update: 2, deactivated: 2, erasedValues: 2, unchanged: 0, problems: 0 });
  expect(left.problems).toEqual([]);
  expect(planDone(plan, run).rows).toMatchObject({ update: 1 });
});
