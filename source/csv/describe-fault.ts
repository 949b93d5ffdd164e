import { makeFinding } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Problem, ProblemCode } from '../model/pair.ts';
import { type CsvFault, type FaultKind, ROW_BYTES, ROW_CELLS } from './csv-file.ts';

const KIBIBYTES = Math.round(ROW_BYTES / 1024);

const WORDS: Record<FaultKind, { code: ProblemCode; what: string; cure: string }> = {
  empty: {
    code: 'empty-file',
    what: 'The file is empty.',
    cure: 'Export all users, fill the To User ID of the people you want to transfer, and save the file.',
  },
  workbook: {
    code: 'unreadable',
    what: 'This is a spreadsheet workbook, not a CSV file.',
    cure: 'Open it in the spreadsheet and save it as CSV (UTF-8).',
  },
  'bad-bytes': {
    code: 'encoding',
    what: 'it has bytes that do not fit the encoding which the file announces',
    cure: 'Save the file again as CSV (UTF-8).',
  },
  'unclosed-quote': {
    code: 'unreadable',
    what: 'a quotation mark opens a cell and is never closed',
    cure: 'Close the quotation mark on that line or delete it, then check the file again.',
  },
  'stray-quote': {
    code: 'unreadable',
    what: 'a quotation mark stands within a cell',
    cure: 'Delete the mark; or write it twice and put the whole cell into quotation marks.',
  },
  'row-too-long': {
    code: 'unreadable',
    what: `it is longer than ${KIBIBYTES} KB, which no row of an export is`,
    cure: 'Shorten the long cell on that line, or put back what an export has there.',
  },
  'too-many-cells': {
    code: 'unreadable',
    what: `it has more than ${numberText(ROW_CELLS)} columns`,
    cure: 'Check how the file was made; an export has 31 columns.',
  },
};

/**
 * Puts a fault of the file into words.
 * @param headings as far as they were read, to name the column
 * @param cures what to do about it where the file is not one of pairs
 */
export function describeFault(
  fault: CsvFault,
  headings: readonly string[],
  cures: Partial<Record<FaultKind, string>> = {},
): Problem {
  const { code, what, cure: usual } = WORDS[fault.kind];
  const cure = cures[fault.kind] ?? usual;
  const column = fault.cell === null ? null : (headings[fault.cell] ?? `column ${fault.cell + 1}`);
  const place = { line: fault.line, column, value: fault.excerpt };
  if (fault.line === null) return makeFinding(place, code, what, cure);
  if (fault.lastLine === null || fault.lastLine === fault.line) {
    return makeFinding(place, code, `Line ${fault.line} cannot be read: ${what}.`, cure);
  }
  const lines = `Lines ${fault.line} to ${fault.lastLine} cannot be read`;
  return makeFinding(place, code, `${lines}: the trouble starts on line ${fault.line}, where ${what}.`, cure);
}
