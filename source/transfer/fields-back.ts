import { isDeepStrictEqual } from 'node:util';
import { storedValue } from '../merge/change-profile.ts';
import { userFingerprint } from '../merge/user-fingerprint.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { FieldChange, Image } from '../model/change.ts';
import { IMPORT_FIELDS } from '../model/import-field.ts';
import { blankPerson } from '../model/person-of-image.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { withImage } from '../model/with-image.ts';
import { carryRow, carryRowBack, type RowBack } from './carry-row.ts';
import type { Earlier } from './earlier.ts';

/** Why the undo of an import puts a value back, or leaves it. */
export const WHY_BACK = {
  back: 'as before the run',
  lost: 'changed since the run, and that change is lost',
  stays: 'changed since the run',
} as const;

interface BackRequest {
  /** The undo of an import. */
  plan: Plan;
  catalogue: Catalogue;
  earlier: Earlier;
}

/**
 * Each value that the row `pair` of the undo of an import puts back, and each that it leaves as somebody has changed it
 * since (`taken` is `target`): `source` is the value before the run, `target` the one that the store has. Of somebody who
 * is removed or comes back there are none. Pure.
 * @param person as they are; null: nobody has that id
 * @returns null where the row would not do now what the plan tells of it
 */
export function fieldsBack(request: BackRequest, pair: PlannedPair, person: Person | null): FieldChange[] | null {
  const { plan, catalogue, earlier } = request;
  const { id, fingerprint } = pair.source;
  const done = earlier.pairs.get(`${id}:${id}`);
  if (done === undefined || userFingerprint(person) !== fingerprint) return null;
  if (carryRow(request, pair, person) === null) return null;
  return valuesBack({ done, person, overwriteChanged: plan.undoOf?.overwriteChanged === true, catalogue, earlier });
}

function valuesBack(row: RowBack): FieldChange[] {
  const { done, person, overwriteChanged } = row;
  if (person === null || done.before.source.exists === false || done.after.source.exists === false) return [];
  const put = (isOverwriting: boolean) => {
    const { after } = carryRowBack({ ...row, overwriteChanged: isOverwriting }).carried;
    return withImage(person, after.source);
  };
  const [spared, all] = [put(false), put(true)];
  return changedFields(person, all).map((change): FieldChange => {
    const isChanged = isDeepStrictEqual(storedValue(spared, change.field), change.target);
    if (!isChanged) return { ...change, taken: 'source', why: WHY_BACK.back };
    return overwriteChanged
      ? { ...change, taken: 'source', why: WHY_BACK.lost }
      : { ...change, taken: 'target', why: WHY_BACK.stays };
  });
}

/** The same of a row that was put back, as the journal tells it: `target` is the value that was there just before. Pure. */
export function fieldsDone(before: Image, after: Image): FieldChange[] {
  if (before.exists === false || after.exists === false) return [];
  const blank = blankPerson(before.id);
  return changedFields(withImage(blank, before), withImage(blank, after)).map(
    (change): FieldChange => ({ ...change, taken: 'source', why: WHY_BACK.back }),
  );
}

function changedFields(held: Person, after: Person): Pick<FieldChange, 'field' | 'source' | 'target'>[] {
  return IMPORT_FIELDS.flatMap((field) => {
    const [source, target] = [storedValue(after, field), storedValue(held, field)];
    return isDeepStrictEqual(source, target) ? [] : { field, source, target };
  });
}
