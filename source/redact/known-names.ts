import type { FieldChange } from '../model/change.ts';
import type { JournalRecord } from '../model/journal.ts';
import type { Operator } from '../model/operator.ts';
import type { Plan } from '../model/plan.ts';
import type { UserPatch } from '../model/profile-field.ts';
import { isFilled } from '../model/profile-field.ts';
import type { ProfileValue, User } from '../model/user.ts';
import type { NameTable } from './name-table.ts';
import { SOME_ADDRESS, SOMEBODY, standInOf, standInValue, TELLING_COLUMNS } from './stand-in.ts';

/** What of a person tells who it is, as far as it is known. */
type Known = Pick<User, 'firstName' | 'lastName'> & UserPatch;

/** Digits alone that are fewer than these are no name: a count or a user ID would be taken for one. */
const LEAST_DIGITS = 5;

/** Takes in what `person` is called, for text that names them. */
export function learnPerson(table: NameTable, id: number, person: Known): void {
  const standIn = standInOf(id);
  const { firstName, lastName, login, email, profile } = person;
  const name = `${firstName.trim()} ${lastName.trim()}`.trim();
  if (firstName.trim() !== '' && lastName.trim() !== '') {
    table.add(name, { id, text: `${standIn.firstName} ${standIn.lastName}` });
    table.add(`${lastName.trim()}, ${firstName.trim()}`, { id, text: `${standIn.lastName}, ${standIn.firstName}` });
  } else if (name !== '') {
    learnName(table, name, { id, text: firstName.trim() === '' ? standIn.lastName : standIn.firstName });
  }
  for (const part of [firstName, lastName]) if (part.trim() !== '') table.addPart(part.trim());
  if (login !== undefined) table.add(login, { id, text: standIn.login });
  if (email !== undefined) table.add(email, { id, text: standIn.email });
  for (const column of Object.keys(TELLING_COLUMNS)) {
    const value = tellingText(profile?.[column]);
    if (value !== null) table.add(value, { id, text: standInValue(column, id) ?? '' });
  }
}

/** Takes in what an operator is called. @param place counted from 1 */
export function learnOperator(
  table: NameTable,
  place: number,
  { login, name }: Pick<Operator, 'login' | 'name'>,
): void {
  const { login: standInLogin, name: standInName } = operatorStandIn(place);
  // The program's own name tells nobody, and stands in every command.
  if (login !== 'handover') table.add(login, { id: null, text: standInLogin });
  if (name !== login) table.add(name, { id: null, text: standInName });
}

/** What stands for the operator at a place of the store's list, counted from 1. */
export function operatorStandIn(place: number): Pick<Operator, 'login' | 'name'> {
  return { login: `operator${place}`, name: `Operator ${place}` };
}

/** Takes in what people were called before `record`, and since: reasons and plans of then still name them so. */
export function learnRecord(
  table: NameTable,
  { entry }: JournalRecord,
  userOf: (id: number) => User | undefined,
): void {
  const learn = (id: number, patch: UserPatch | undefined) => {
    if (patch === undefined) return;
    const { firstName = '', lastName = '' } = userOf(id) ?? {};
    learnPerson(table, id, { firstName, lastName, ...patch });
  };
  if (entry.kind === 'pair-done') {
    for (const { id, user } of [entry.before, entry.after].flatMap(({ source, target }) => [source, target]))
      learn(id, user);
  }
  if (entry.kind === 'person-changed') for (const patch of [entry.before, entry.after]) learn(entry.person, patch);
  if (entry.kind === 'person-deleted') learn(entry.person, entry.before);
}

function tellingText(value: ProfileValue | undefined): string | null {
  if (!isFilled(value) || typeof value !== 'string') return null;
  const text = value.trim();
  return /^\d+$/.test(text) && text.length < LEAST_DIGITS ? null : text;
}

/**
 * Takes in what a plan calls its people: those of then, and, of an import, what the file calls them.
 * @param nameOf what is shown for the full name of person `id`
 */
export function learnPlan(
  table: NameTable,
  { pairs }: Plan,
  nameOf: (id: number) => string,
  userOf: (id: number) => User | undefined,
): void {
  for (const { source, target, fields } of pairs) {
    for (const { id, name } of [source, target]) learnName(table, name, { id, text: nameOf(id) });
    for (const [id, values] of [
      [source.id, valuesOf(fields, 'source')],
      [target.id, valuesOf(fields, 'target')],
    ] as const) {
      if (Object.keys(values).length > 0) learnPerson(table, id, personOf(values, userOf(id)));
    }
  }
}

/**
 * Takes in what a row of a file calls somebody, who may be nobody whom the store knows.
 * @param cells texts by import column (B13)
 */
export function learnRow(table: NameTable, cells: Readonly<Record<string, string>>): void {
  const { firstName, lastName, login, email, profile } = personOf(cells, undefined);
  const [first, last] = [firstName.trim(), lastName.trim()];
  const wholes = first !== '' && last !== '' ? [`${first} ${last}`, `${last}, ${first}`] : [];
  for (const name of [...wholes, login, tellingText(profile?.['Employee ID']), tellingText(profile?.['ACD ID'])]) {
    if (name) table.add(name, { id: null, text: SOMEBODY });
  }
  if (email) table.add(email, { id: null, text: SOME_ADDRESS });
  if (wholes.length === 0 && first + last !== '') table.addWord(first + last, { id: null, text: SOMEBODY });
  for (const part of [first, last]) if (part !== '') table.addPart(part);
}

function learnName(table: NameTable, name: string, instead: { id: number; text: string }): void {
  if (/\s/.test(name.trim())) table.add(name, instead);
  else table.addWord(name.trim(), instead);
}

function valuesOf(fields: readonly FieldChange[], side: 'source' | 'target'): Record<string, string> {
  const told = fields.flatMap(({ field, [side]: value }) =>
    standInValue(field, 0) !== null && typeof value === 'string' && value.trim() !== '' ? [[field, value]] : [],
  );
  return Object.fromEntries(told);
}

/** Somebody as values by import column tell; in what they do not tell of a name, as `user` is. */
function personOf(values: Readonly<Record<string, string>>, user: User | undefined): Known {
  const { 'First Name': firstName, 'Last Name': lastName, Login: login, Email: email, ...profile } = values;
  return {
    firstName: firstName ?? user?.firstName ?? '',
    lastName: lastName ?? user?.lastName ?? '',
    ...(login === undefined ? {} : { login }),
    ...(email === undefined ? {} : { email }),
    profile,
  };
}
