import type { User } from '../model/user.ts';
import type { Deletion } from '../people/deletion-text.ts';
import type { Emptied } from '../session/list-emptied.ts';
import { type FieldState, fieldOf } from './parts/edit-text.ts';

/** An account whose data went elsewhere, and where to. */
export type EmptiedAccount = Pick<Emptied, 'handovers' | 'owns'> & { person: User };

/** What is done with accounts once their data are somebody else's. */
export interface CareState {
  /** Null: not read yet. */
  accounts: readonly EmptiedAccount[] | null;
  /** What is searched for among them. */
  field: FieldState;
  cursor: number;
  /** Ids of those that are marked. */
  chosen: ReadonlySet<number>;
  /** Who is about to be deleted; null: nobody. */
  deletion: Deletion | null;
  /** Whether the records of others that name this person are to name nobody from then on. */
  isDetaching: boolean;
}

/** After-care before anything was looked at. */
export const FRESH_CARE: CareState = {
  accounts: null,
  field: fieldOf(''),
  cursor: 0,
  chosen: new Set(),
  deletion: null,
  isDetaching: false,
};
