import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { upgradePlan } from '../../source/transfer/upgrade-plan.ts';
import { pairsOf, planOn } from './given-plan.ts';

const PLAN = planOn(makeDemo({ users: 40, seed: 2 }), pairsOf([19, 21], [30, 31]));

/** The plan as version 1 wrote it, with the seal that it had. */
function firstVersion() {
  const { undoOf: _undoOf, seal: _seal, ...rest } = PLAN;
  const { returned: _1, restored: _2, removed: _3, changed: _4, overwritten: _5, ...totals } = rest.totals;
  const pairs = rest.pairs.map(({ undo: _undo, ...pair }) => pair);
  return sealPlan({ ...rest, version: 1, pairs, totals } as unknown as Plan);
}

test('a plan of version 1 is read, and undoes nothing', () => {
  const read = parsePlan(JSON.stringify(firstVersion()), 'plan.json');
  expect({ ...read, seal: '' }).toEqual({ ...PLAN, seal: '' });
});

test('an undo from before what is overwritten was counted is read as one that overwrites nothing', () => {
  const [pair] = PLAN.pairs;
  if (pair === undefined) throw new Error('No pair');
  const change = { returned: 1, restored: 0, removed: 0, changed: 0, outcome: 'put-back' as const };
  const { overwritten: _overwritten, ...totals } = PLAN.totals;
  const { seal: _seal, ...rest } = PLAN;
  const former = { ...rest, pairs: [{ ...pair, undo: { ccrs: change } }], totals } as unknown as Plan;
  const read = parsePlan(JSON.stringify(sealPlan(former)), 'plan.json');
  expect(read.pairs[0]?.undo).toEqual({ ccrs: { ...change, overwritten: 0, stuck: 0 } });
  expect(read.totals).toEqual(PLAN.totals);
});

test('its seal is that of what stands in the file: one that was edited is refused', () => {
  const text = JSON.stringify({ ...firstVersion(), operator: 'somebody' });
  expect(() => parsePlan(text, 'plan.json')).toThrow(/plan\.json/);
});

test('whatever is no plan of version 1 is given back as it is', () => {
  for (const value of [PLAN, { version: 1 }, { version: 1, pairs: 'x' }, { version: 3, pairs: [] }, null, 'x', [], 1]) {
    expect(upgradePlan(value)).toBe(value);
  }
});

test('a broken pair is left for the check that names it', () => {
  expect(upgradePlan({ version: 1, pairs: [null, 7], totals: 'x' })).toMatchObject({ pairs: [null, 7], totals: 'x' });
});
