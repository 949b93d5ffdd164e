import type { Operation } from './catalogue.ts';

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
}

export interface RunCounts {
  pairs: number;
  done: number;
  failed: number;
  left: number;
}

/** One run as history shows it. */
export interface RunSummary {
  id: string;
  operation: Operation;
  operator: string;
  startedAt: string;
  finishedAt: string | null;
  state: RunState;
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
  | { event: 'run-finished'; state: Exclude<RunState, 'running'> }
);
