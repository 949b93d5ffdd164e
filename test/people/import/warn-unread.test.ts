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
