import { nameAndId } from '../../model/user.ts';
import { addProblem, type DraftRow, heldValue, type PlaceOf, valueAfter } from './draft-row.ts';

/** Somebody whom nothing tells from others could never be found again. Who has neither already may stay so. */
export function checkNameable(draft: DraftRow, placeOf: PlaceOf): void {
  const { user } = draft;
  if (draft.problems.length > 0) return;
  if (valueAfter(draft, 'Email') !== null || valueAfter(draft, 'Login') !== null) return;
  if (user !== null && heldValue(user, 'Email') === null && heldValue(user, 'Login') === null) return;
  const message = user === null ? 'The new person has neither' : `${nameAndId(user)} would be left with neither`;
  const place = placeOf(draft, 'Email');
  addProblem(draft, place, 'required', `${message} an address nor a login.`, 'Write at least one of the two.');
}
