import { nounOf } from '../model/run-words.ts';
import { operationNow } from './operation.ts';
import { type State, stepNow } from './state.ts';
import { isUndoing, placeOf, stepOf } from './steps.ts';

/** "Single transfer 3/8: What is carried": where the operator is, and on which way. */
export function wayTitle(state: State): string {
  const step = stepOf(stepNow(state));
  const place = placeOf(state, step.id);
  const way =
    state.mode === null || place === null || step.id === 'result'
      ? ''
      : `${wayOf(state)} ${place.number}/${place.of}: `;
  return `${way}${titleOf(state, step)}`;
}

function titleOf(state: State, { id, title, mergeTitle = title }: ReturnType<typeof stepOf>): string {
  if (id === 'result' && state.result !== null) return `Result of ${state.result.run.id}`;
  if (id === 'pairs' && state.result !== null)
    return `${nounOf(state.result.run) === 'row' ? 'Rows' : 'Pairs'} of the run`;
  return operationNow(state) === 'merge' ? mergeTitle : title;
}

/** "Single transfer", "Unfinished undo": the way that the operator is on. */
function wayOf(state: State): string {
  const words = {
    single: 'Single ',
    bulk: 'Bulk ',
    merge: '',
    'bulk-merge': 'Bulk ',
    import: '',
    retry: 'Retry ',
    resume: 'Unfinished ',
    undo: '',
  };
  const way = `${words[state.mode ?? 'single']}${isUndoing(state) ? 'undo' : operationNow(state)}`;
  return way.slice(0, 1).toUpperCase() + way.slice(1);
}
