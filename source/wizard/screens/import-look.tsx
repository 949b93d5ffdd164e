import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText, wrapText } from '../../model/visible-text.ts';
import { isInUse } from '../logic/import-look.ts';
import { useLook } from '../look.ts';
import { DataTable, type TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import { type Column, planColumns } from '../parts/plan-columns.ts';
import { CursorRows } from './cursor-rows.tsx';
import { choiceText, columnsText, fileText, mappingText, originText } from './import-words.ts';
import type { ScreenProps } from './screen.ts';

/** The line number, then the columns of the file from the first one that is shown. */
function columnsFrom(headings: readonly string[], first: number): Column[] {
  const columns = headings
    .slice(first)
    .map((label, index): Column => ({ key: `column-${first + index}`, label, min: 14, flex: 1 }));
  return [{ key: 'line', label: 'Line', min: 7, align: 'right' }, ...columns];
}

/** Columns that the frame of a table takes, and those between two cells. */
const FRAME = { ends: 4, between: 3 };

/** What the file holds: its headings and rows, how it was read, and the mapping that is taken. */
export function ImportLook({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const { file, lookColumn, lookRow } = importing;
  if (file === null) return <Text>No file has been read. Esc goes back.</Text>;
  const cut = (text: string) => fitText(text, width, fitOptions(look));
  const [problem] = file.problems;
  const columns = columnsFrom(file.headings, lookColumn);
  const planned = planColumns(columns, Math.max(1, width - FRAME.ends), FRAME.between);
  const shown = planned.filter((each) => each > 0).length - 1;
  const tableHeight = height - 3;
  const room = Math.max(1, tableHeight - 3);
  const start = Math.max(0, Math.min(lookRow, file.rows.length - 1));
  const rows = file.rows
    .slice(start, start + room)
    .map(({ line, cells }): TableRow => ({ cells: [String(line), ...cells.slice(lookColumn, lookColumn + shown)] }));
  const end = lookColumn + shown;
  const place = `columns ${lookColumn + 1} to ${end} of ${file.headings.length}, rows ${numberText(start + 1)} to ${numberText(start + rows.length)} of ${numberText(file.rows.length)}`;
  const said = problem === undefined ? place : `${look.symbols.warning} ${problem.message} ${problem.cure}`;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text bold>{cut(fileText(importing))}</Text>
      <Text>{cut(mappingText(importing))}</Text>
      <DataTable columns={columns} rows={rows} width={width} height={tableHeight} cursor={null} />
      <Text>{cut(said)}</Text>
    </Box>
  );
}

const CHOICE_COLUMNS: readonly Column[] = [
  { key: 'name', label: 'Mapping', min: 16, flex: 1 },
  { key: 'origin', label: 'Where from', min: 21, drop: 1 },
  { key: 'columns', label: 'Columns', min: 7, align: 'right' },
  { key: 'now', label: '', min: 6 },
];

/** Lines of a table that still shows a few rows. */
const LEAST_TABLE = 7;

/** The mappings to choose from, and what the one under the cursor is for. */
export function ImportMappings({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { file, choices, choiceCursor, guess } = state.importing;
  const rows = choices.map((choice) => ({
    cells: [
      choice.origin === 'guessed' ? 'As the columns look' : choice.mapping.name,
      originText(choice),
      columnsText(choice, file),
      isInUse(choice, state.importing) ? 'in use' : '',
    ],
  }));
  const abouts = choices.map((choice) => wrapText(choiceText(choice, guess), width, { ascii: look.ascii }));
  // The table keeps its height, whichever of them is told.
  const room = Math.min(Math.max(1, height - LEAST_TABLE), Math.max(1, ...abouts.map((lines) => lines.length)));
  const about = abouts[choiceCursor] ?? [];
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows columns={CHOICE_COLUMNS} rows={rows} at={choiceCursor} width={width} height={height - room} />
      <Text>{about.slice(0, room).join('\n')}</Text>
    </Box>
  );
}
