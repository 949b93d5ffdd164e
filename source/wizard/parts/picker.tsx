import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText } from '../../model/visible-text.ts';
import { type Look, useLook } from '../look.ts';
import type { FieldState } from './edit-text.ts';
import { fitCells, fitOptions } from './fit-cells.ts';
import { type Column, planColumns } from './plan-columns.ts';
import { TextField } from './text-field.tsx';
import { useListWindow } from './use-list-window.ts';

export interface PickerRow {
  /** Unique among all rows. */
  key: string | number;
  /** One text per column. */
  cells: readonly string[];
  /** Why it cannot be picked, or null. */
  reason: string | null;
}

export interface PickerProps {
  /** Before the search field. */
  label: string;
  field: FieldState;
  columns: readonly Column[];
  /** How many rows match, and out of how many. */
  count: number;
  total: number;
  /** Index of the row under the cursor, among those that match. */
  cursor: number;
  /** The matching row at an index; asked only for rows on screen. */
  rowAt: (index: number) => PickerRow;
  width: number;
  height: number;
  /** What stands in the empty field. */
  placeholder?: string;
  /** What to say and do when nothing matches. */
  emptyText: string;
  /** How many columns stay in front of a reason. */
  reasonAfter?: number;
  isFocused?: boolean;
}

const GAP = 2;

function rowText(
  row: PickerRow,
  columns: readonly Column[],
  widths: number[],
  width: number,
  keep: number,
  look: Look,
) {
  if (row.reason === null) return fitText(fitCells(row.cells, columns, widths, GAP, look), width, fitOptions(look));
  const kept = fitCells(row.cells.slice(0, keep), columns, widths.slice(0, keep), GAP, look);
  return fitText(`${kept}  ${look.symbols.cross} ${row.reason}`, width, fitOptions(look));
}

/** A search field above a list of any length, of which only the rows on screen are drawn. */
export function Picker(props: PickerProps) {
  const { label, field, columns, count, total, cursor, rowAt, width, height, emptyText } = props;
  const { reasonAfter = 2, isFocused = true, placeholder = 'type to search' } = props;
  const look = useLook();
  const { start, end } = useListWindow(count, Math.max(1, height - 2), cursor);
  const room = Math.max(1, width - 2);
  const widths = planColumns(columns, room, GAP);
  const tally = `${numberText(count)} of ${numberText(total)}`;
  const tallyWidth = Math.min(tally.length, Math.floor(width / 2));
  const labelWidth = Math.min(label.length + 1, Math.floor(width / 3));
  const rows = Array.from({ length: end - start }, (_, offset) => ({
    index: start + offset,
    row: rowAt(start + offset),
  }));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Box height={1}>
        <Text bold>{fitText(label, labelWidth, fitOptions(look))}</Text>
        <TextField
          field={field}
          width={Math.max(1, width - labelWidth - tallyWidth - 1)}
          isFocused={isFocused}
          placeholder={placeholder}
        />
        <Text> {fitText(tally, tallyWidth, { ...fitOptions(look), align: 'right' })}</Text>
      </Box>
      <Text bold wrap="truncate">
        {`  ${fitText(
          fitCells(
            columns.map((column) => column.label),
            columns,
            widths,
            GAP,
            look,
          ),
          room,
          fitOptions(look),
        )}`}
      </Text>
      {count === 0 ? (
        <Text wrap="truncate">{fitText(`  ${emptyText}`, width, fitOptions(look))}</Text>
      ) : (
        rows.map(({ index, row }) => (
          <Text key={row.key} wrap="truncate" inverse={index === cursor}>
            {`${index === cursor ? look.symbols.pointer : ' '} ${rowText(row, columns, widths, room, reasonAfter, look)}`}
          </Text>
        ))
      )}
    </Box>
  );
}
