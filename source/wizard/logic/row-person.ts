import type { ImportField } from '../../model/import-field.ts';
import { parseId } from '../../model/parse-id.ts';
import { fullName } from '../../model/user.ts';
import { headingOf } from '../../people/import/change-mapping.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
import type { State } from '../state.ts';
import { fileRowAt } from './import-rows.ts';

/** Whom a row is about. */
export interface RowPerson {
  /** Null where that is not known. */
  person: number | null;
  /** Empty where nobody knows. */
  name: string;
}

/** Whom a row is about: by the check; of one that was left out, by what stands in the file. */
export function personOf({ importing, world }: State, row: ImportRow): RowPerson {
  const { file, mapping, edits } = importing;
  if (edits.byLine.get(row.line) !== 'left-out') return row;
  const cells = fileRowAt(importing, row.line)?.cells ?? [];
  const cellOf = (field: ImportField) => {
    const heading = mapping === null ? undefined : headingOf(mapping, field);
    return heading === undefined ? '' : (cells[file?.headings.indexOf(heading) ?? -1] ?? '').trim();
  };
  const user = world.byId.get(parseId(cellOf('User ID')) ?? 0);
  if (user !== undefined) return { person: user.id, name: fullName(user) };
  const login = cellOf('Login') || cellOf('Email');
  return { person: null, name: fullName({ firstName: cellOf('First Name'), lastName: cellOf('Last Name'), login }) };
}

/** "John Smith (19)", or the name alone where nobody has an ID; empty where nobody knows. */
export function personText(state: State, row: ImportRow): string {
  const { person, name } = personOf(state, row);
  return person === null ? name : `${name} (${person})`;
}
