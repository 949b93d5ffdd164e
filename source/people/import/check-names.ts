import type { ImportField } from '../../model/import-field.ts';
import type { ProblemCode } from '../../model/pair.ts';
import { addProblem, type DraftRow, entriesOf, heldValue, type PlaceOf } from './draft-row.ts';
import { explainDivision } from './explain-division.ts';
import { findNearest } from './find-nearest.ts';
import type { ImportContext } from './import-check.ts';

/** After so many names that do not exist, the file is about something else: what was meant is not looked for any more. */
const MOST_EXPLAINED = 500;

/** What a field names that must exist already. */
interface Naming {
  field: ImportField;
  noun: string;
  code: ProblemCode;
  names: readonly string[];
  known: ReadonlySet<string>;
  /** Half a sentence and a sentence on a name that is not known; each is worked out once. */
  explained: Map<string, { why: string; cure: string }>;
}

export type Namings = readonly Naming[];

/** The fields that name roles, views, teams, groups and divisions, with those that exist. */
export function namingsOf({ names, views }: Pick<ImportContext, 'names' | 'views'>): Namings {
  const list = (fields: ImportField[], noun: string, code: ProblemCode, known: readonly string[]): Naming[] => {
    const shared = { noun, code, names: known, known: new Set(known), explained: new Map() };
    return fields.map((field) => ({ field, ...shared }));
  };
  return [
    ...list(['Roles'], 'role', 'unknown-role', names.roles),
    ...list(
      ['QM Views'],
      'view',
      'unknown-name',
      views.map(({ name }) => name),
    ),
    ...list(['Team', 'Scope Teams'], 'team', 'unknown-name', names.teams),
    ...list(['Member Group', 'Scope Groups', 'Max Staffing Group'], 'group', 'unknown-name', names.groups),
    ...list(['Divisions'], 'division', 'unknown-division', names.divisions),
  ];
}

/** What a row names must exist, spelt exactly so (D13). What the person has already may stay, gone or not. */
export function checkNames(row: DraftRow, namings: Namings, placeOf: PlaceOf): void {
  for (const { field, source } of row.fields) {
    const naming = namings.find((one) => one.field === field);
    if (naming === undefined) continue;
    for (const name of entriesOf(source)) {
      if (naming.known.has(name)) continue;
      if (row.user !== null && entriesOf(heldValue(row.user, naming.field)).includes(name)) continue;
      const { why, cure } = explain(name, naming);
      const { column } = placeOf(row, naming.field);
      addProblem(row, { column, text: name }, naming.code, `There is no ${naming.noun} “${name}”: ${why}.`, cure);
    }
  }
}

function explain(name: string, naming: Naming): { why: string; cure: string } {
  const known = naming.explained.get(name);
  if (known !== undefined) return known;
  if (naming.explained.size >= MOST_EXPLAINED) {
    return { why: `no ${naming.noun} has this name`, cure: `Write a ${naming.noun} that exists.` };
  }
  const made = naming.noun === 'division' ? explainDivision(name, naming.names) : explainName(name, naming);
  naming.explained.set(name, made);
  return made;
}

function explainName(name: string, { noun, names }: Naming): { why: string; cure: string } {
  const near = findNearest(name, names);
  if (near === null) {
    const few = names.length > 0 && names.length <= 12 ? ` (${names.join(', ')})` : '';
    return { why: `no ${noun} has this name`, cure: `Write a ${noun} that exists${few}, or create this one first.` };
  }
  const why =
    name.toLowerCase() === near.toLowerCase()
      ? 'capital and small letters count'
      : name.trim() === near
        ? 'there are spaces around it'
        : `no ${noun} has this name`;
  return { why, cure: `Write ${near} if that is meant.` };
}
