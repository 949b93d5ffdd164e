import { Box, Text } from 'ink';
import { wrapText } from '../../model/visible-text.ts';
import { listedRuns } from '../logic/history.ts';
import { useLook } from '../look.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import { aboutRun, cellsOf } from './history-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'Run', min: 20 },
  { key: 'what', label: 'What', min: 8 },
  { key: 'state', label: 'State', min: 20 },
  { key: 'counts', label: 'Pairs or rows', min: 20, flex: 3 },
  { key: 'operator', label: 'By', min: 8, flex: 1, drop: 1 },
  { key: 'when', label: 'Began', min: 23, drop: 2 },
];

/** Lines below the list, about the run under the cursor. */
const ABOUT = 2;

/** All runs, newest first, and more about the one under the cursor. */
export function History({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const listed = listedRuns(state);
  const here = listed[state.historyCursor];
  const about = here === undefined ? [] : wrapText(aboutRun(state, here), width, look);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Picker
        label="Filter: "
        placeholder="type to filter"
        field={state.historyField}
        columns={COLUMNS}
        count={listed.length}
        total={state.world.runs.length}
        cursor={state.historyCursor}
        rowAt={(index) => {
          const run = listed[index];
          return {
            key: run?.id ?? index,
            cells: run === undefined ? [] : cellsOf(run, state.world.runs),
            reason: null,
          };
        }}
        width={width}
        height={height - ABOUT}
        emptyText="No run fits. Esc empties the filter."
        isFocused={isActive}
      />
      {about.slice(0, ABOUT).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index}>{line}</Text>
      ))}
    </Box>
  );
}
