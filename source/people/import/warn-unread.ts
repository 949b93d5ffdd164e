import { countOf, cutText, makeFinding } from '../../model/finding.ts';
import type { ColumnType, DateFormat } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import type { ProblemCode, Warning } from '../../model/pair.ts';
import { shellWord } from '../../model/shell-word.ts';
import type { CheckGround, FileColumn } from './check-ground.ts';
import { parseDate } from './date-text.ts';
import type { DraftRow } from './draft-row.ts';
import { type BetterFormats, findBetterFormats } from './find-better-formats.ts';
import type { FileRow } from './import-check.ts';

const UNREAD: ReadonlySet<ProblemCode> = new Set([
  'bad-date',
  'bad-boolean',
  'bad-number',
  'bad-list',
  'bad-time-zone',
]);

/**
 * Columns of at least two cells none of which reads, and those of dates of which most are written in another format: what
 * each row tells is one mistake, and mended in one place.
 */
export function warnUnread(
  drafts: readonly DraftRow[],
  rows: readonly FileRow[],
  { columns }: Pick<CheckGround, 'columns'>,
): Warning[] {
  const lines = new Map<string, Set<number>>();
  for (const { problems } of drafts) {
    for (const { column, code, line } of problems) {
      if (column === null || line === null || !UNREAD.has(code)) continue;
      const unread = lines.get(column) ?? new Set();
      lines.set(column, unread.add(line));
    }
  }
  return columns.flatMap((column) => {
    const unread = lines.get(column.heading)?.size ?? 0;
    if (unread < 2) return [];
    const cells = rows.map((row) => (row.cells[column.place] ?? '').trim()).filter((cell) => cell !== '');
    const { type } = column;
    const better = type.kind === 'date' ? findBetterFormats(cells, type.format) : null;
    if (type.kind === 'date' && better !== null) return [formatWarning(column, type.format, better, cells)];
    return cells.length > unread ? [] : [unreadWarning(column, unread, cells[0] ?? '')];
  });
}

function unreadWarning({ heading, type }: FileColumn, count: number, first: string): Warning {
  const message = `None of the ${countOf(count, 'cell')} of “${cutText(heading, 60)}”, such as “${cutText(first, 40)}”, reads as ${typeText(type)}.`;
  return makeFinding({ line: null, column: heading, value: null }, 'column-unread', message, cureOf(type));
}

/** That the dates are right, and are read otherwise than they are written. */
function formatWarning(
  { heading }: FileColumn,
  format: DateFormat,
  { formats, count }: BetterFormats,
  cells: readonly string[],
): Warning {
  const [best = format] = formats;
  const shown = cells.find((cell) => parseDate(cell, best) !== null) ?? '';
  const all =
    count === cells.length
      ? `All ${countOf(count, 'cell')}`
      : `${numberText(count)} of the ${countOf(cells.length, 'cell')}`;
  const message = `${all} of “${cutText(heading, 60)}”, such as “${cutText(shown, 40)}”, read as ${formats.join(' and as ')}, but the column is read as ${format}.`;
  const or = formats.length === 1 ? '' : ` (or ${formats.slice(1).join(', ')})`;
  const cure = `Have the column read so: --date-format ${shellWord(`${heading}=${best}`)}${or}, or take another --mapping; in the wizard, choose the format at “How cells are read”.`;
  return makeFinding({ line: null, column: heading, value: null }, 'column-unread', message, cure);
}

function typeText(type: ColumnType): string {
  switch (type.kind) {
    case 'date':
      return `a date, ${type.format}`;
    case 'boolean':
      return `${type.yes.join(', ')} or ${type.no.join(', ')}`;
    case 'list':
      return `a list with ${type.separator}`;
    case 'time-zone':
      return 'a time zone';
    default:
      return `a ${type.kind}`;
  }
}

function cureOf(type: ColumnType): string {
  switch (type.kind) {
    case 'date':
      return `In the spreadsheet, give the whole column the date format ${type.format}, and save the file anew.`;
    case 'boolean':
      return `In the spreadsheet, replace the words of the whole column by ${type.yes[0] ?? ''} and ${type.no[0] ?? ''}, or give them to a saved mapping.`;
    default:
      return 'Mend the column as a whole where the file comes from, or leave it out.';
  }
}
