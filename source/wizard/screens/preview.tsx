import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import type { User } from '../../model/user.ts';
import { fullName } from '../../model/user.ts';
import { fitText, wrapText } from '../../model/visible-text.ts';
import type { PairRow } from '../../pairs/pair-row.ts';
import { pageNow, rowAt, rowNow, tableHeight, wholeFileProblems } from '../logic/preview.ts';
import { useLook } from '../look.ts';
import { operationNow } from '../operation.ts';
import { DataTable, type TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { rowFacts, rowState, sidesOf } from '../row-sides.ts';
import type { State } from '../state.ts';
import { cutLines } from './cut-lines.ts';
import { countsText, emptyText } from './preview-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'line', label: 'Line', min: 7, align: 'right' },
  { key: 'source', label: 'Source: data moves from', min: 14, flex: 1 },
  { key: 'target', label: 'Target: data goes into', min: 14, flex: 1 },
  { key: 'state', label: 'State', min: 9 },
];
const MERGE_LABELS = new Map([
  ['source', 'Source: is merged'],
  ['target', 'Target: is kept'],
]);
const MERGE_COLUMNS = COLUMNS.map((column) => ({ ...column, label: MERGE_LABELS.get(column.key) ?? column.label }));

/** Every row of the file as it will be carried, or why not (A44 to A47). */
export function Preview({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { start, end, page, pages } = pageNow(state);
  const rows: TableRow[] = [];
  for (let index = start; index < end; index += 1) {
    const row = rowAt(state, index);
    if (row !== undefined) rows.push(tableRow(state, row));
  }
  const here = rowNow(state);
  const facts = factsBelow(state, here, look.symbols.warning).flatMap((fact) => wrapText(fact, width, look));
  const shown = `${state.preview.filter}: page ${numberText(page)} of ${numberText(pages)}`;
  const counts = fitText(countsText(state), Math.max(0, width - shown.length - 1), fitOptions(look));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{`${counts} ${shown}`}</Text>
      <DataTable
        columns={operationNow(state) === 'merge' ? MERGE_COLUMNS : COLUMNS}
        rows={rows}
        width={width}
        height={tableHeight(state)}
        cursor={rows.length === 0 ? null : state.preview.cursor - start}
      />
      {cutLines(facts, height - 1 - tableHeight(state), width, look, 'd').map((fact, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{fitText(fact, width, fitOptions(look))}</Text>
      ))}
    </Box>
  );
}

function tableRow(state: State, row: PairRow): TableRow {
  const { source, target } = sidesOf(state, row);
  const status = rowState(state, row);
  return {
    cells: [String(row.line), sideText(source), sideText(target), status],
  };
}

function sideText(side: { text: string; user: User | undefined }): string {
  const { text, user } = side;
  return user === undefined ? text : `${user.id} ${fullName(user)} <${user.email}>`;
}

/** What is wrong with the row under the cursor, or of the file as a whole. */
function factsBelow(state: State, row: PairRow | undefined, sign: string): string[] {
  const whole = wholeFileProblems(state);
  const facts = whole.map(({ message, cure }) => `${sign} ${message} ${cure}`);
  if (row === undefined) {
    const others = (state.preview.match?.problems ?? []).filter((problem) => !whole.includes(problem));
    const told = [...facts, ...others.map(({ message, cure }) => `${sign} ${message} ${cure}`)];
    return told.length > 0 ? told : [emptyText(state)];
  }
  return [...facts, ...rowFacts(state, row, sign)];
}
