import { stateWords } from '../../model/run-words.ts';
import { listedRuns } from '../logic/history.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'Run', min: 20 },
  { key: 'state', label: 'State', min: 20 },
  { key: 'counts', label: 'Pairs', min: 20, flex: 1 },
  { key: 'operator', label: 'By', min: 8, flex: 1, drop: 1 },
];

/** All runs, newest first. */
export function History({ state, width, height, isActive }: ScreenProps) {
  const listed = listedRuns(state);
  return (
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
        if (run === undefined) return { key: index, cells: [], reason: null };
        const { done, failed, left } = run.counts;
        const counts = [
          `${done} done`,
          ...(failed > 0 ? [`${failed} failed`] : []),
          ...(left > 0 ? [`${left} left`] : []),
        ];
        return {
          key: run.id,
          cells: [run.id, stateWords(run.state), counts.join(', '), run.operator],
          reason: null,
        };
      }}
      width={width}
      height={height}
      emptyText="No run fits. Esc empties the filter."
      isFocused={isActive}
    />
  );
}
