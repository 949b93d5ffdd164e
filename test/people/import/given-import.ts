import type { ImportField } from '../../../source/model/import-field.ts';
import type { Mapping } from '../../../source/model/mapping.ts';
import type { Operator } from '../../../source/model/operator.ts';
import type { User } from '../../../source/model/user.ts';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { defaultType } from '../../../source/people/import/field-types.ts';
import type { FileRow, ImportCheck, ImportContext, PeopleFile } from '../../../source/people/import/import-check.ts';

/** A regular active person of the team North, with whatever the test is about put in its place. */
export function person(id: number, parts: Partial<User> = {}): User {
  return {
    id,
    login: `login${id}`,
    email: `person${id}@example.com`,
    firstName: `First${id}`,
    lastName: `Last${id}`,
    active: true,
    access: 'user',
    profile: { Team: 'North' },
    mergedInto: null,
    ...parts,
  };
}

export const ADMIN: Operator = {
  login: 'admin',
  name: 'Ada Admin',
  permissions: ['assign-user-roles', 'edit-qm-views'],
  view: null,
  divisions: ['Lindenhall'],
};

/** Everything that a check is compared with; nobody is there unless `users` names them. */
export function contextOf(users: readonly User[], parts: Partial<ImportContext> = {}): ImportContext {
  return {
    users,
    lastId: Math.max(0, ...users.map(({ id }) => id)),
    names: {
      teams: ['North', 'South'],
      groups: ['Support', 'Sales'],
      divisions: ['Lindenhall', 'Lindenhall/Europe', 'Lindenhall/Europe/UK', 'Lindenhall/Asia', 'Harbour'],
      roles: ['Agent', 'Supervisor'],
    },
    views: [{ name: 'Floor', teams: ['North'], groups: [] }],
    operator: ADMIN,
    view: null,
    timeZones: ['Europe/London', 'Asia/Tokyo'],
    seats: null,
    sendsActivationMail: false,
    today: '2026-03-02',
    ...parts,
  };
}

/** Columns headed by the names of their fields, each of the usual kind. What the file does not say is kept. */
export function mappingOf(fields: readonly ImportField[], parts: Partial<Mapping> = {}): Mapping {
  return {
    version: 1,
    name: 'Test',
    about: '',
    columns: fields.map((field) => ({ heading: field, field, type: defaultType(field) })),
    blanks: 'keep',
    missing: 'keep',
    rules: {
      required: ['Email'],
      emailCase: 'ignored',
      emailCharacters: 'any',
      separatorSpaces: 'trimmed',
      encoding: 'any',
    },
    ...parts,
  };
}

/** The rules of `mappingOf`, some of them otherwise. */
export function rulesOf(parts: Partial<Mapping['rules']>): Mapping['rules'] {
  return { ...mappingOf([]).rules, ...parts };
}

/** A file whose rows begin on line 2. */
export function fileOf(headings: readonly string[], rows: readonly (readonly string[])[]): PeopleFile {
  return {
    file: 'people.csv',
    encoding: { name: 'utf-8', bom: 0, guessed: false },
    delimiter: ',',
    newline: '\n',
    bytes: 1,
    fault: null,
    headings: [...headings],
    headingLine: 1,
    rows: rows.map((cells, index): FileRow => ({ line: index + 2, cells: [...cells], ragged: null })),
    problems: [],
  };
}

/** The check of rows under headings that are the names of fields. */
export function checkRows(
  fields: readonly ImportField[],
  rows: readonly (readonly string[])[],
  context: ImportContext,
  mapping: Partial<Mapping> = {},
): ImportCheck {
  return checkImport(fileOf(fields, rows), mappingOf(fields, mapping), context);
}

/** Line, column, value and code of each problem. */
export function placesOf({ problems }: Pick<ImportCheck, 'problems'>) {
  return problems.map(({ line, column, value, code }) => [line, column, value, code]);
}

/** Line → the values that change, of the store and of the file. */
export function changesOf({ rows }: ImportCheck): Record<number, Record<string, [unknown, unknown]>> {
  return Object.fromEntries(
    rows.map(({ line, fields }) => [
      line,
      Object.fromEntries(fields.map(({ field, source, target }) => [field, [target, source]])),
    ]),
  );
}
