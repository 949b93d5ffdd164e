import type { ImportField } from '../../model/import-field.ts';
import { changeOf, type DraftRow, entriesOf, heldValue } from './draft-row.ts';

/** Lists by which somebody may do or see more. */
export const RIGHTS: readonly ImportField[] = ['Roles', 'QM Views', 'Scope Groups', 'Scope Teams', 'Divisions'];

/** What a person may do or see more of after their row; `Full Scope` has no entries. Nothing that they have already. */
export function gainedRights(row: DraftRow): { field: ImportField; entries: string[] }[] {
  const gained = RIGHTS.flatMap((field) => {
    const entries = gainedEntries(row, field);
    return entries.length === 0 ? [] : [{ field, entries }];
  });
  return gainsFullScope(row) ? [...gained, { field: 'Full Scope', entries: [] }] : gained;
}

/** The entries of one list that the person does not have yet. */
export function gainedEntries(row: DraftRow, field: ImportField): string[] {
  const entries = entriesOf(changeOf(row, field)?.source);
  if (row.user === null || entries.length === 0) return entries;
  const held = entriesOf(heldValue(row.user, field));
  return entries.filter((entry) => !held.includes(entry));
}

function gainsFullScope(row: DraftRow): boolean {
  if (changeOf(row, 'Full Scope')?.source !== true) return false;
  return row.user === null || heldValue(row.user, 'Full Scope') !== true;
}
