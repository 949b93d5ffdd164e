import { expect, test } from 'vitest';
import { NO_UNDO } from '../../source/model/change.ts';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { NOBODY, type Plan, type PlannedPair } from '../../source/model/plan.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { importOn } from './given-import.ts';

const MADE = makeDemo({ users: 40, seed: 2 });
const DEMO = { ...MADE, people: MADE.people.map((person) => ({ ...person, active: true })) };
const PLAN = importOn(DEMO, [
  { id: 19, set: { 'First Name': 'Jo', Team: null, 'Active?': false } },
  { id: 21, set: { 'First Name': 'Jen' } },
  { id: 1001, set: { 'Last Name': 'New', Email: 'new@example.org' } },
]);

/** The plan as somebody else might have written it, sealed; `change` is given its first row, and its last. */
function forged(change: (plan: Plan, john: PlannedPair, created: PlannedPair) => void): string {
  const copy = structuredClone(PLAN);
  const find = (id: number) => {
    const pair = copy.pairs.find(({ source }) => source.id === id);
    if (pair === undefined) throw new Error(`No row is about ${id}`);
    return pair;
  };
  change(copy, find(19), find(1001));
  const { seal: _seal, ...rest } = copy;
  return JSON.stringify(sealPlan(rest));
}

const field = (name: string, source: unknown, target: unknown = 'x') =>
  ({ field: name, source, target, taken: 'source', why: 'in the file' }) as const;

test('the plan of an import is read as it was made', () => {
  expect(parsePlan(JSON.stringify(PLAN), 'plan.json')).toEqual(PLAN);
});

test.each<[string, (plan: Plan, john: PlannedPair, created: PlannedPair) => unknown, string]>([
  ['an import that names no file', (plan) => delete plan.import, 'at import'],
  ['an import that counts nothing', (plan) => delete plan.rows, 'at rows'],
  ['a transfer that names a file', (plan) => Object.assign(plan, { operation: 'transfer' }), 'at import'],
  ['a mapping of nothing', (plan) => Object.assign(plan.import ?? {}, { mapping: {} }), 'at import.mapping'],
  ['a row of which nothing is said', (_plan, john) => delete john.row, '.row'],
  ['a person on one side only', (_plan, john) => Object.assign(john, { target: { ...john.target, id: 20 } }), 'sides'],
  ['a person twice', (plan, john) => plan.pairs.push(structuredClone(john)), 'has a row already'],
  ['a row in no line', (_plan, john) => Object.assign(john, { line: null }), 'a line of the file'],
  ['a row that changes nothing', (_plan, john) => Object.assign(john, { fields: [] }), 'changes nothing'],
  [
    'a row that creates whom the store has',
    (_plan, john) => Object.assign(john.row ?? {}, { kind: 'create' }),
    'creates',
  ],
  [
    'a row that changes nobody',
    (_plan, john) => {
      john.source.fingerprint = NOBODY;
      john.target.fingerprint = NOBODY;
    },
    'creates somebody',
  ],
  ['a field that nobody has', (_plan, john) => john.fields.push(field('Shoe Size', '43')), 'no field'],
  ['the ID of a person as a field', (_plan, john) => john.fields.push(field('User ID', '43')), 'no field'],
  ['a field twice', (_plan, john) => john.fields.push(field('Team', 'Care')), 'twice'],
  ['a number as a value', (_plan, john) => john.fields.push(field('Rank', 43)), 'the value of "Rank"'],
  ['an empty text as a value', (_plan, john) => john.fields.push(field('Rank', '')), 'the value of "Rank"'],
  [
    'a state of the account in words',
    (_plan, john) => Object.assign(john.fields.at(-1) ?? {}, { source: 'no' }),
    'Active?',
  ],
  ['a field that stays', (_plan, john) => john.fields.push({ ...field('Rank', '1'), taken: 'target' }), 'the file'],
  ['a field that has the value already', (_plan, john) => john.fields.push(field('Rank', '1', '1')), 'the file'],
  ['somebody new who had a value', (_plan, _john, created) => created.fields.push(field('Rank', '1')), 'before'],
  ['an erased value that is not counted', (_plan, john) => Object.assign(john.row ?? {}, { erased: 0 }), 'erases 1'],
  ['a state that is kept quiet', (_plan, john) => delete john.row?.becomes, 'the account'],
  ['records that change', (_plan, john) => Object.assign(john, { undo: { ccrs: {} } }), 'pairs'],
  ['rows that are counted wrongly', (plan) => Object.assign(plan.rows ?? {}, { deactivated: 0 }), 'rows.deactivated'],
  ['a line before the first', (_plan, john) => Object.assign(john, { line: -3 }), '.line'],
  ['two rows on one line', (_plan, john, created) => Object.assign(john, { line: created.line }), 'line 4 has'],
  ['an easier phrase', (plan) => Object.assign(plan, { confirm: 'IMPORT 3' }), '"IMPORT 3 ERASE 1 DEACTIVATE 1"'],
])('a plan with %s is refused, and the place is named', (_what, change, says) => {
  expect(() => parsePlan(forged(change), 'plan.json')).toThrow(
    expect.objectContaining({ code: 'broken-plan', message: expect.stringContaining(says) }),
  );
});

test('the undo of an import puts back nothing but profiles, of one person a row', () => {
  const { import: _import, rows: _rows, seal: _seal, ...rest } = structuredClone(PLAN);
  const undone = (type: string): Plan =>
    sealPlan({
      ...rest,
      operation: 'undo',
      confirm: 'UNDO 3',
      undoOf: { run: 'one', operation: 'import', isAgain: false, overwriteChanged: false },
      pairs: rest.pairs.map(({ row: _row, ...pair }) => ({
        ...pair,
        fields: [],
        undo: { [type]: { ...NO_UNDO, restored: 1, outcome: 'put-back', stuck: 0 } },
      })),
    });
  const good = undone(USER_INFORMATION);
  expect(parsePlan(JSON.stringify(good), 'undo.json')).toEqual(good);
  expect(() => parsePlan(JSON.stringify(undone('ccrs')), 'undo.json')).toThrow('changes no records');
});

test('an import that somebody has shortened is told of as edited, not as wrong', () => {
  const text = JSON.stringify({ ...PLAN, pairs: PLAN.pairs.slice(1) });
  expect(() => parsePlan(text, 'plan.json')).toThrow(expect.objectContaining({ code: 'edited-plan' }));
});
