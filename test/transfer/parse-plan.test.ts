import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { pairsOf, planOn } from './given-plan.ts';

const PLAN = planOn(makeDemo({ users: 40, seed: 2 }), pairsOf([19, 21], [30, 31]));

/** What is thrown for this text of a plan file. */
function refusalOf(text: string, file = 'plan.json'): unknown {
  try {
    return parsePlan(text, file);
  } catch (error) {
    return error;
  }
}

test('a plan that was written is read as it was, indented or not', () => {
  expect(parsePlan(JSON.stringify(PLAN), 'plan.json')).toEqual(PLAN);
  expect(parsePlan(`${JSON.stringify(PLAN, null, 2)}\n`, 'plan.json')).toEqual(PLAN);
});

const edited = (change: (plan: Plan) => unknown): string => JSON.stringify(change(structuredClone(PLAN)));

test.each<[string, string, string]>([
  ['empty', '', 'it is empty'],
  ['blank', ' \n', 'it is empty'],
  ['null', 'null', 'at its root'],
  ['a list', '[]', 'at its root'],
  ['no JSON', '{\n"version": 1,\n oops }', 'line 3'],
  ['cut short', JSON.stringify(PLAN, null, 2).slice(0, 200), 'is not JSON'],
  ['of another version', edited((plan) => ({ ...plan, version: 3 })), 'at version'],
  ['without pairs', edited(({ pairs: _, ...plan }) => plan), 'at pairs'],
  ['of an unknown operation', edited((plan) => ({ ...plan, operation: 'delete' })), 'at operation'],
  ['with a broken time', edited((plan) => ({ ...plan, createdAt: 'yesterday' })), 'at createdAt'],
  [
    'with an id as text',
    edited((plan) => ({ ...plan, pairs: [{ ...plan.pairs[0], source: { id: '19', name: '', fingerprint: '' } }] })),
    'at pairs[0].source.id: it must be a number',
  ],
  [
    'of a transfer that names a run to put back',
    edited((plan) => ({ ...plan, undoOf: { run: 'nope', isAgain: false, overwriteChanged: false } })),
    'at undoOf',
  ],
  ['of an undo of nothing', edited((plan) => ({ ...plan, operation: 'undo' })), 'at undoOf'],
  ['with a count below zero', edited((plan) => ({ ...plan, totals: { ...plan.totals, kept: -1 } })), 'at totals.kept'],
])('a plan file that is %s is named, with the place inside it', (_what, text, place) => {
  const refusal = refusalOf(text);
  expect(refusal).toMatchObject({ code: 'broken-plan', exitStatus: 4 });
  expect(refusal).toMatchObject({ message: expect.stringContaining('plan.json') });
  expect(refusal).toMatchObject({ message: expect.stringContaining(place) });
});

test.each<[string, (plan: Plan) => unknown]>([
  ['a pair left out', (plan) => ({ ...plan, pairs: plan.pairs.slice(1) })],
  ['a pair added', (plan) => ({ ...plan, pairs: [...plan.pairs, plan.pairs[0]] })],
  ['the pairs in another order', (plan) => ({ ...plan, pairs: plan.pairs.toReversed() })],
  ['a type taken out', (plan) => ({ ...plan, carried: plan.carried.slice(1) })],
  ['an easier phrase', (plan) => ({ ...plan, confirm: 'y' })],
  ['another seal', (plan) => ({ ...plan, seal: '0'.repeat(64) })],
  ['a word added', (plan) => ({ ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, note: 'mine' })) })],
])('a plan with %s is not the one that was made', (_what, change) => {
  expect(refusalOf(edited(change))).toMatchObject({ code: 'edited-plan', exitStatus: 4 });
});

test('a text with controls in it brings none of them into the message', () => {
  const { message } = refusalOf('\u001b]52;c;aGk=\u0007{') as Error;
  expect(message).not.toMatch(/[\u0000-\u001f\u007f]/);
});

test('a plan that was shown with an error beside it is that plan', () => {
  const error = { code: 'empty-plan', message: 'There is nothing to do.', hint: 'Nothing is to be run.' };
  expect(parsePlan(JSON.stringify({ ...PLAN, error }), 'plan.json')).toEqual(PLAN);
});

test('of a CSV file it is said how a plan is made of it', () => {
  expect(refusalOf('From User ID,To User ID', 'my people.csv')).toMatchObject({
    hint: "Of a CSV file a plan is made first: handover plan --file 'my people.csv' --out plan.json",
  });
});

test('a sealed plan without pairs can be read: that there is nothing to do is said when it is to run', () => {
  const { seal: _, ...rest } = PLAN;
  expect(parsePlan(JSON.stringify(sealPlan({ ...rest, pairs: [] })), 'plan.json').pairs).toEqual([]);
});
