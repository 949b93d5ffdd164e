import { isDeepStrictEqual } from 'node:util';
import { changeProfile, storedValue } from '../merge/change-profile.ts';
import type { DonePair } from '../merge/undo-pair.ts';
import { undoRow } from '../merge/undo-row.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Image, UndoChange } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { type CarriedPair, countsOf } from './carry-pair.ts';
import type { Earlier } from './earlier.ts';

interface RowRequest {
  plan: Plan;
  catalogue: Catalogue;
  /** What is known of the import that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
}

/**
 * What the row of an import, or its undo, does to its person, as the journal keeps it: all on the side of the source.
 * @param person as they are; null: nobody has that id
 * @returns null where that is not what the row tells of
 * @throws Error where nothing is known of the row that an undo puts back
 */
export function carryRow(request: RowRequest, pair: PlannedPair, person: Person | null): CarriedPair | null {
  return request.plan.operation === 'undo' ? carryBack(request, pair, person) : carryForth(pair, person);
}

function carryForth({ source, fields, row }: PlannedPair, person: Person | null): CarriedPair | null {
  if ((row?.kind === 'create') !== (person === null)) return null;
  const isAsSeen = fields.every(({ field, target }) =>
    isDeepStrictEqual(person === null ? null : storedValue(person, field), target ?? null),
  );
  if (!isAsSeen) return null;
  const { before, after } = changeProfile(person, source.id, fields);
  return { before: oneSided(before), after: oneSided(after), counts: {} };
}

function carryBack(
  { plan: { undoOf }, catalogue, earlier }: RowRequest,
  { source, undo }: PlannedPair,
  person: Person | null,
): CarriedPair | null {
  const done = earlier?.pairs.get(`${source.id}:${source.id}`);
  if (earlier === undefined || done === undefined) {
    throw new Error(`the journal of run ${undoOf?.run ?? ''} does not hold this row`);
  }
  const overwriteChanged = undoOf?.overwriteChanged ?? false;
  const { carried } = carryRowBack({ done, person, overwriteChanged, catalogue, earlier });
  return isDeepStrictEqual(carried.counts, countsOf(undo)) ? carried : null;
}

/** What is known of a row that is to be put back. */
export interface RowBack {
  done: DonePair;
  /** As they are; null: nobody has that id. */
  person: Person | null;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
  catalogue: Catalogue;
  earlier: Pick<Earlier, 'isNamed'>;
}

/** What putting back a row does, as the journal keeps it and (`change`, null: nothing needs to be) as the plan tells it. */
export function carryRowBack({ done, person, overwriteChanged, catalogue, earlier }: RowBack): {
  carried: CarriedPair;
  change: UndoChange | null;
} {
  const { before, after, change } = undoRow({
    before: done.before.source,
    after: done.after.source,
    person,
    overwriteChanged,
    isNamed: () => earlier.isNamed(done.source, catalogue),
  });
  const counts = countsOf(change === null ? {} : { [USER_INFORMATION]: change });
  const isPartly = change?.outcome === 'partly' || change?.outcome === 'left-alone';
  return {
    carried: { before: oneSided(before), after: oneSided(after), counts, ...(isPartly ? { partly: true } : {}) },
    change,
  };
}

/** The person of a row stands on both sides; what changes of them is told once. */
function oneSided(image: Image): { source: Image; target: Image } {
  return { source: image, target: { id: image.id, records: {} } };
}
