import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import { createContext, type ReactNode, useContext } from 'react';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';
import { type Column, planColumns } from './plan-columns.ts';
import { useListWindow } from './use-list-window.ts';

export interface TableRow {
  /** One text per column. */
  cells: readonly string[];
  /** Drawn dimmed; a cell should say why. */
  isDimmed?: boolean;
}

export interface DataTableProps {
  columns: readonly Column[];
  /** The rows of the page. */
  rows: readonly TableRow[];
  width: number;
  /** Lines in all, `TABLE_CHROME` of them frame and headings. */
  height: number;
  /** Index of the row under the cursor; null: none. */
  cursor: number | null;
}

/** Lines of a table that are not rows: the frame above and below, and the headings. */
export const TABLE_CHROME = 3;

/** Columns between two cells (` │ `), and at both ends together (`│ ` and ` │`). */
const BETWEEN = 3;
const ENDS = 4;

type RowData = Record<string, string | boolean>;

/** What a row's data holds besides its cells; no column has such a key. */
const HERE = '\0here';
const DIMMED = '\0dimmed';

interface TablePlan {
  widths: readonly number[];
  headings: readonly string[];
}

const PlanContext = createContext<TablePlan>({ widths: [], headings: [] });
const RowContext = createContext({ isHere: false, isDimmed: false });

function asciiFrame(text: string): string {
  return text.replace(/[─│┌┐└┘├┤┬┴┼]/g, (sign) => (sign === '─' ? '-' : sign === '│' ? '|' : '+'));
}

/** ink-table pads by code units: what it made is brought back to the planned columns, with a space at each side. */
function PlannedCell({ children, column }: { children?: ReactNode; column: number }) {
  const { isHere, isDimmed } = useContext(RowContext);
  const width = useContext(PlanContext).widths[column] ?? 0;
  return (
    <Text inverse={isHere} dimColor={isDimmed}>
      {` ${fitText(String(children).slice(1), width, { ellipsis: '' })} `}
    </Text>
  );
}

function PlannedHeading({ column = 0 }: { children?: ReactNode; column?: number }) {
  return <Text bold>{` ${useContext(PlanContext).headings[column] ?? ''} `}</Text>;
}

function Frame({ children, column }: { children?: ReactNode; column?: number }) {
  const look = useLook();
  const { widths } = useContext(PlanContext);
  const line = column === undefined ? String(children) : '─'.repeat((widths[column] ?? 0) + 2);
  return <Text dimColor>{look.ascii ? asciiFrame(line) : line}</Text>;
}

/** ink-table without its lines between rows, and with rows that know whether the cursor is on them. */
class PlannedTable extends Table<RowData> {
  constructor(props: Table<RowData>['props']) {
    super(props);
    const drawRow = this.data;
    this.separator = () => null;
    this.data = (row) => (
      <RowContext.Provider value={{ isHere: row.data[HERE] === true, isDimmed: row.data[DIMMED] === true }}>
        {drawRow(row)}
      </RowContext.Provider>
    );
  }
}

/** A framed table of one page. Columns are fitted to `width`; where the rows are more than `height` holds, they scroll. */
export function DataTable({ columns, rows, width, height, cursor }: DataTableProps) {
  const look = useLook();
  const { start, end } = useListWindow(rows.length, Math.max(1, height - TABLE_CHROME), cursor ?? 0);
  const planned = planColumns(columns, Math.max(1, width - ENDS), BETWEEN);
  const shown = columns.flatMap((column, index) => {
    const columnWidth = planned[index] ?? 0;
    return columnWidth === 0 ? [] : [{ column, index, width: columnWidth }];
  });
  const fitCell = ({ column, index, width: columnWidth }: (typeof shown)[number], text: string, mark: string) => {
    const lead = index === 0 ? fitText(`${mark} `, Math.min(2, columnWidth), { ellipsis: '' }) : '';
    const options = { ...fitOptions(look), align: column.align ?? 'left' };
    return lead + fitText(text, columnWidth - lead.length, options);
  };
  const data = rows.slice(start, end).map((row, offset): RowData => {
    const isHere = start + offset === cursor;
    const mark = isHere ? look.symbols.pointer : ' ';
    const cells = shown.map((place) => [place.column.key, fitCell(place, row.cells[place.index] ?? '', mark)]);
    return { ...Object.fromEntries(cells), [HERE]: isHere, [DIMMED]: row.isDimmed === true };
  });
  const plan = {
    widths: shown.map((place) => place.width),
    headings: shown.map((place) => fitCell(place, place.column.label, ' ')),
  };
  return (
    <Box width={width} height={height} flexDirection="column">
      <PlanContext.Provider value={plan}>
        <PlannedTable
          data={data}
          columns={shown.map(({ column }) => column.key)}
          cell={PlannedCell}
          header={PlannedHeading}
          skeleton={Frame}
        />
      </PlanContext.Provider>
    </Box>
  );
}
