import { Box, Text } from 'ink';
import { Table } from 'ink-table';
import { createContext, memo, type ReactNode, useContext } from 'react';
import stringWidth from 'string-width';
import { numberText } from '../../model/number-text.ts';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from './fit-cells.ts';
import { type Column, planColumns } from './plan-columns.ts';
import { useListWindow } from './use-list-window.ts';

export interface TableRow {
  /** One text per column. */
  cells: readonly string[];
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
const TABLE_CHROME = 3;

/** Columns between two cells (` │ `), and at both ends together (`│ ` and ` │`). */
const BETWEEN = 3;
const ENDS = 4;

/** What ink-table gets of a row: its place, and an empty text per column. Its rows stay the same from page to page. */
type RowData = Record<string, string | number>;

/** The key of the place; no column has it. */
const PLACE = '\0place';

/** What is drawn: texts fitted to the width of their column. */
interface TablePage {
  widths: readonly number[];
  headings: readonly string[];
  rows: readonly { cells: readonly string[]; isHere: boolean }[];
}

const PageContext = createContext<TablePage>({ widths: [], headings: [], rows: [] });
const PlaceContext = createContext(0);

/** The sign that ink-table puts between cells. */
const UPRIGHT = '│';

function asciiFrame(text: string): string {
  return text.replace(/[─┌┐└┘┬┴]/g, (sign) => (sign === '─' ? '-' : '+'));
}

/** One piece of the table. Remembered: a page turn leaves the frame and the headings as they are. */
const Piece = memo(function Piece(props: { text: string; bold?: boolean; inverse?: boolean }) {
  const { text, ...style } = props;
  return <Text {...style}>{text}</Text>;
});

/** A cell with the upright behind it, and before it for the first one: half as many pieces as with uprights apart. */
function useFramed(text: string, column: number): string {
  const upright = useLook().ascii ? '|' : UPRIGHT;
  return `${column === 0 ? upright : ''} ${text} ${upright}`;
}

/** ink-table measures and pads by code units, so cells and frame take their widths from the page and not from it. */
function PlannedCell({ column }: { children?: ReactNode; column: number }) {
  const row = useContext(PageContext).rows[useContext(PlaceContext)];
  const text = useFramed(row?.cells[column] ?? '', column);
  return <Piece text={text} inverse={row?.isHere === true} />;
}

function PlannedHeading({ column = 0 }: { children?: ReactNode; column?: number }) {
  return <Piece text={useFramed(useContext(PageContext).headings[column] ?? '', column)} bold />;
}

function Frame({ children, column }: { children?: ReactNode; column?: number }) {
  const look = useLook();
  const { widths } = useContext(PageContext);
  if (children === UPRIGHT) return null;
  const line = column === undefined ? String(children) : '─'.repeat((widths[column] ?? 0) + 2);
  return <Piece text={look.ascii ? asciiFrame(line) : line} />;
}

/** ink-table without its lines between rows, and with cells that know their row. */
class PlannedTable extends Table<RowData> {
  constructor(props: Table<RowData>['props']) {
    super(props);
    const drawRow = this.data;
    this.separator = () => null;
    this.data = (row) => <PlaceContext.Provider value={Number(row.data[PLACE])}>{drawRow(row)}</PlaceContext.Provider>;
  }
}

/**
 * A framed table of one page. Columns are fitted to `width`; where the rows are more than `height` holds, they scroll,
 * and the first heading says which of how many the cursor is on.
 */
export function DataTable({ columns, rows, width, height, cursor }: DataTableProps) {
  const look = useLook();
  const { start, end } = useListWindow(rows.length, Math.max(1, height - TABLE_CHROME), cursor ?? 0);
  // Nothing else tells that the table goes on above or below.
  const whole = end - start < rows.length ? ` ${numberText((cursor ?? start) + 1)}/${numberText(rows.length)}` : '';
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
  const headingOf = ({ column, index, width: columnWidth }: (typeof shown)[number]) => {
    const counted = `${column.label}${whole}`;
    return index === 0 && stringWidth(counted) + 2 <= columnWidth ? counted : column.label;
  };
  const page: TablePage = {
    widths: shown.map((place) => place.width),
    headings: shown.map((place) => fitCell(place, headingOf(place), ' ')),
    rows: rows.slice(start, end).map((row, offset) => {
      const isHere = start + offset === cursor;
      const mark = isHere ? look.symbols.pointer : ' ';
      const cells = shown.map((place) => fitCell(place, row.cells[place.index] ?? '', mark));
      return { cells, isHere };
    }),
  };
  const keys = shown.map(({ column }) => column.key);
  const blank = Object.fromEntries(keys.map((key) => [key, '']));
  return (
    <Box width={width} height={height} flexDirection="column">
      <PageContext.Provider value={page}>
        <PlannedTable
          data={page.rows.map((_, place): RowData => ({ ...blank, [PLACE]: place }))}
          columns={keys}
          cell={PlannedCell}
          header={PlannedHeading}
          skeleton={Frame}
        />
      </PageContext.Provider>
    </Box>
  );
}
