import { Box, Text } from 'ink';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { fitText } from '../../model/visible-text.ts';
import { typesPutBack, undoSwitches } from '../logic/undo.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList, type SwitchRow } from '../parts/switch-list.tsx';
import type { ScreenProps } from './screen.ts';

/** What will be put back: a switch a data type that the run touched; those that rest on another say on which. */
export function UndoTypes({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { undo } = state;
  if (undo === null) return null;
  const putBack = typesPutBack(state);
  const counts = new Map(undo.types.map(({ id, records }) => [id, countText(id, records)]));
  const rows = undoSwitches(state).map(({ id, label, locked }) => ({
    key: id,
    label,
    detail: counts.get(id) ?? '',
    isOn: putBack.has(id),
    locked,
  }));
  const here = rows[undo.cursor];
  const lines = [
    `${putBack.size} of ${rows.length} data types are put back; this is number ${undo.cursor + 1}.`,
    here === undefined ? '' : aboutType(here),
  ].map((line) => fitText(line, width, fitOptions(look)));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{lines[0]}</Text>
      <SwitchList rows={rows} cursor={undo.cursor} width={width} height={height - 2} />
      <Text dimColor>{lines[1]}</Text>
    </Box>
  );
}

function countText(id: string, count: number): string {
  const noun = id === USER_INFORMATION ? 'field' : 'record';
  return count === 1 ? `1 ${noun}` : `${count} ${noun}s`;
}

/** Why it cannot be chosen by itself, or how much of it there is and what becomes of that. */
function aboutType({ label, detail, locked, isOn }: SwitchRow): string {
  if (locked !== null) return `${label}: ${locked}`;
  return `${label}: the run touched ${detail ?? 'nothing'}. ${isOn ? 'They are put back.' : 'They stay as they are.'}`;
}
