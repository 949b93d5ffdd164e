import { expect, test } from 'vitest';
import type { Mapping } from '../../../source/model/mapping.ts';
import { plannedValuesCheck } from '../../../source/people/import/check-planned-values.ts';
import { draftRow, type PlaceOf } from '../../../source/people/import/draft-row.ts';
import { checkRows, contextOf, mappingOf, person, rulesOf } from './given-import.ts';

const FIELDS = [
  'User ID',
  'Email',
  'Login',
  'Rank',
  'Company End Date',
  'Deactivated',
  'Active?',
  'Full Scope',
  'Roles',
  'Display Time Zone',
] as const;
const HELD = person(19, { active: false, profile: { Team: 'North', Deactivated: '2026-01-01' } });
const CONTEXT = contextOf([HELD, person(21)]);
const placeOf: PlaceOf = (_row, field) => ({ column: field, text: '' });

/** How the file is read: in formats, words and separators other than those of the export, and most of it required. */
const READING: Mapping = mappingOf(FIELDS, { rules: rulesOf({ required: ['Email', 'Deactivated', 'Roles'] }) });
const OTHERWISE: Mapping = {
  ...READING,
  columns: READING.columns.map((column) => {
    if (column.type.kind === 'date') return { ...column, type: { kind: 'date', format: 'DD/MM/YYYY' } };
    if (column.type.kind === 'list') return { ...column, type: { kind: 'list', separator: '|' } };
    if (column.type.kind === 'boolean') return { ...column, type: { kind: 'boolean', yes: ['Ja'], no: [] } };
    return column.field === 'Rank' ? { ...column, type: { kind: 'number' } } : column;
  }),
};

test('all that the check of a file lets through, however it is read, its plan may set', () => {
  const rows = [
    [
      '0',
      'new@example.com',
      'new one',
      ' 007.50 ',
      '31/12/2026',
      '31/12/2999',
      'Ja',
      'ja',
      'Agent| Supervisor|Agent',
      'Asia/Tokyo',
    ],
    ['19', HELD.email, 'odd one', '-1', '01/02/2026', '31/12/2999', '', '', 'Agent', 'Europe/London'],
    ['21', 'Jörg@exämple.com', '漢字', '3', '', '01/03/2027', '', 'JA', 'Supervisor', ''],
  ];
  const checked = checkRows(FIELDS, rows, CONTEXT, OTHERWISE);
  expect(checked.problems).toEqual([]);
  expect(checked.counts).toMatchObject({ create: 1, update: 2, reactivated: 1 });
  const check = plannedValuesCheck({ mapping: OTHERWISE, timeZones: CONTEXT.timeZones });
  for (const { line, person: id, fields } of checked.rows) {
    const row = { ...draftRow(line), user: CONTEXT.users.find((user) => user.id === id) ?? null, fields };
    check(row, placeOf);
    expect(row.problems).toEqual([]);
  }
});
