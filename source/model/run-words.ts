import type { PlanOperation, RootOperation } from './plan.ts';
import type { RunPair, RunState, RunSummary } from './run.ts';

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

const IMPORT_HEADLINES: Record<RunState, string> = {
  running: 'The import is in progress.',
  succeeded: 'Import Successful',
  'finished-with-errors': 'Errors occurred during the import. The people listed below are as they were.',
  stopped: 'Stopped: the rows that are left were not imported.',
  interrupted: 'Interrupted: the import ended before its time. The rows that are left were not imported.',
};

const UNDO_HEADLINES: Record<RunState, string> = {
  running: 'The undo is in progress.',
  succeeded: 'Undone: what the review showed has been put back.',
  'finished-with-errors': 'Errors occurred during the undo. The user IDs listed below were not put back.',
  stopped: 'Stopped: what is left was not put back.',
  interrupted: 'Interrupted: the undo ended before its time. What is left was not put back.',
};

const CLOSED_HEADLINE = 'Stopped for good: what is left stays as it is.';

/** "finished with errors", "stopped for good": how a run ended, for lists. */
export function stateWords({ state, closed }: Pick<RunSummary, 'state' | 'closed'>): string {
  return closed ? 'stopped for good' : WORDS[state];
}

const HEADLINES_OF: Record<PlanOperation, Record<RunState, string>> = {
  transfer: HEADLINES,
  merge: MERGE_HEADLINES,
  import: IMPORT_HEADLINES,
  undo: UNDO_HEADLINES,
};

const DONE: Record<PlanOperation, string> = {
  transfer: 'carried',
  merge: 'merged',
  import: 'imported',
  undo: 'put back',
};

/** "carried", "imported": what a run has done to a pair, or a row, that it did. */
export function doneWord(operation: PlanOperation): string {
  return DONE[operation];
}

/** "pair", or of an import and its undo "row": what a run counts. */
export function pairNoun(root: RootOperation): 'pair' | 'row' {
  return root === 'import' ? 'row' : 'pair';
}

/** The same of a run whose pairs are known: the person of a row stands on both sides of it. */
export function nounOf({ pairs: [first] }: { pairs: readonly Pick<RunPair, 'source' | 'target'>[] }): 'pair' | 'row' {
  return first !== undefined && first.source === first.target ? 'row' : 'pair';
}

/** How a run ended, in the documents' own words (A50, A52) and, where they have none (a merge, an undo), in ours. */
export function stateHeadline({
  state,
  operation,
  closed,
}: Pick<RunSummary, 'state' | 'operation' | 'closed'>): string {
  if (closed) return CLOSED_HEADLINE;
  return HEADLINES_OF[operation][state];
}
