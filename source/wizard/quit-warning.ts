import { hasUnsavedEdits } from './logic/with-import.ts';
import { hasUnsavedMendings, type State } from './state.ts';

/** What whoever quits now should know, each sentence after a space; empty where there is nothing. */
export function quitWarning(state: State): string {
  const running = state.run?.state === 'running' ? ' The run goes on without you.' : '';
  const unsaved = hasUnsavedMendings(state) || hasUnsavedEdits(state) ? ' No copy of your mended rows is saved.' : '';
  return running + unsaved;
}
