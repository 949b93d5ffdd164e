import { countOf, makeFinding } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import type { Warning } from '../../model/pair.ts';
import { columnReader, findUnread } from './find-unread.ts';
import type { PeopleFile } from './import-check.ts';

/** Each column of `file` of which cells do not read as `mapping` has it: how many, the first of them, and what to do. */
export function warnColumns(
  file: Pick<PeopleFile, 'headings' | 'rows'>,
  { columns, rules }: Pick<Mapping, 'columns' | 'rules'>,
  timeZones: readonly string[],
): Warning[] {
  return columns.flatMap((column) => {
    const { heading } = column;
    const place = file.headings.indexOf(heading);
    if (place === -1) return [];
    const { count, faults } = findUnread(file, column, columnReader(column, rules, timeZones));
    const [first] = faults;
    if (first === undefined) return [];
    const [text, { message, cure }] = first;
    const filled = file.rows.filter(({ cells }) => (cells[place] ?? '').trim() !== '').length;
    const told = `${numberText(count)} of its ${countOf(filled, 'cell')} ${count === 1 ? 'does' : 'do'} not read. The first: ${message}`;
    return [makeFinding({ line: null, column: heading, value: text }, 'column-unread', told, cure)];
  });
}
