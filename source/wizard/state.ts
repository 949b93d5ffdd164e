import type { LogHead } from '../audit/read-head.ts';
import type { Mapping } from '../model/mapping.ts';
import type { Direction } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import type { Mendings } from '../pairs/mendings.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import type { Retry } from '../session/match-retry.ts';
import type { AccountCounts } from '../transfer/undone-text.ts';
import type { CareState } from './care-state.ts';
import type { DuplicatesState } from './duplicates-state.ts';
import type { ImportState } from './import-state.ts';
import type { ImportOverlayId } from './import-steps.ts';
import type { Undone } from './logic/undone.ts';
import type { MergeState } from './merge-state.ts';
import type { FieldState } from './parts/edit-text.ts';
import type { PreviewState, Reading } from './preview-state.ts';
import type { RunView } from './run-view.ts';
import type { StepId } from './steps.ts';
import type { Task, UndoStart } from './task.ts';
import type { World } from './world.ts';

/** `retry`: the failed pairs of an earlier run; `resume`: what an unfinished run has left; `undo`: what a run did, put back. */
export type Mode = 'single' | 'bulk' | 'merge' | 'bulk-merge' | 'import' | 'retry' | 'resume' | 'undo';

export interface PickerState {
  field: FieldState;
  /** Indexes into the world's users, best first. */
  found: ArrayLike<number>;
  cursor: number;
}

export interface FolderEntry {
  name: string;
  isFolder: boolean;
  /** Bytes. */
  size: number;
}

export interface FileState {
  field: FieldState;
  folder: string;
  entries: readonly FolderEntry[];
  cursor: number;
  /** Pressed while the folder is still being read; done once it is there. */
  awaited: 'complete' | 'enter' | null;
  loaded: PairsFile | null;
  /** Whether its rows are duplicates that were found: then it is nowhere on the disk. */
  isFound: boolean;
}

/** What of a run is to be put back, as far as the operator has chosen. */
export interface UndoState extends UndoStart {
  /** The data type under the cursor. */
  cursor: number;
}

/** Which pairs of a run a list of them shows. */
export const PAIR_FILTERS = ['all', 'failed', 'left', 'done', 'undone', 'partly'] as const;
export type PairFilter = (typeof PAIR_FILTERS)[number];

/** What lies over a step until it is closed. */
export type OverlayId =
  | 'ask'
  | 'detail'
  | 'why'
  | 'records'
  | 'pair'
  | 'emptied-menu'
  | 'mend'
  | 'mend-person'
  | 'rows-per-page'
  | 'go-to-row'
  | 'save-mended'
  | ImportOverlayId;
/** What lies over everything, overlays too. */
export type CoverId = 'help' | 'quit';
export type Place = StepId | OverlayId | CoverId;

/** A yes-or-no question with No in focus, and what Yes does. */
export interface Question {
  text: string;
  yes: string;
  no: string;
  focus: 0 | 1;
  task: Task;
  /** What is said where No is chosen, if anything. */
  declined?: string;
}

export interface Notice {
  tone: 'info' | 'good' | 'bad';
  text: string;
}

