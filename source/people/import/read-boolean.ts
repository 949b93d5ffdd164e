import { type CellReader, quoteCell } from './cell-reading.ts';

/** Reads the words for yes and for no, in any letter case (X17). */
export function booleanReader(yes: readonly string[], no: readonly string[]): CellReader {
  const values = new Map<string, boolean>();
  for (const word of no) values.set(word.trim().toLowerCase(), false);
  for (const word of yes) values.set(word.trim().toLowerCase(), true);
  const [first = 'TRUE'] = yes;
  const [second = 'FALSE'] = no;
  return (cell) => {
    const value = values.get(cell.trim().toLowerCase());
    if (value !== undefined) return { value };
    return {
      code: 'bad-boolean',
      message: `${quoteCell(cell)} is neither ${first} nor ${second}.`,
      cure: `Write ${first} or ${second}, or add the word to those of the column.`,
    };
  };
}
