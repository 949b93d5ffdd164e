import { expect, test } from 'vitest';
import { checkRows, contextOf } from './given-import.ts';

const FIELDS = ['User ID', 'Email', 'Login', 'Activated', 'Full Scope'] as const;

function warningsOf(...cells: [day: string, word: string][]) {
  const rows = cells.map(([day, word], index) => ['0', `p${index}@example.com`, `p${index}`, day, word]);
  return checkRows(FIELDS, rows, contextOf([])).warnings.map(({ code, column, message }) => [code, column, message]);
}

test('a column of which no cell reads is told of once', () => {
  expect(warningsOf(['13.02.2024', 'oder'], ['14.02.2024', ''], ['', 'aber'])).toEqual([
    ['column-unread', 'Activated', expect.stringContaining('2 cells of “Activated”, such as “13.02.2024”')],
    ['column-unread', 'Full Scope', expect.stringContaining('reads as TRUE or FALSE.')],
  ]);
});

test('one of which some cells read is not, nor is a single cell', () => {
  expect(warningsOf(['13.02.2024', 'oder'], ['14.02.2024', ''], ['2024-02-14', ''])).toEqual([]);
});

function cureOf(...days: string[]) {
  const rows = days.map((day, index) => ['0', `p${index}@example.com`, `p${index}`, day, '']);
  return checkRows(FIELDS, rows, contextOf([])).warnings.map(({ message, cure }) => [message, cure]);
}

test('of dates that are written in another format, that one is the cure, be it most of them or all', () => {
  expect(cureOf('31/01/2024', '28/02/2024', '2024-01-01')).toEqual([
    [
      '2 of the 3 cells of “Activated”, such as “31/01/2024”, read as DD/MM/YYYY, but the column is read as YYYY-MM-DD.',
      expect.stringContaining("--date-format 'Activated=DD/MM/YYYY', or take another --mapping"),
    ],
  ]);
  const [[message, cure] = []] = cureOf('01/02/2024', '03/04/2024', '31/12/2999');
  expect(message).toContain('read as DD/MM/YYYY and as MM/DD/YYYY, but');
  expect(cure).toContain("'Activated=DD/MM/YYYY' (or MM/DD/YYYY)");
  expect(cureOf('31/01/2024', '28/02/2024', '2024-01-01', '2024-01-02')).toEqual([]);
  expect(cureOf('13.02.2024', '14.02.2024').flat().join(' ')).toContain('the date format YYYY-MM-DD, and save');
});