export interface State {
  world: World;
  size: { columns: number; rows: number };
  /** The steps gone through; the last is the present one. */
  trail: readonly StepId[];
  overlay: OverlayId | null;
  cover: CoverId | null;
  helpScroll: number;
  notice: Notice | null;
  /** Slow work that is going on; what comes back names its id. */
  task: { id: number; job: Task } | null;
  tasks: number;
  /** The starting of a run, by its task's id, that is to be stopped as soon as it has begun; null: none. */
  stopWanted: number | null;
  /** How far it is, from 0 to 1; null: unknown. */
  progress: number | null;
  mode: Mode | null;
  /** The item under the cursor of the menu on screen, for when something lay over it; null: where it begins. */
  menuCursor: string | null;
  /** What was chosen last on the first screen, for its cursor. */
  lastChoice: string;
  /** The same among the ways to merge. */
  lastMerge: 'merge' | 'bulk-merge' | 'duplicates';
  /** The ways whose answers are kept until they are run. */
  drafts: readonly Mode[];
  showInactive: boolean;
  pickers: Record<'target' | 'source' | 'mend', PickerState>;
  chosen: { target: number | null; source: number | null };
  file: FileState;
  exportField: FieldState;
  /** As which an export can be written, once they were asked for; and the one that is taken: null, the standard. */
  exportMappings: readonly Mapping[];
  exportMapping: Mapping | null;
  /** Whether an export was saved on this way: the next thing is to upload it. */
  hasExported: boolean;
  direction: Direction | null;
  /** The direction under the cursor of its menu. */
  leaning: Direction;
  /** What the file says in each direction; null until it is asked about. */
  readings: Record<Direction, Reading> | null;
  mendings: Mendings;
  /** Those that were saved as a copy of the file; the present ones are unsaved where they are others. */
  savedMendings: Mendings;
  /** What of them was undone, to be done again; the last one last. */
  undoneMendings: readonly Undone<Mendings>[];
  mendSide: 'source' | 'target';
  mendedField: FieldState;
  goToField: FieldState;
  preview: PreviewState;
  /** Ids of the data types that the operator declined. */
  without: ReadonlySet<string>;
  typesCursor: number;
  /** Run whose failed pairs are tried again. */
  retry: ({ run: string } & Retry) | null;
  undo: UndoState | null;
  merge: MergeState;
  care: CareState;
  duplicates: DuplicatesState;
  importing: ImportState;
  plan: Plan | null;
  /** Of the undo of an import: how many accounts its plan opens again, or closes; null: of any other plan. */
  accountsBack: AccountCounts | null;
  /** The unfinished run whose plan is read before it goes on. */
  resumed: Run | null;
  reviewTab: number;
  /** The records of the data type that was looked into, a line each. */
  records: readonly string[];
  /** First line or row shown in a scrolled pane of the present place. */
  scroll: number;
  /** The same for what lies over it. */
  overlayScroll: number;
  confirmFocus: 0 | 1;
  phrase: FieldState;
  question: Question | null;
  run: RunView | null;
  /** The run that the result step tells of, the part of its plan that was done, the audit log's head, how many rows of a file it left out for their problems, and the file its log was saved in. */
  result: { run: Run; done: Plan | null; head?: LogHead; leftOut?: number; saved: string | null } | null;
  /** Of the list of that run's pairs. */
  pairFilter: PairFilter;
  /** What is searched for in it: ids, and parts of names. */
  pairField: FieldState;
  pairCursor: number;
  /** The list of pairs from which one was undone, to come back to. */
  pairList: { run: string; filter: PairFilter; field: FieldState; cursor: number } | null;
  historyCursor: number;
  historyField: FieldState;
  /** Raised by Ctrl+L: draw everything anew. */
  repaints: number;
  /** Lines to leave on the normal screen. */
  summary: readonly string[];
  /** Set: the wizard ends with this status. */
  exit: number | null;
}

/** Slow work beside which the operator can go on. */
const FREE: readonly Task['kind'][] = ['list-folder', 'plan', 'plan-undo', 'weigh-blanks'];

/** Whether the pairs come from a CSV file. */
export function isFromFile({ mode }: Pick<State, 'mode'>): boolean {
  return mode === 'bulk' || mode === 'bulk-merge';
}

/** Whether slow work is under way whose outcome decides where the operator is next: keys wait for it. */
export function isBusy({ task }: State): boolean {
  return task !== null && !FREE.includes(task.job.kind);
}

/** Whether rows were mended that no saved copy of the file has. */
export function hasUnsavedMendings({ drafts, file, mendings, savedMendings }: State): boolean {
  const isOnFile = drafts.includes('bulk') || drafts.includes('bulk-merge');
  return isOnFile && !file.isFound && mendings.byLine.size > 0 && mendings !== savedMendings;
}

/** The step that the operator is at. */
export function stepNow({ trail }: State): StepId {
  return trail.at(-1) ?? 'home';
}

/** Where keys go: whatever lies on top. */
export function placeNow(state: State): Place {
  return state.cover ?? placeBeneath(state);
}

/** The step or overlay on screen, whatever covers it. */
export function placeBeneath(state: State): StepId | OverlayId {
  return state.overlay ?? stepNow(state);
}
