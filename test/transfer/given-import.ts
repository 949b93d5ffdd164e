import { readFileSync } from 'node:fs';
import path from 'node:path';
import { storedValue } from '../../source/merge/change-profile.ts';
import type { FieldChange } from '../../source/model/change.ts';
import type { Plan, RowCounts } from '../../source/model/plan.ts';
import { fullName, type Person, type ProfileValue } from '../../source/model/user.ts';
import { parseMapping } from '../../source/people/import/parse-mapping.ts';
import { countRows } from '../../source/transfer/count-rows.ts';
import { type ImportRequest, planImport } from '../../source/transfer/plan-import.ts';
import { STANDARD } from '../merge/given.ts';
import { CLOCK } from './given-plan.ts';

const PRESET = path.join(import.meta.dirname, '..', '..', 'data', 'presets', 'calabrio.json');

/** The preset that ships for files of Calabrio. */
export const CALABRIO = parseMapping(readFileSync(PRESET, 'utf8'), PRESET);

/** What a row of a file says of somebody: field → value, null to erase it. Nobody of the store: they are created. */
export interface GivenRow {
  id: number;
  set: Record<string, ProfileValue | null>;
}

/** The plan of an import of these rows into a store of these people; rows that change nothing are not in it. */
export function importOn(
  { id: store, people }: { id: string; people: readonly Person[] },
  rows: readonly GivenRow[],
  but: Partial<ImportRequest> = {},
): Plan {
  const users = new Map(people.map((person) => [person.id, person]));
  const checked = rows.map(({ id, set }, index) => {
    const user = users.get(id) ?? null;
    const fields = Object.entries(set).flatMap(([field, source]): FieldChange[] => {
      const target = user === null ? null : storedValue(user, field);
      const why = source === null ? 'blank in the file' : 'in the file';
      return JSON.stringify(source) === JSON.stringify(target) ? [] : [{ field, source, target, taken: 'source', why }];
    });
    const state = user === null ? undefined : fields.find(({ field }) => field === 'Active?')?.source;
    const becomes = state === undefined ? {} : { becomes: state ? ('active' as const) : ('inactive' as const) };
    const erased = fields.filter(({ source }) => source === null).length;
    const kind = user === null ? ('create' as const) : ('update' as const);
    const change = fields.length === 0 && user !== null ? null : { kind, ...becomes, erased };
    const name = user === null ? `${set['First Name'] ?? ''} ${set['Last Name'] ?? ''}`.trim() : fullName(user);
    return { line: index + 2, person: id, name, fields, change };
  });
  const kept = checked.flatMap(({ change }) => (change === null ? [] : [{ row: change }]));
  const counts: RowCounts = { ...countRows(kept), unchanged: rows.length - kept.length, skipped: 0, problems: 0 };
  return planImport({
    id: 'import-1',
    store,
    check: { mapping: CALABRIO, rows: checked, problems: [], warnings: [], counts },
    users,
    operator: 'admin',
    createdAt: CLOCK.now(),
    catalogue: STANDARD,
    allOrNothing: false,
    file: 'people.csv',
    ...but,
  });
}
