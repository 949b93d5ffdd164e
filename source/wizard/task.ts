import type { LogHead } from '../audit/read-head.ts';
import type { Operation } from '../model/catalogue.ts';
import type { Mapping } from '../model/mapping.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import type { Direction } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { Holder } from '../model/ports.ts';
import type { Run, RunEvent, RunSummary } from '../model/run.ts';
import type { Person } from '../model/user.ts';
import type { CheckedPairs } from '../pairs/check-single.ts';
import type { Mendings } from '../pairs/mendings.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import type { Deletion } from '../people/deletion-text.ts';
import type { Duplicate } from '../people/find-duplicates.ts';
import type { UnfitValue } from '../people/write-people-csv.ts';
import type { Activity } from '../session/change-activity.ts';
import type { Retry } from '../session/match-retry.ts';
import type { AccountCounts } from '../transfer/undone-text.ts';
import type { EmptiedAccount } from './care-state.ts';
import type { ImportResult, ImportTask } from './import-task.ts';
import type { KeyPress } from './keyboard.ts';
import type { MergedPeople } from './merge-state.ts';
import type { FolderEntry } from './state.ts';
import type { DonePairs, World } from './world.ts';

/** What a run did and can be put back, before anything of it is chosen. */
export interface UndoStart {
  /** Id of the run. */
  run: string;
  /** Just these of its pairs; null: all that it did. */
  pairs: readonly { source: number; target: number }[] | null;
  /** The pairs that this means now. */
  named: readonly { source: number; target: number }[];
  /**
   * The data types in which something that the run did to those pairs still stands, in the catalogue's order: how many
   * records, and how many of them have changed since.
   */
  types: readonly { id: string; records: number; changed: number }[];
  /** Of `types`, ids of those to leave as they are. */
  without: ReadonlySet<string>;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
  /** Whether the run is an undo, so that putting it back carries once more. */
  isAgain: boolean;
}

/** Slow work, as data. `tasks.ts` does it and answers with a `TaskResult` of the same kind. */
export type Task =
  | ImportTask
  | { kind: 'list-folder'; folder: string }
  | { kind: 'read-file'; path: string }
  /** `mapping`: as which it is written; absent: as the export always is. */
  /** `reads`: files that are open in the wizard, and are not written over. */
  | { kind: 'export'; path: string; force: boolean; mapping?: Mapping; reads?: readonly string[] }
  | {
      kind: 'plan';
      checked: CheckedPairs;
      direction: Direction;
      /** Ids of the data types. */
      carried: readonly string[];
      operation: Operation;
      choices: MergeChoices | null;
      retryOf: string | null;
    }
  /** Both people of a merge, with all that they own. */
  | { kind: 'open-profiles'; source: number; target: number }
  /** Everybody whom the pairs of a file name, with all that they own. */
  | { kind: 'open-crowd'; ids: readonly number[] }
  /** The records of one data type in the pairs of a plan, and what happens to each. */
  | { kind: 'records'; plan: Plan; type: string }
  | { kind: 'start-run'; plan: Plan }
  /** The plan of an unfinished run, to be read before it goes on. */
  | { kind: 'open-plan'; run: string }
  /** `shown`: the run as the operator decided to go on with it. */
  | { kind: 'resume-run'; shown: Run }
  | { kind: 'stop-run'; run: string }
  /** Ends a run for good that was stopped or broke off. */
  | { kind: 'close-run'; run: string }
  | { kind: 'open-run'; run: string; showAs: 'follow' | 'result' | 'pairs' }
  | { kind: 'retry'; run: string }
  /** What there is to be put back of a run, or of these of its pairs. */
  | { kind: 'open-undo'; run: string; pairs: UndoStart['pairs'] }
  /** The same for the pairs that failed in run `run`, which was itself an undo. */
  | { kind: 'retry-undo'; run: string }
  | {
      kind: 'plan-undo';
      run: string;
      pairs: UndoStart['pairs'];
      /** Ids of the data types to put back; null: all that the run carried. */
      types: readonly string[] | null;
      overwriteChanged: boolean;
    }
  | { kind: 'save-log'; run: string }
  | { kind: 'list-emptied' }
  /** Accounts that may be one person's. */
  | { kind: 'find-duplicates' }
  /** Closes accounts, or opens them again. */
  | { kind: 'change-activity'; ids: readonly number[]; activity: Activity }
  /** What hangs on somebody who is to be deleted. */
  | { kind: 'open-deletion'; id: number }
  /** `isDetaching`: records of others that name this person are to name nobody from then on. */
  | { kind: 'delete-person'; id: number; isDetaching: boolean }
  | {
      kind: 'save-mended';
      original: PairsFile;
      path: string;
      mendings: Mendings;
      direction: Direction;
      force: boolean;
    };

