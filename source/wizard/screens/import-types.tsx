import { Box, Text } from 'ink';
import { columnTypeText } from '../../model/column-type-text.ts';
import type { MappedColumn } from '../../model/mapping.ts';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { openDates, typedColumns } from '../logic/import-columns.ts';
import { fileNow } from '../logic/import-unread.ts';
import { type Look, useLook } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { AskText } from './ask-text.tsx';
import { CursorRows } from './cursor-rows.tsx';
import { cutLines } from './cut-lines.ts';
import { columnLines, readingText, sampleLines, samplesOf } from './import-samples.ts';
import { yesAndNoLines } from './import-saving-lines.ts';
import { decisionText } from './import-words.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field', min: 14, flex: 1 },
  { key: 'type', label: 'Is read as', min: 16, flex: 1 },
  { key: 'reading', label: 'First cell is', min: 14, flex: 2, drop: 1 },
  { key: 'decision', label: '', min: 10 },
];

/** Lines below the table: samples of a column that reads, what is to be decided or mended of another. */
const BELOW = { samples: 1, trouble: 2, most: 3 };

/** How the cells of each column are read, with cells of the file as they read then. */
export function ImportTypes({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { importing } = state;
  const columns = typedColumns(importing);
  const here = columns[importing.typeCursor];
  const isOpen = here !== undefined && openDates(importing).includes(here.heading);
  const samples = here === undefined ? [] : sampleLines(here, isOpen, importing, look);
  const isTrouble = isOpen || (here !== undefined && decisionText(importing, here).includes('FAIL'));
  const room = height >= 12 ? BELOW.most : isTrouble ? BELOW.trouble : BELOW.samples;
  const lines = isTrouble
    ? cutLines(
        samples.flatMap((line) => wrapText(line, width, look)),
        room,
        width,
        look,
        'd',
      )
    : samples;
  const shown = [...lines, '', '', ''].slice(0, room);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <CursorRows
        columns={COLUMNS}
        rows={columns.map((column) => columnRow(column, state, look))}
        at={importing.typeCursor}
        width={width}
        height={height - room}
      />
      {shown.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index} bold={isOpen}>
          {fitText(line, width, fitOptions(look))}
        </Text>
      ))}
    </Box>
  );
}

/** Worked out only once it is drawn. */
function columnRow(column: MappedColumn, { importing }: State, look: Look): TableRow {
  return {
    get cells() {
      const file = fileNow(importing);
      const [first] = file === null ? [] : samplesOf(file, column.heading, 1);
      const reading = first === undefined ? '(blank)' : readingText(first, column.type, importing, look);
      return [column.field, columnTypeText(column.type), reading, decisionText(importing, column)];
    },
  };
}

/** One column whole, with what does not read of it. */
export function ImportCells({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const column = typedColumns(state.importing)[state.importing.typeCursor];
  const lines = column === undefined ? [] : columnLines(column, state.importing, look);
  const text = lines.map((line) => visibleText(line, look)).join('\n');
  return <Pane text={text} at={state.overlayScroll} {...{ width, height, dispatch }} />;
}

/** Typing the words that mean yes and no. */
export function ImportWords({ state, ...props }: ScreenProps) {
  return (
    <AskText {...props} lines={yesAndNoLines(state.importing)} label="Words: " field={state.importing.cellField} />
  );
}
