import type { PlanOperation } from './plan.ts';

export type RunState = 'running' | 'succeeded' | 'finished-with-errors' | 'stopped' | 'interrupted';
export type PairState = 'left' | 'done' | 'failed';

/** Why a pair was not carried. */
export interface Failure {
  code: 'stale' | 'already-done' | 'unknown-user' | 'not-permitted' | 'refused' | 'unreadable-record' | 'store-fault';
  reason: string;
}

export interface RunPair {
  source: number;
  target: number;
  state: PairState;
  code?: Failure['code'];
  reason?: string;
  /** ISO 8601, UTC: when it was done or failed. */
  at?: string;
  /** Of a pair that an undo did: something of it was left as it was. */
  partly?: true;
  /** Of a pair of which an undo left nothing: the undos before it that had put back the rest, and undos of those. */
  with?: string[];
  /** Of a pair that failed or is left: the run that has done since what it could not. */
  since?: string;
  /** By which runs it has been put back since, and whether nothing of it is left that would stand in a new plan's way. */
  undone?: { by: string[]; whole: boolean };
}

export interface RunCounts {
  pairs: number;
  done: number;
  failed: number;
  left: number;
  /** Of those done, how many have been put back since, all of them. */
  undone: number;
}

/** One run as history shows it. */
export interface RunSummary {
  id: string;
  operation: PlanOperation;
  /** The run that this one puts back, or null. */
  undoOf: string | null;
  operator: string;
  startedAt: string;
  finishedAt: string | null;
  state: RunState;
  /** Of a run that its store stopped: what was the matter. */
  reason?: string;
  /** It was ended for good: nobody goes on with what it has left. */
  closed?: true;
  counts: RunCounts;
}

export interface Run extends RunSummary {
  /** Id of the plan that it runs. */
  plan: string;
  pairs: RunPair[];
}

/** A run as a stream; each event comes after what it tells is on disk. The counts are those after it. */
export type RunEvent = { run: string; done: number; failed: number; left: number } & (
  | { event: 'run-started'; pairs: number }
  | { event: 'pair-done'; source: number; target: number }
  | { event: 'pair-failed'; source: number; target: number; code: Failure['code']; reason: string }
  | { event: 'run-finished'; state: Exclude<RunState, 'running'>; reason?: string }
);
