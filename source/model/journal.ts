import type { Operation } from './catalogue.ts';
import type { Image } from './change.ts';
import type { Failure, RunState } from './run.ts';

/** What the journal says. A pair is done exactly when its `pair-done` entry is on disk. */
export type JournalEntry =
  | {
      kind: 'run-started';
      run: string;
      plan: string;
      seal: string;
      operation: Operation;
      operator: string;
      host: string;
      at: string;
      pairs: { source: number; target: number }[];
    }
  | { kind: 'run-resumed'; run: string; operator: string; host: string; at: string }
  | {
      kind: 'pair-done';
      run: string;
      source: number;
      target: number;
      at: string;
      before: { source: Image; target: Image };
      after: { source: Image; target: Image };
    }
  | {
      kind: 'pair-failed';
      run: string;
      source: number;
      target: number;
      at: string;
      code: Failure['code'];
      reason: string;
    }
  | { kind: 'run-finished'; run: string; at: string; state: Exclude<RunState, 'running'> };

/** A journal entry in its place: sequence counts from 1 over the life of the store. */
export interface JournalRecord {
  sequence: number;
  entry: JournalEntry;
  /** Hash of the record before it and of this one's text. */
  hash: string;
}
