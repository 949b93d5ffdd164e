import type { ImportField } from '../../model/import-field.ts';
import { isStandInAddress, standInValue } from '../../redact/stand-in.ts';
import { addProblem, changeOf, type DraftRow, type PlaceOf } from './draft-row.ts';

/** Fields in which a stand-in can be nothing else: a login such as "user20" may be somebody's. */
const FIELDS: readonly ImportField[] = ['Email', 'First Name', 'Last Name'];

/**
 * Refuses what stands for people in an export that was made with --redact: whoever imports it would write it over what
 * they are called. Such are any address at the domain of stand-ins, and the names that stand for the very person of the row.
 */
export function refuseStandIns(row: DraftRow, placeOf: PlaceOf): void {
  const field = FIELDS.find((one) => {
    const value = changeOf(row, one)?.source;
    if (typeof value !== 'string') return false;
    return isStandInAddress(value) || (row.user !== null && value === standInValue(one, row.user.id));
  });
  if (field === undefined) return;
  const place = placeOf(row, field);
  const message = `“${place.text}” stands for somebody whose name is hidden: this file was exported with --redact.`;
  addProblem(row, place, 'stand-in', message, 'Export without --redact, make the changes in that file, and import it.');
}
