import type { ImportField } from '../../model/import-field.ts';
import { quoteCell } from './cell-reading.ts';
import { addProblem, type DraftRow, type PlaceOf } from './draft-row.ts';

/** What people are told from one another by: no blank is part of it at its ends. */
const FIELDS: ReadonlySet<string> = new Set<ImportField>([
  'First Name',
  'Last Name',
  'Login',
  'Employee ID',
  'ACD ID',
  'ACD Server ID',
]);

/** Refuses blanks at the ends of the names, logins and IDs that a row sets: nobody sees them, and nobody types them. */
export function checkEnds(row: DraftRow, placeOf: PlaceOf): void {
  for (const { field, source } of row.fields) {
    if (typeof source !== 'string' || !FIELDS.has(field)) continue;
    const trimmed = source.trim();
    if (trimmed.length === source.length) continue;
    const { column, text } = placeOf(row, field as ImportField);
    if (row.problems.some((problem) => problem.column === column)) continue;
    const end = source.startsWith(trimmed) ? 'behind' : source.endsWith(trimmed) ? 'before' : 'around';
    const message = `${quoteCell(source)} has ${signsOf(source)} ${end} it that nobody sees.`;
    addProblem(row, { column, text }, 'unreadable', message, `Write ${quoteCell(trimmed)} and nothing else.`);
  }
}

/** "a space", "spaces", "a sign (U+00A0)": what stands at the ends of a text. */
function signsOf(text: string): string {
  const trimmed = text.trim();
  const start = text.indexOf(trimmed);
  const signs = [...text.slice(0, start), ...text.slice(start + trimmed.length)];
  const odd = signs.find((sign) => sign !== ' ');
  if (odd === undefined) return signs.length === 1 ? 'a space' : 'spaces';
  return `a blank (U+${(odd.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`;
}
