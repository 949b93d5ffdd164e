import type { Operator } from '../../model/operator.ts';
import { nameAndId } from '../../model/user.ts';
import { addProblem, changeOf, type DraftRow, entriesOf, heldValue, type PlaceOf } from './draft-row.ts';

/** Whether a division is one of `assigned` or below one (D11). */
export function isWithin(division: string, assigned: readonly string[]): boolean {
  return assigned.some((own) => division === own || division.startsWith(`${own}/`));
}

/**
 * Whether the divisions of a row that changes or creates somebody are the operator's own or below (D11): those that the
 * person gets, those that they lose, and at least one of somebody who has any.
 */
export function checkDivisions(row: DraftRow, { login, divisions }: Operator, placeOf: PlaceOf): void {
  const held = row.user === null ? [] : entriesOf(heldValue(row.user, 'Divisions'));
  const own = divisions.length === 0 ? 'no division' : divisions.join(', ');
  const cure = `${login} is assigned to ${own}: take one of these or below, or ask somebody of the other division.`;
  if (row.user !== null && held.length > 0 && !held.some((division) => isWithin(division, divisions))) {
    const message = `${nameAndId(row.user)} is in ${held.join(', ')}, which is not a division of ${login}.`;
    addProblem(row, { ...placeOf(row, 'Divisions'), text: held.join(', ') }, 'out-of-division', message, cure);
    return;
  }
  const change = changeOf(row, 'Divisions');
  if (change === undefined) return;
  const wanted = entriesOf(change.source);
  const gained = wanted.filter((division) => !held.includes(division));
  const lost = held.filter((division) => !wanted.includes(division));
  const unknown = new Set(row.problems.map(({ code, value }) => (code === 'unknown-division' ? value : null)));
  for (const division of [...gained, ...lost]) {
    if (isWithin(division, divisions) || unknown.has(division)) continue;
    const what = gained.includes(division) ? 'put into' : 'taken out of';
    const message = `The person would be ${what} ${division}, which is not a division of ${login}.`;
    addProblem(row, { ...placeOf(row, 'Divisions'), text: division }, 'out-of-division', message, cure);
  }
}
