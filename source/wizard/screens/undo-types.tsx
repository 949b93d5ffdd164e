import { Box, Text } from 'ink';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { fitText } from '../../model/visible-text.ts';
import { typesPutBack, undoSwitches } from '../logic/undo.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { SwitchList, type SwitchRow } from '../parts/switch-list.tsx';
import type { UndoStart } from '../task.ts';
import type { ScreenProps } from './screen.ts';

/** What will be put back: a switch a data type of which something still stands; those that rest on another say on which. */
export function UndoTypes({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { undo } = state;
  if (undo === null) return null;
  const putBack = typesPutBack(state);
  const counts = new Map(undo.types.map((standing) => [standing.id, standingText(standing)]));
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

/** "8 records, 3 changed since". */
function standingText({ id, records, changed }: UndoStart['types'][number]): string {
  const since = changed === 0 ? '' : `, ${changed} changed since`;
  const noun = id === USER_INFORMATION ? 'field' : 'record';
  return `${records === 1 ? `1 ${noun}` : `${records} ${noun}s`}${since}`;
}

/** Why it cannot be chosen by itself, or how much of it stands and what becomes of that. */
function aboutType({ label, detail, locked, isOn }: SwitchRow): string {
  if (locked !== null) return `${label}: ${locked}`;
  return `${label}: ${detail ?? 'nothing'}. ${isOn ? 'Put back, as the review tells.' : 'Left as they are.'}`;
}
