import { numberText } from '../../model/number-text.ts';
import type { User } from '../../model/user.ts';
import { addProblem, changeOf, type DraftRow, isGood, type PlaceOf } from './draft-row.ts';

/** People who are active now, and once all good rows were carried out. */
export function countSeats(rows: readonly DraftRow[], users: readonly User[]): { used: number; after: number } {
  let used = 0;
  for (const { active } of users) if (active) used += 1;
  let after = used;
  for (const row of rows) {
    if (!isGood(row)) continue;
    if (takesSeat(row)) after += 1;
    else if (row.becomes === 'inactive') after -= 1;
  }
  return { used, after };
}

/**
 * Refuses the rows for whose people no seat is left, in the order of the file (D12). Seats that other good rows free
 * count from the beginning: those run first. Whoever is active already keeps the seat, whatever the limit.
 * To be called again whenever rows became bad since.
 * @returns whether it refused any
 */
export function refuseSeatless(
  rows: readonly DraftRow[],
  users: readonly User[],
  limit: number | null,
  placeOf: PlaceOf,
): boolean {
  if (limit === null) return false;
  const { used, after } = countSeats(rows, users);
  const taking = rows.filter((row) => isGood(row) && takesSeat(row));
  const left = Math.max(0, limit - (after - taking.length));
  const rest = left > 0 ? ', and the rows above take what is free' : '';
  const message = `No seat is left: ${numberText(used)} of ${numberText(limit)} are taken${rest}.`;
  for (const row of taking.slice(left)) {
    const cure = 'Deactivate somebody, import this person as inactive, or raise the setting "seats".';
    addProblem(row, seatPlace(row, placeOf), 'no-seat-left', message, cure);
  }
  return taking.length > left;
}

/** Somebody new is active unless the row says otherwise (D12). */
function takesSeat(row: DraftRow): boolean {
  return row.user === null ? changeOf(row, 'Active?')?.source !== false : row.becomes === 'active';
}

/** What makes the person active: `Active?`, the date, or that the row says nothing of it. */
function seatPlace(row: DraftRow, placeOf: PlaceOf): { column: string; text: string } {
  const state = placeOf(row, 'Active?');
  const date = placeOf(row, 'Deactivated');
  return state.text === '' && date.text !== '' ? date : state;
}
