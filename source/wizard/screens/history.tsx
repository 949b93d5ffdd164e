import { Box, Text } from 'ink';
import type { RunSummary } from '../../model/run.ts';
import { operationWords, runWords, standingUndos } from '../../model/run-standing.ts';
import { timeText } from '../../model/time-text.ts';
import { wrapText } from '../../model/visible-text.ts';
import { listedRuns } from '../logic/history.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'Run', min: 20 },
  { key: 'what', label: 'What', min: 8 },
  { key: 'state', label: 'State', min: 20 },
  { key: 'counts', label: 'Pairs', min: 20, flex: 3 },
  { key: 'operator', label: 'By', min: 8, flex: 1, drop: 1 },
  { key: 'when', label: 'Began', min: 23, drop: 2 },
];

/** Lines below the list, about the run under the cursor. */
const ABOUT = 2;

/** All runs, newest first, and more about the one under the cursor. */
export function History({ state, width, height, isActive }: ScreenProps) {
  const listed = listedRuns(state);
  const here = listed[state.historyCursor];
  const about = here === undefined ? [] : wrapText(aboutRun(state, here), width);
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
        <Text key={index} dimColor>
          {line}
        </Text>
      ))}
    </Box>
  );
}

function cellsOf(run: RunSummary, runs: readonly RunSummary[]): string[] {
  const { done, failed, left, undone } = run.counts;
  const counts = [
    `${done} done`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(left > 0 ? [`${left} left`] : []),
    ...(undone > 0 ? [`${undone} undone`] : []),
  ];
  return [run.id, run.operation, runWords(run, runs), counts.join(', '), run.operator, timeText(run.startedAt)];
}

/** "Undo of 2026-…, by admin, 2026-03-02 09:15:20 UTC. Undone by 2026-…."; what stopped it comes first. */
function aboutRun({ world }: State, run: RunSummary): string {
  const what = operationWords(run);
  const undos = standingUndos(run.id, world.runs);
  return [
    ...(run.reason === undefined ? [] : [`Stopped: ${run.reason}`]),
    `${what.slice(0, 1).toUpperCase()}${what.slice(1)}, by ${run.operator}, ${timeText(run.startedAt)}.`,
    ...(undos.length === 0
      ? []
      : [`${run.counts.undone === run.counts.done ? 'Undone' : 'Partly undone'} by ${undos.join(', ')}.`]),
  ].join(' ');
}
