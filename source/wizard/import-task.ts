import type { Mapping } from '../model/mapping.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan } from '../model/plan.ts';
import type { RowEdits } from '../people/import/edit-rows.ts';
import type { FittedMapping } from '../people/import/fit-mapping.ts';
import type { MappingGuess } from '../people/import/guess-mapping.ts';
import type { Reading } from '../people/import/how-read.ts';
import type { ImportCheck, PeopleFile } from '../people/import/import-check.ts';
import type { EraseWeight } from '../people/import/weigh-blanks.ts';
import type { MappingChoice } from './import-state.ts';

/** The file and the mapping that rows are checked with, and what the operator has mended of it. */
export interface ImportWish {
  file: PeopleFile;
  edits: RowEdits;
  mapping: Mapping;
}

/** Slow work of an import, as data. */
export type ImportTask =
  | { kind: 'read-people'; path: string; reading: Reading }
  /** All mappings, for an export. */
  | { kind: 'list-mappings' }
  /** How a shipped mapping fits the file. */
  | { kind: 'fit-mapping'; file: PeopleFile; choice: MappingChoice }
  | { kind: 'weigh-blanks'; wish: ImportWish }
  | { kind: 'check-import'; wish: ImportWish }
  /** `shown`: what the operator has looked through; null: nothing. */
  | { kind: 'plan-import'; wish: ImportWish; shown: ImportCheck | null }
  | { kind: 'save-mapping'; mapping: Mapping }
  | { kind: 'delete-mapping'; name: string }
  | { kind: 'save-people'; file: PeopleFile; edits: RowEdits; path: string; force: boolean }
  | { kind: 'save-problems'; file: PeopleFile; edits: RowEdits; check: ImportCheck; path: string; force: boolean };

export type ImportResult =
  /** `isPairs`: it is a file of transfers. */
  | {
      kind: 'read-people';
      file: PeopleFile;
      isPairs: boolean;
      guess: MappingGuess;
      saved: readonly Mapping[];
      shipped: readonly Mapping[];
      timeZones: readonly string[];
    }
  | { kind: 'list-mappings'; mappings: readonly Mapping[] }
  | { kind: 'fit-mapping'; fitted: FittedMapping; choice: MappingChoice }
  | { kind: 'weigh-blanks'; weight: EraseWeight }
  | { kind: 'check-import'; check: ImportCheck; of: { mapping: Mapping; edits: RowEdits } }
  /** `moved`: lines of the rows that do something else than was shown; `isFileChanged`: the file is not any more what was read. */
  | { kind: 'plan-import'; plan: Plan; check: ImportCheck; moved: readonly number[]; isFileChanged?: boolean }
  | { kind: 'save-mapping'; name: string; saved: readonly Mapping[] }
  | { kind: 'delete-mapping'; name: string; saved: readonly Mapping[] }
  | { kind: 'save-people'; path: string; rowsChanged: number }
  | { kind: 'save-problems'; path: string; rows: number };

/** Slow work of an import that Escape gives up: it only reads. */
export const IMPORT_GIVEN_UP: readonly ImportTask['kind'][] = [
  'read-people',
  'fit-mapping',
  'check-import',
  'plan-import',
];

/** What is being done at the moment. @param progress how far, from 0 to 1; null: unknown */
export function importTaskLabel(job: ImportTask, progress: number | null): string {
  const far = progress === null ? '' : ` ${Math.floor(progress * 100)} %`;
  switch (job.kind) {
    case 'read-people':
      return `Reading the file …${far} (Esc stops that)`;
    case 'list-mappings':
      return 'Looking up the mappings …';
    case 'fit-mapping':
      return 'Fitting the mapping to the file …';
    case 'weigh-blanks':
      return 'Counting what would be erased …';
    case 'check-import':
      return `Checking ${numberText(job.wish.file.rows.length)} rows …${far} (Esc stops that)`;
    case 'plan-import':
      return `Working out what will happen …${far} (Esc stops that)`;
    case 'save-mapping':
      return 'Saving the mapping …';
    case 'delete-mapping':
      return 'Deleting the mapping …';
    case 'save-people':
    case 'save-problems':
      return 'Saving the file …';
  }
}

/** Whether slow work belongs to an import. */
export function isImportTask(job: { kind: string }): job is ImportTask {
  return KINDS.has(job.kind);
}

const KINDS: ReadonlySet<string> = new Set<ImportTask['kind']>([
  'read-people',
  'list-mappings',
  'fit-mapping',
  'weigh-blanks',
  'check-import',
  'plan-import',
  'save-mapping',
  'delete-mapping',
  'save-people',
  'save-problems',
]);

/** Whether an outcome is one of an import. */
export function isImportResult(result: { kind: string }): result is ImportResult {
  return KINDS.has(result.kind);
}
