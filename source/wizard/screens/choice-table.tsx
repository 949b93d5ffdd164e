import { Box, Text } from 'ink';
import { fitText, visibleText, wrapText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { DataTable, type TableRow } from '../parts/data-table.tsx';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { cutLines } from './cut-lines.ts';

interface ChoiceTableProps {
  /** What the switch above the table switches, and what that means at the moment. */
  label: string;
  isOn: boolean;
  columns: readonly Column[];
  rows: readonly TableRow[];
  /** 0: the switch; else the row below it. */
  cursor: number;
  /** Of what is under the cursor, the most telling first. */
  about: readonly string[];
  width: number;
  height: number;
}

/** Lines of the body below which the table needs all the room there is. */
const ROOMY = 12;

/** A switch, below it a row for each thing to be chosen, and last what is to be said of the one under the cursor. */
export function ChoiceTable({ label, isOn, columns, rows, cursor, about, width, height }: ChoiceTableProps) {
  const look = useLook();
  const { pointer, checkedBox, uncheckedBox } = look.symbols;
  const isOnSwitch = cursor === 0;
  const box = isOn ? checkedBox : uncheckedBox;
  const lines = about.flatMap((line) => wrapText(visibleText(line, look), width));
  const aboutHeight = height < ROOMY ? 1 : 3;
  const told = cutLines(lines, aboutHeight, width, look, 'w');
  const shown = [...told, '', '', ''].slice(0, aboutHeight).map((text, place) => ({ text, place }));
  const tableHeight = height - 1 - aboutHeight;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text inverse={isOnSwitch}>
        {fitText(`${isOnSwitch ? pointer : ' '} ${box} ${label}`, width, fitOptions(look))}
      </Text>
      <DataTable
        columns={columns}
        rows={rows}
        width={width}
        height={tableHeight}
        cursor={isOnSwitch || rows.length === 0 ? null : Math.min(cursor, rows.length) - 1}
      />
      {shown.map(({ text, place }) => (
        <Text key={place}>{fitText(text, width, fitOptions(look))}</Text>
      ))}
    </Box>
  );
}
