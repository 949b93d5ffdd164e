import { expect, test } from 'vitest';
import type { FieldChange } from '../../source/model/change.ts';
import type { Mapping } from '../../source/model/mapping.ts';
import type { Plan, PlannedPair } from '../../source/model/plan.ts';
import { redactPlan } from '../../source/redact/redact-plan.ts';
import { mappingOf } from '../people/import/given-import.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { leakIn, markedDemo, markedNames } from './given-marked.ts';

const REPLACING = {
  text: (text: string) => text,
  written: (text: string) => text,
  name: (id: number) => `person ${id}`,
  login: () => 'operator1',
  heading: (text: string) => text,
  mapping: (mapping: Mapping) => mapping,
};
const DEMO = markedDemo();
const MERGE = planOn(DEMO, pairsOf([19, 21]), { operation: 'merge' });

/** The plan with just these fields in its one pair. */
function withFields(fields: FieldChange[], but: Partial<PlannedPair> = {}): Plan {
  return { ...MERGE, pairs: MERGE.pairs.map((pair) => ({ ...pair, fields, ...but })) };
}

function change(field: string, source: unknown, target: unknown): FieldChange {
  return { field, source, target, taken: 'source', why: 'for the test' };
}

test('nothing of a plan of marked people bears the mark, its sentences aside, and nothing in it can be guessed from', () => {
  const shown = redactPlan({ ...MERGE, warnings: [] }, REPLACING);
  expect(leakIn(JSON.stringify(shown))).toBeNull();
  expect(shown.pairs[0]?.source.fingerprint).not.toBe(MERGE.pairs[0]?.source.fingerprint);
  expect(shown.seal).not.toBe(MERGE.seal);
  expect(shown.confirm).toBe('user21');
  expect(leakIn(JSON.stringify(MERGE))).not.toBeNull();
});

test('a name that a merge puts together of two people, and a number too short to be looked for, are replaced where they are told', () => {
  const fields = [change('First Name', 'Jo', 'Al'), change('Last Name', 'Lee', 'Ray'), change('Employee ID', '7', '8')];
  const warning = (column: string, message: string) => ({
    line: 2,
    column,
    value: null,
    code: 'chain' as const,
    message,
    cure: '',
  });
  const warnings = [
    warning('First Name, Last Name', 'Al Ray (21) will be called Jo Ray.'),
    warning('Employee ID', 'Al Ray (21) gets the Employee ID 7.'),
    warning('Team', '7 teams.'),
  ];
  expect(redactPlan({ ...withFields(fields), warnings }, REPLACING).warnings.map(({ message }) => message)).toEqual([
    'person 21 (21) will be called First19 Last21.',
    'person 21 (21) gets the Employee ID employee19.',
    '7 teams.',
  ]);
});

test('a phrase that is an address stays one; a number of pairs stays as it is', () => {
  const { email } = markedNames(21);
  expect(redactPlan({ ...MERGE, confirm: email }, REPLACING).confirm).toBe('person21@example.invalid');
  const many = planOn(DEMO, pairsOf([19, 21], [20, 22]));
  expect(redactPlan(many, REPLACING).confirm).toBe('TRANSFER 2');
});

test('values that differ are shown to differ, those that are the same as the same, none as none', () => {
  const plan = withFields([
    change('First Name', 'Jo', 'Al'),
    change('Last Name', 'Lee', 'Lee'),
    change('Employee ID', null, '7'),
    change('Team', 'Sales', 'Claims'),
  ]);
  expect(redactPlan(plan, REPLACING).pairs[0]?.fields.map(({ source, target }) => [source, target])).toEqual([
    ['First19', 'First21'],
    ['Last21', 'Last21'],
    [null, 'employee21'],
    ['Sales', 'Claims'],
  ]);
});

test('of a row of an import what comes is told from what was there, and a value that goes is seen to go', () => {
  const row = { kind: 'update', erased: 1 } as const;
  const target = MERGE.pairs[0]?.target;
  if (target === undefined) throw new Error('No pair');
  const plan = withFields([change('Email', 'new@x.example', 'old@x.example'), change('ACD ID', null, '9')], {
    row,
    source: target,
  });
  expect(redactPlan(plan, REPLACING).pairs[0]?.fields.map(({ source, target }) => [source, target])).toEqual([
    ['person21@example.invalid (new)', 'person21@example.invalid'],
    [null, 'acd21'],
  ]);
});

test('of a cell that tells who somebody is nothing is quoted, not a part of it either', () => {
  const finding = {
    line: 4,
    column: 'Email',
    value: 'q0z @host',
    code: 'bad-email' as const,
    message: 'In “q0z @host” a space stands behind “q0z”.',
    cure: 'Write “q0z@host”.',
  };
  const [shown] = redactPlan({ ...MERGE, problems: [finding] }, REPLACING).problems;
  expect(shown).toMatchObject({ line: 4, column: 'Email', value: '(hidden)' });
  expect(leakIn(JSON.stringify(shown))).toBeNull();
});

test.each([
  ['User ID', 'Q0ztrelkov', '(hidden)'],
  ['Nr', '  Q0z, 19', '(hidden)'],
  ['User ID', '4e1', '4e1'],
  ['User ID', '019', '019'],
  ['Team', 'Sales', 'Sales'],
])('of a cell that is to be a user ID what may be a name is not told: %s %s', (column, value, wanted) => {
  const message = `“${value.trim()}” in ${column} is not a user ID: it must be a whole number such as 19.`;
  const finding = { line: 4, column, value, code: 'bad-user-id' as const, message, cure: '' };
  const mapping = mappingOf(['Email', 'User ID'], {
    columns: [{ heading: 'Nr', field: 'User ID', type: { kind: 'number' } }],
  });
  const made = { file: 'people.csv', mapping, allOrNothing: false };
  const [shown] = redactPlan({ ...MERGE, problems: [finding], import: made }, REPLACING).problems;
  expect(shown?.value).toBe(wanted);
  expect(shown?.message).toContain(wanted);
  expect(leakIn(JSON.stringify(shown))).toBeNull();
});

test('of several lines together no value is quoted either', () => {
  const finding = {
    line: null,
    column: 'First Name',
    value: null,
    code: 'letters-lost' as const,
    message: 'In lines 3 and 5, First Name has question marks where letters should be, such as “q0z?” in line 3.',
    cure: 'Is the encoding right?',
  };
  const [shown] = redactPlan({ ...MERGE, warnings: [finding] }, REPLACING).warnings;
  expect(shown?.message).toContain('such as “(hidden)” in line 3.');
  expect(leakIn(JSON.stringify(shown))).toBeNull();
});

test.each([
  ['User ID', '(hidden)'],
  ['Rank', 'somebody'],
])('a cell that a finding on a whole column quotes is told no more than any other: %s', (column, shown) => {
  const message = `None of the 2 cells of “${column}”, such as “Q0z”, reads as a number.`;
  const finding = { line: null, column, value: null, code: 'column-unread' as const, message, cure: '' };
  const written = (text: string) => (text === 'Q0z' ? 'somebody' : text);
  const [warning] = redactPlan({ ...MERGE, warnings: [finding] }, { ...REPLACING, written }).warnings;
  expect(warning?.message).toBe(`None of the 2 cells of “${column}”, such as “${shown}”, reads as a number.`);
});