export type TaskResult =
  | ImportResult
  | { kind: 'list-folder'; folder: string; entries: FolderEntry[] }
  | { kind: 'read-file'; file: PairsFile }
  /** `unfit`: values that do not read as they are once they are written so. */
  | { kind: 'export'; path: string; people: number; unfit?: readonly UnfitValue[] }
  /** Of a single merge, with both people as the plan has them. */
  | { kind: 'plan'; plan: Plan; people: MergedPeople | null }
  | { kind: 'open-profiles'; people: MergedPeople }
  | { kind: 'open-crowd'; crowd: ReadonlyMap<number, Person> }
  /** `accounts`: of an import, how many its undo opens again, or closes. */
  | { kind: 'plan-undo'; plan: Plan; accounts?: AccountCounts | null }
  | { kind: 'open-undo' | 'retry-undo'; start: UndoStart }
  | { kind: 'records'; lines: string[] }
  | { kind: 'start-run' | 'resume-run'; run: Run }
  | { kind: 'stop-run' }
  | { kind: 'close-run'; run: Run }
  /** `head`: of the audit log, once all of the run is in it; `people`: after a merge, which may have given them other names. */
  | {
      kind: 'open-run';
      run: Run;
      done: Plan | null;
      head?: LogHead;
      /** Rows of a file that an import left out for their problems. */
      leftOut?: number;
      showAs: 'follow' | 'result' | 'pairs';
      people?: People;
    }
  | { kind: 'open-plan'; run: Run; plan: Plan; changed: number; accounts?: AccountCounts | null }
  | { kind: 'retry'; run: string; retry: Retry }
  /** `doubt`: what is wrong with a log that is not whole. */
  | { kind: 'save-log'; path: string; pairs: number; doubt?: string | null }
  | { kind: 'list-emptied'; accounts: readonly EmptiedAccount[] }
  | { kind: 'find-duplicates'; found: readonly Duplicate[] }
  | { kind: 'change-activity'; ids: readonly number[]; activity: Activity; people: People }
  | { kind: 'open-deletion'; deletion: Deletion }
  | { kind: 'delete-person'; people: People }
  | { kind: 'save-mended'; path: string; rowsChanged: number };

/** Everybody as lists and sentences have them. */
type People = Pick<World, 'users' | 'byId' | 'search'>;

/** What can happen to the wizard. */
export type Action =
  | { type: 'key'; press: KeyPress }
  | { type: 'menu-chosen' | 'menu-highlighted'; value: string }
  | { type: 'resized'; columns: number; rows: number }
  /** A pane was scrolled beyond its last line; `limit` is where that shows. */
  | { type: 'past-end'; limit: number }
  | { type: 'task-done'; id: number; result: TaskResult }
  | { type: 'task-failed'; id: number; code: string; message: string; hint: string }
  /** How far the slow work is, from 0 to 1. */
  | { type: 'task-progress'; id: number; share: number }
  /** `at`: monotonic milliseconds. */
  | { type: 'run-events'; events: RunEvent[]; at: number }
  /** The store could not be read while it was watched. */
  | { type: 'lost-sight'; message: string }
  | { type: 'store-changed'; runs: RunSummary[]; holder: Holder | null; donePairs: DonePairs };
