import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../source/model/import-field.ts';
import { checkRows, contextOf, person, placesOf } from './given-import.ts';

const SOFIA = person(33, { login: 'sofia33', profile: { Team: 'North', 'Employee ID': 'E33 ' } });

/** One row about Sofia: these cells under these fields. */
function checkCells(cells: Partial<Record<ImportField, string>>) {
  const fields = ['User ID', 'Email', ...Object.keys(cells)] as ImportField[];
  return checkRows(fields, [['33', 'person33@example.com', ...Object.values(cells)]], contextOf([SOFIA]));
}

describe('blanks at the ends', () => {
  it.each<[ImportField, string, RegExp, string]>([
    ['Login', 'sofia33 ', /has a space behind it/, 'Write “sofia33” and nothing else.'],
    ['Login', '  sofia', /has spaces before it/, 'Write “sofia” and nothing else.'],
    ['First Name', 'Sofia\u00a0', /has a blank \(U\+00A0\) behind it/, 'Write “Sofia” and nothing else.'],
    ['Last Name', ' Oliveira ', /has spaces around it/, 'Write “Oliveira” and nothing else.'],
    ['Employee ID', ' 12', /has a space before it/, 'Write “12” and nothing else.'],
    ['ACD ID', '7 ', /has a space behind it/, 'Write “7” and nothing else.'],
  ])('are no part of %s: “%s”', (field, text, message, cure) => {
    const check = checkCells({ [field]: text });
    expect(placesOf(check)).toEqual([[2, field, text, 'unreadable']]);
    expect(check.problems[0]?.message).toMatch(message);
    expect(check.problems[0]?.cure).toBe(cure);
  });

  it('stay where the store has them, and may be taken away', () => {
    expect(checkCells({ 'Employee ID': 'E33 ' }).counts).toMatchObject({ unchanged: 1, problems: 0 });
    expect(checkCells({ 'Employee ID': 'E33' }).counts).toMatchObject({ update: 1, problems: 0 });
  });

  it('are told of beside all else that is wrong with the row, whoever it is about', () => {
    const fields = ['User ID', 'Email', 'Last Name', 'Team'] as const;
    const check = checkRows(fields, [['999', 'sofia@example.com ', 'Oliveira ', 'Nrth']], contextOf([SOFIA]));
    expect(placesOf(check)).toEqual([
      [2, 'User ID', '999', 'unknown-user'],
      [2, 'Email', 'sofia@example.com ', 'bad-email'],
      [2, 'Last Name', 'Oliveira ', 'unreadable'],
      [2, 'Team', 'Nrth', 'unknown-name'],
    ]);
  });
});
