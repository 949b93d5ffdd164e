import { DataTable, type TableRow } from '../parts/data-table.tsx';
import type { Column } from '../parts/plan-columns.ts';

interface CursorRowsProps {
  columns: readonly Column[];
  rows: readonly TableRow[];
  /** Row wished for. */
  at: number;
  width: number;
  height: number;
}

/** A table of a review, the cursor never behind its last row. */
export function CursorRows({ columns, rows, at, width, height }: CursorRowsProps) {
  const cursor = Math.min(at, rows.length - 1);
  return (
    <DataTable columns={columns} rows={rows} width={width} height={height} cursor={rows.length === 0 ? null : cursor} />
  );
}
