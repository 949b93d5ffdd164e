import type { CheckGround } from './check-ground.ts';
import { dateInWords, FOREVER } from './date-text.ts';
import { addChange, addProblem, type DraftRow, heldValue, WHY } from './draft-row.ts';

/** What a row says of the state of its account. */
export interface StateWish {
  active: boolean | null;
  /** The day of Deactivated, where it is another than the store has. */
  deactivated: string | null;
  /** Why the day that the store has would go; null: it would not. */
  erasing: (typeof WHY)['blank' | 'missing'] | null;
}

/**
 * Settles whether the account of a row is active afterwards, and its Deactivated date. 31 December 2999 makes it active
 * and takes the date away (X15), a day until today makes it inactive, a later one is only noted; `Active?` says it
 * outright (D10). A date that the store has already says nothing, and the one of an inactive account is not erased by
 * saying nothing. Somebody new is active unless the row says otherwise.
 */
export function settleState(draft: DraftRow, wish: StateWish, ground: CheckGround): void {
  const { user } = draft;
  const { deactivated } = wish;
  const byDate = deactivated === null || deactivated > ground.today ? null : false;
  const wanted = deactivated === FOREVER ? true : byDate;
  if (wish.active !== null && wanted !== null && wish.active !== wanted) {
    contradict(draft, wish.active, deactivated ?? '', ground);
    return;
  }
  const isActive = wish.active ?? wanted ?? user?.active ?? true;
  settleDate(draft, wish, isActive, ground.today);
  if (user === null) {
    if (!isActive || wish.active !== null) addChange(draft, 'Active?', isActive, null, WHY.file);
  } else if (isActive !== user.active) {
    draft.becomes = isActive ? 'active' : 'inactive';
    addChange(draft, 'Active?', isActive, user.active, WHY.file);
  }
}

function settleDate(draft: DraftRow, wish: StateWish, isActive: boolean, today: string): void {
  const { user } = draft;
  const held = user === null ? null : heldValue(user, 'Deactivated');
  if (wish.deactivated !== null) {
    const value = wish.deactivated === FOREVER ? null : wish.deactivated;
    if (value !== held) addChange(draft, 'Deactivated', value, held, WHY.file);
    if (isActive && value !== null && value > today) draft.note = 'later';
    return;
  }
  if (held === null) return;
  if (!isActive) {
    if (wish.erasing !== null && user?.active === false) draft.note = 'kept';
    return;
  }
  const isOver = user?.active === false && String(held) <= today;
  if (isOver) addChange(draft, 'Deactivated', null, held, WHY.file);
  else if (wish.erasing !== null) addChange(draft, 'Deactivated', null, held, wish.erasing);
}

function contradict(draft: DraftRow, active: boolean, day: string, { placeOf }: CheckGround): void {
  const date = placeOf(draft, 'Deactivated');
  const says = active ? 'active' : 'inactive';
  const message = `${placeOf(draft, 'Active?').column} says ${says}, and ${date.column} says ${dateInWords(day)}.`;
  addProblem(draft, date, 'bad-date', message, 'Let the two say the same, or leave one of them blank.');
}
