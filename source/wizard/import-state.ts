import type { Mapping } from '../model/mapping.ts';
import { NO_EDITS, type RowEdits } from '../people/import/edit-rows.ts';
import type { MappingGuess } from '../people/import/guess-mapping.ts';
import { AS_FOUND, type Reading } from '../people/import/how-read.ts';
import type { ImportCheck, PeopleFile } from '../people/import/import-check.ts';
import type { EraseWeight } from '../people/import/weigh-blanks.ts';
import type { Undone } from './logic/undone.ts';
import { type FieldState, fieldOf } from './parts/edit-text.ts';
import type { StepId } from './steps.ts';

/** A mapping that can be chosen, and where it comes from. */
export interface MappingChoice {
  origin: 'guessed' | 'saved' | 'shipped';
  mapping: Mapping;
}

/** Another way to read the file. */
export interface Asked {
  reading: Reading;
  unfit: readonly NonNullable<Reading['encoding']>[];
  /** A mapping that was deleted, and by which the file was read: it is to be read as its columns look without it. */
  without?: string;
}

/** Which rows the preview of an import shows. */
export const IMPORT_FILTERS = [
  'all',
  'problems',
  'create',
  'update',
  'erasing',
  'deactivated',
  'reactivated',
  'unchanged',
  'skipped',
] as const;
export type ImportFilter = (typeof IMPORT_FILTERS)[number];

/** What was decided about the columns of a file, to go back to, and at which step the choice was made that changed it. */
export type DecidedColumns = Pick<ImportState, 'mapping' | 'byHand' | 'decided' | 'guess'> & { step: StepId };

/** An import, as far as the operator has answered. */
export interface ImportState {
  /** As it was read last; null: none yet. */
  file: PeopleFile | null;
  /** How `file` was read. */
  reading: Reading;
  /** How it is being read anew, and the encodings that did not fit it on the way there. */
  asked: Asked | null;
  lookRow: number;
  /** The first column on screen. */
  lookColumn: number;
  guess: MappingGuess | null;
  /** The names that a file may use for time zones. */
  timeZones: readonly string[];
  choices: readonly MappingChoice[];
  choiceCursor: number;
  /** The one that was chosen, before anything of it was changed. */
  chosen: MappingChoice | null;
  /** As it was fitted to the file. */
  proposed: Mapping | null;
  /** As it is now, with the columns that the file lacks. */
  mapping: Mapping | null;
  /** Headings that the operator mapped or left out. */
  byHand: ReadonlySet<string>;
  /** Headings of ambiguous dates whose format the operator has decided. */
  decided: ReadonlySet<string>;
  /** What had been decided before each choice about columns, the last one last. */
  past: readonly DecidedColumns[];
  fieldCursor: number;
  /** What is searched for among the fields. */
  pickField: FieldState;
  pickCursor: number;
  typeCursor: number;
  /** 0: blank cells; 1: missing columns. */
  blanksCursor: number;
  /** Null: not worked out. */
  weight: EraseWeight | null;
  /** The name under which the mapping is to be saved; or the file in which rows are. */
  nameField: FieldState;
  edits: RowEdits;
  /** Those that were saved as a copy of the file. */
  savedEdits: RowEdits;
  /** What of them was undone, to be done again; the last one last. */
  undoneEdits: readonly Undone<RowEdits>[];
  check: ImportCheck | null;
  /** What it was made of: an equal one need not be made again. */
  checkedOf: { mapping: Mapping; edits: RowEdits } | null;
  filter: ImportFilter;
  /** Indexes into the rows of the check that the filter lets through; null: all of them. */
  visible: Int32Array | null;
  cursor: number;
  /** The cell of the row that is mended, by its place. */
  cellCursor: number;
  cellField: FieldState;
}

/** An import before anything was answered. */
export const FRESH_IMPORT: ImportState = {
  file: null,
  reading: AS_FOUND,
  asked: null,
  lookRow: 0,
  lookColumn: 0,
  guess: null,
  timeZones: [],
  choices: [],
  choiceCursor: 0,
  chosen: null,
  proposed: null,
  mapping: null,
  byHand: new Set(),
  decided: new Set(),
  past: [],
  fieldCursor: 0,
  pickField: fieldOf(''),
  pickCursor: 0,
  typeCursor: 0,
  blanksCursor: 0,
  weight: null,
  nameField: fieldOf(''),
  edits: NO_EDITS,
  savedEdits: NO_EDITS,
  undoneEdits: [],
  check: null,
  checkedOf: null,
  filter: 'all',
  visible: null,
  cursor: 0,
  cellCursor: 0,
  cellField: fieldOf(''),
};
