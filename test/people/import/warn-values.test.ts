import { expect, test } from 'vitest';
import type { ImportField } from '../../../source/model/import-field.ts';
import { checkRows, contextOf, person, rulesOf } from './given-import.ts';

const FIELDS = ['User ID', 'Email', 'First Name', 'Last Name', 'Login'] as const;

/** Code, line and message of each warning on rows about these people, or new ones (0). */
function warningsOf(fields: readonly ImportField[], users: ReturnType<typeof person>[], ...rows: string[][]) {
  const { warnings, problems } = checkRows(fields, rows, contextOf(users));
  expect(problems).toEqual([]);
  return warnings.map(({ code, line, message }) => [code, line, message]);
}

test('question marks in place of letters are told of, in values that were whole and in new names', () => {
  const users = [person(1, { firstName: '陳', lastName: 'Müller' }), person(2, { firstName: 'Why?' })];
  const told = warningsOf(
    FIELDS,
    users,
    ['1', 'person1@example.com', '?', 'M?ller', 'login1'],
    ['2', 'person2@example.com', 'Why?', 'Who?', 'login2'],
    ['0', 'new@example.com', 'J?rg', 'New', 'new'],
  );
  expect(told).toMatchObject([
    ['letters-lost', null, expect.stringContaining('In lines 2 and 4, First Name has question marks')],
    ['letters-lost', 2, expect.stringContaining('“M?ller” in line 2')],
  ]);
});

test('numbers of somebody else are told of; those of another server, and that are handed on, are not', () => {
  const users = [1, 2, 3].map((id) =>
    person(id, {
      profile: { Team: 'North', 'ACD ID': String(100 + id), 'ACD Server ID': '1', 'Employee ID': `E${id}` },
    }),
  );
  const fields = ['User ID', 'Email', 'ACD ID', 'ACD Server ID', 'Employee ID'] as const;
  const told = warningsOf(
    fields,
    users,
    ['1', 'person1@example.com', '103', '1', 'E2'],
    ['2', 'person2@example.com', '101', '1', 'E1'],
    ['3', 'person3@example.com', '103', '2', 'E1'],
  );
  expect(told).toEqual([
    ['number-shared', null, 'In lines 3 and 4, Employee ID is one that somebody else has: “E1” of First3 Last3 (3).'],
  ]);
  expect(warningsOf(fields, users, ['1', 'person1@example.com', '102', '1', 'E1'])).toEqual([
    ['number-shared', 2, expect.stringContaining('“102” of First2 Last2 (2)')],
  ]);
});

test('an end before its start, and somebody new without a login, are told of', () => {
  const dates = ['User ID', 'Email', 'Login', 'Company Start Date', 'Company End Date', 'Active?'] as const;
  const told = warningsOf(
    dates,
    [person(1, { profile: { Team: 'North', 'Company Start Date': '2024-02-01' } })],
    ['1', 'person1@example.com', 'login1', '', '2024-01-31', ''],
    ['0', 'one@example.com', '', '2024-01-31', '2024-01-31', ''],
    ['0', 'two@example.com', '', '', '', 'FALSE'],
  );
  expect(told).toEqual([
    ['end-before-start', 2, 'In line 2, the company end date is before the company start date.'],
    ['no-login', 3, 'In line 3, somebody new is active and has no login.'],
  ]);
});

test('an active person who loses the login is told of, an inactive one is not', () => {
  const fields = ['User ID', 'Email', 'Login'] as const;
  const rows = [
    ['1', 'person1@example.com', ''],
    ['2', 'person2@example.com', ''],
    ['3', 'person3@example.com', ''],
  ];
  const context = contextOf([person(1), person(2, { active: false }), person(3, { login: '' })]);
  const { warnings } = checkRows(fields, rows, context, { blanks: 'erase' });
  expect(warnings.map(({ code, line }) => [code, line])).toEqual([
    ['values-erased', null],
    ['no-login', 2],
  ]);
});

test('an address of which only the letter case changes gets no activation mail, where that is one address', () => {
  const fields = ['User ID', 'Email'] as const;
  const rows = [
    ['1', 'Person1@example.com'],
    ['2', 'new@example.com'],
  ];
  const context = contextOf([person(1), person(2)], { sendsActivationMail: true });
  const told = (emailCase: 'ignored' | 'kept') =>
    checkRows(fields, rows, context, { rules: rulesOf({ emailCase }) }).warnings.map(({ message }) => message);
  expect(told('ignored')).toEqual(['1 address is new or changed and will get activation mail.']);
  expect(told('kept')).toEqual(['2 addresses are new or changed and will get activation mail.']);
});
