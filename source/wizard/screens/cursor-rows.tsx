import { Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { DataTable, type TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';

interface CursorRowsProps {
  columns: readonly Column[];
  rows: readonly TableRow[];
  /** What is said where there is no row. */
  emptyText?: string;
  /** Row wished for. */
  at: number;
  width: number;
  height: number;
}

/** A table of a review, the cursor never behind its last row. */
export function CursorRows({ columns, rows, emptyText = 'Nothing of this.', at, width, height }: CursorRowsProps) {
  const look = useLook();
  if (rows.length === 0) return <Text>{fitText(emptyText, width, fitOptions(look))}</Text>;
  return <DataTable {...{ columns, rows, width, height }} cursor={Math.min(at, rows.length - 1)} />;
}
