import { expect, test } from 'vitest';
import type { ImportField } from '../../../source/model/import-field.ts';
import { standInOf } from '../../../source/redact/stand-in.ts';
import { checkRows, contextOf, person, placesOf } from './given-import.ts';

const JOHN = person(19, { firstName: 'John', lastName: 'Smith', login: 'john.smith' });
const HIDDEN = standInOf(19);

/** What is wrong with a row about somebody with this ID who gets these values. */
function checkCells(id: number, email: string, cells: Partial<Record<ImportField, string>>) {
  const fields = ['User ID', 'Email', ...Object.keys(cells)] as ImportField[];
  return checkRows(fields, [[String(id), email, ...Object.values(cells)]], contextOf([JOHN]));
}

test('a row of an export that was made with --redact is refused, once, and told where its stand-ins come from', () => {
  const { firstName, lastName, login, email } = HIDDEN;
  const check = checkCells(19, email, { 'First Name': firstName, 'Last Name': lastName, Login: login });
  expect(placesOf(check)).toEqual([[2, 'Email', 'person19@example.invalid', 'stand-in']]);
  expect(check.problems[0]).toMatchObject({
    message: expect.stringContaining('exported with --redact'),
    cure: expect.stringContaining('Export without --redact'),
  });
});

test.each<[string, number, string, Partial<Record<ImportField, string>>, ImportField]>([
  ['somebody new with such an address', 0, 'person7@example.invalid', { 'First Name': 'Ann' }, 'Email'],
  ['an address that stands for nobody in particular', 0, 'Somebody@Example.invalid', {}, 'Email'],
  ['the first name alone', 19, JOHN.email, { 'First Name': 'First19' }, 'First Name'],
  ['the last name alone', 19, JOHN.email, { 'Last Name': 'Last19' }, 'Last Name'],
])('%s is refused', (_what, id, email, cells, field) => {
  expect(placesOf(checkCells(id, email, cells)).map(([line, column, , code]) => [line, column, code])).toEqual([
    [2, field, 'stand-in'],
  ]);
});

test.each<[string, Partial<Record<ImportField, string>>]>([
  ['a login that only looks like one', { Login: 'user19' }],
  ['the name that would stand for somebody else', { 'First Name': 'First20' }],
])('%s is taken', (_what, cells) => {
  expect(checkCells(19, JOHN.email, cells).problems).toEqual([]);
});
