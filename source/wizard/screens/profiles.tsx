import { Box, Text } from 'ink';
import { numberText } from '../../model/number-text.ts';
import { fitText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { isMergeOf } from '../merge-state.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { Column } from '../parts/plan-columns.ts';
import { CursorRows } from './cursor-rows.tsx';
import { profileRows } from './profile-rows.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'what', label: '', min: 15, flex: 1 },
  { key: 'source', label: 'Source', min: 17, flex: 2 },
  { key: 'target', label: 'Target', min: 17, flex: 2 },
];

/** Both profiles side by side, and how much each owns of what a merge concerns (C17). */
export function Profiles({ state, width, height }: ScreenProps) {
  const look = useLook();
  const { merge, chosen } = state;
  if (merge.people === null || !isMergeOf(merge, chosen.source ?? 0, chosen.target ?? 0)) {
    const waiting = state.task === null ? 'They could not be read. Esc goes back.' : 'Reading both profiles …';
    return <Text>{fitText(waiting, width, fitOptions(look))}</Text>;
  }
  const rows = profileRows(state, merge.people.source, merge.people.target).map((cells) => ({ cells }));
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>
        {fitText(
          `Are these the two? Enter goes on. ${numberText(rows.length)} lines: ↑↓ shows them all.`,
          width,
          fitOptions(look),
        )}
      </Text>
      <CursorRows columns={COLUMNS} rows={rows} at={state.scroll} width={width} height={height - 1} />
    </Box>
  );
}
