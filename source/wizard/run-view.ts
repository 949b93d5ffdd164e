import type { RunCounts, RunState } from '../model/run.ts';

/** A run as it is followed on screen. */
export interface RunView {
  id: string;
  /** The run that it puts back, or null. */
  undoOf: string | null;
  /** In the order in which they run. */
  pairs: readonly { source: number; target: number }[];
  counts: RunCounts;
  state: RunState;
  /** Monotonic milliseconds and pairs settled when this viewer began, for the rate. */
  since: { at: number; settled: number };
  /** Monotonic milliseconds of the last news. */
  at: number;
  /** The last events, oldest first. */
  events: readonly { kind: 'good' | 'bad' | 'note'; text: string }[];
}
