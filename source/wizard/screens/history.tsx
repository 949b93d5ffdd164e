import { listedRuns } from '../logic/history.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'Run', min: 20 },
  { key: 'state', label: 'State', min: 14, flex: 1 },
  { key: 'counts', label: 'Pairs', min: 22, flex: 1 },
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
        return {
          key: run.id,
          cells: [run.id, run.state.replaceAll('-', ' '), `${done} done, ${failed} failed, ${left} left`, run.operator],
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
