import type { PlanOperation } from './plan.ts';
import type { RunState } from './run.ts';

const WORDS: Record<RunState, string> = {
  running: 'in progress',
  succeeded: 'succeeded',
  'finished-with-errors': 'finished with errors',
  stopped: 'stopped',
  interrupted: 'interrupted',
};

const HEADLINES: Record<RunState, string> = {
  running: 'The run is in progress.',
  succeeded: 'Data Transfer Successful',
  'finished-with-errors': 'Errors occurred during data transfer. The user IDs listed below were not transferred.',
  stopped: 'Stopped: what is left was not transferred.',
  interrupted: 'Interrupted: the run ended before its time. What is left was not transferred.',
};

const MERGE_HEADLINES: Record<RunState, string> = {
  running: 'The merge is in progress.',
  succeeded: 'Merge Successful',
  'finished-with-errors': 'Errors occurred during the merge. The user IDs listed below were not merged.',
  stopped: 'Stopped: what is left was not merged.',
  interrupted: 'Interrupted: the run ended before its time. What is left was not merged.',
};

const UNDO_HEADLINES: Record<RunState, string> = {
  running: 'The undo is in progress.',
  succeeded: 'Undone: what the review showed has been put back.',
  'finished-with-errors': 'Errors occurred during the undo. The user IDs listed below were not put back.',
  stopped: 'Stopped: what is left was not put back.',
  interrupted: 'Interrupted: the undo ended before its time. What is left was not put back.',
};

/** "finished with errors": the state of a run, for lists. */
export function stateWords(state: RunState): string {
  return WORDS[state];
}

const HEADLINES_OF: Record<PlanOperation, Record<RunState, string>> = {
  transfer: HEADLINES,
  merge: MERGE_HEADLINES,
  undo: UNDO_HEADLINES,
};

/** How a run ended, in the documents' own words (A50, A52) and, where they have none (a merge, an undo), in ours. */
export function stateHeadline(state: RunState, operation: PlanOperation = 'transfer'): string {
  return HEADLINES_OF[operation][state];
}
