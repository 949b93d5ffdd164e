import type { JournalRecord } from '../model/journal.ts';
import type { Operator } from '../model/operator.ts';
import type { Plan } from '../model/plan.ts';
import type { UserPatch } from '../model/profile-field.ts';
import { isFilled } from '../model/profile-field.ts';
import type { ProfileValue, User } from '../model/user.ts';
import type { NameTable } from './name-table.ts';
import { standInOf, standInValue, TELLING_COLUMNS } from './stand-in.ts';

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

/** Takes in what a plan calls its people: those of then, and, of an import, those who are still to come. */
export function learnPlan(table: NameTable, { pairs }: Plan, nameOf: (id: number) => string): void {
  for (const { id, name } of pairs.flatMap(({ source, target }) => [source, target]))
    table.add(name, { id, text: nameOf(id) });
}
