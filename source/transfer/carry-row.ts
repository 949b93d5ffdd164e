import { isDeepStrictEqual } from 'node:util';
import { changeProfile, storedValue } from '../merge/change-profile.ts';
import { undoRow } from '../merge/undo-row.ts';
import type { Image } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { type CarriedPair, countsOf } from './carry-pair.ts';
import type { Earlier } from './earlier.ts';

interface RowRequest {
  plan: Plan;
  /** What is known of the import that an undo puts back; no other plan needs it. */
  earlier?: Earlier | undefined;
}

/**
 * What the row of an import, or its undo, does to its person, as the journal keeps it: all on the side of the source.
 * @param person as they are; null: nobody has that id
 * @returns null where that is not what the row tells of
 * @throws Error where nothing is known of the row that an undo puts back
 */
export function carryRow({ plan, earlier }: RowRequest, pair: PlannedPair, person: Person | null): CarriedPair | null {
  return plan.operation === 'undo' ? carryBack(plan, earlier, pair, person) : carryForth(pair, person);
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
  { undoOf }: Plan,
  earlier: Earlier | undefined,
  { source, undo }: PlannedPair,
  person: Person | null,
): CarriedPair | null {
  const done = earlier?.pairs.get(`${source.id}:${source.id}`);
  if (done === undefined) throw new Error(`the journal of run ${undoOf?.run ?? ''} does not hold this row`);
  const overwriteChanged = undoOf?.overwriteChanged ?? false;
  const { before, after, change } = undoRow({
    before: done.before.source,
    after: done.after.source,
    person,
    overwriteChanged,
  });
  const counts = countsOf(change === null ? {} : { [USER_INFORMATION]: change });
  if (!isDeepStrictEqual(counts, countsOf(undo))) return null;
  const isPartly = change?.outcome === 'partly' || change?.outcome === 'left-alone';
  return { before: oneSided(before), after: oneSided(after), counts, ...(isPartly ? { partly: true } : {}) };
}

/** The person of a row stands on both sides; what changes of them is told once. */
function oneSided(image: Image): { source: Image; target: Image } {
  return { source: image, target: { id: image.id, records: {} } };
}
