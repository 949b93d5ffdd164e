import type { Direction } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { Holder } from '../model/ports.ts';
import type { Run, RunEvent, RunSummary } from '../model/run.ts';
import type { CheckedPairs } from '../pairs/check-single.ts';
import type { Mendings } from '../pairs/mendings.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import type { Retry } from '../session/match-retry.ts';
import type { KeyPress } from './keyboard.ts';
import type { FolderEntry } from './state.ts';

/** Slow work, as data. `tasks.ts` does it and answers with a `TaskResult` of the same kind. */
export type Task =
  | { kind: 'list-folder'; folder: string }
  | { kind: 'read-file'; path: string }
  | { kind: 'export'; path: string; force: boolean }
  | {
      kind: 'plan';
      checked: CheckedPairs;
      direction: Direction;
      /** Ids of the data types. */
      carried: readonly string[];
      retryOf: string | null;
    }
  /** The records of one data type in the pairs of a plan, and what happens to each. */
  | { kind: 'records'; plan: Plan; type: string }
  | { kind: 'start-run'; plan: Plan }
  /** The plan of an unfinished run, to be read before it goes on. */
  | { kind: 'open-plan'; run: string }
  | { kind: 'resume-run'; run: string }
  | { kind: 'stop-run'; run: string }
  | { kind: 'open-run'; run: string; showAs: 'follow' | 'result' }
  | { kind: 'retry'; run: string }
  | { kind: 'save-log'; run: string }
  | {
      kind: 'save-mended';
      original: PairsFile;
      path: string;
      mendings: Mendings;
      direction: Direction;
      force: boolean;
    };

export type TaskResult =
  | { kind: 'list-folder'; folder: string; entries: FolderEntry[] }
  | { kind: 'read-file'; file: PairsFile }
  | { kind: 'export'; path: string; people: number }
  | { kind: 'plan'; plan: Plan }
  | { kind: 'records'; lines: string[] }
  | { kind: 'start-run' | 'resume-run'; run: Run }
  | { kind: 'stop-run' }
  | { kind: 'open-run'; run: Run; done: Plan | null; showAs: 'follow' | 'result' }
  | { kind: 'open-plan'; run: Run; plan: Plan; changed: number }
  | { kind: 'retry'; run: string; retry: Retry }
  | { kind: 'save-log'; path: string; pairs: number }
  | { kind: 'save-mended'; path: string; rowsChanged: number };

/** What can happen to the wizard. */
export type Action =
  | { type: 'key'; press: KeyPress }
  | { type: 'menu-chosen' | 'menu-highlighted'; value: string }
  | { type: 'resized'; columns: number; rows: number }
  /** A pane was scrolled beyond its last line; `limit` is where that shows. */
  | { type: 'past-end'; limit: number }
  | { type: 'task-done'; id: number; result: TaskResult }
  | { type: 'task-failed'; id: number; code: string; message: string; hint: string }
  /** `at`: monotonic milliseconds. */
  | { type: 'run-events'; events: RunEvent[]; at: number }
  /** The store could not be read while it was watched. */
  | { type: 'lost-sight'; message: string }
  | { type: 'store-changed'; runs: RunSummary[]; holder: Holder | null; donePairs: ReadonlyMap<string, string> };
