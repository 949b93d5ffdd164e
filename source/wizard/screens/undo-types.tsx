import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList } from '../parts/switch-list.tsx';
import type { ScreenProps } from './screen.ts';
import { aboutType, putBackText, undoSwitchRows } from './undo-switch-rows.ts';

/** What will be put back: a switch a data type of which something still stands; those that rest on another say on which. */
export function UndoTypes({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { undo } = state;
  if (undo === null) return null;
  const rows = undoSwitchRows(state, undo);
  const here = rows[undo.cursor];
  const lines = [
    `${putBackText(rows)}; this is number ${undo.cursor + 1}.`,
    here === undefined ? '' : aboutType(here),
  ].map((line) => fitText(line, width, fitOptions(look)));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{lines[0]}</Text>
      <SwitchList rows={rows} cursor={undo.cursor} width={width} height={height - 2} />
      <Text>{lines[1]}</Text>
    </Box>
  );
}
