import type { Duplicate } from '../people/find-duplicates.ts';
import { type FieldState, fieldOf } from './parts/edit-text.ts';

/** Accounts that may be one person's, and which of them the operator means. */
export interface DuplicatesState {
  /** The most certain first; null: not looked for yet. */
  found: readonly Duplicate[] | null;
  /** What is searched for among them. */
  field: FieldState;
  cursor: number;
  /** Keys of those that are marked. */
  chosen: ReadonlySet<string>;
}

/** Before anything was looked for. */
export const FRESH_DUPLICATES: DuplicatesState = { found: null, field: fieldOf(''), cursor: 0, chosen: new Set() };
