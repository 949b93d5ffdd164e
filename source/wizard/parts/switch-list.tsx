import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitCells, fitOptions } from './fit-cells.ts';
import { type Column, planColumns } from './plan-columns.ts';
import { useListWindow } from './use-list-window.ts';

export interface SwitchRow {
  key: string;
  label: string;
  /** What stands beside it: how many, what happens. */
  detail?: string;
  isOn: boolean;
  /** Why it cannot be switched, or null. */
  locked: string | null;
}

export interface SwitchListProps {
  rows: readonly SwitchRow[];
  cursor: number;
  width: number;
  height: number;
}

const COLUMNS: readonly Column[] = [
  { key: 'box', label: '', min: 3 },
  { key: 'label', label: '', min: 10, flex: 3 },
  { key: 'detail', label: '', min: 10, flex: 2 },
];
const GAP = 1;

/** Things to switch on and off: [x], [ ], and [-] or a locked [x] with the reason beside it. */
export function SwitchList({ rows, cursor, width, height }: SwitchListProps) {
  const look = useLook();
  const { start, end } = useListWindow(rows.length, height, cursor);
  const room = Math.max(1, width - 2);
  const widths = planColumns(COLUMNS, room, GAP);
  return (
    <Box flexDirection="column" width={width} height={height}>
      {rows.slice(start, end).map((row, offset) => {
        const isHere = start + offset === cursor;
        const off = row.locked === null ? look.symbols.uncheckedBox : look.symbols.lockedBox;
        const detail = row.locked === null ? (row.detail ?? '') : `locked: ${row.locked}`;
        const cells = [row.isOn ? look.symbols.checkedBox : off, row.label, detail];
        return (
          <Text key={row.key} wrap="truncate" inverse={isHere}>
            {`${isHere ? look.symbols.pointer : ' '} ${fitText(fitCells(cells, COLUMNS, widths, GAP, look), room, fitOptions(look))}`}
          </Text>
        );
      })}
    </Box>
  );
}
