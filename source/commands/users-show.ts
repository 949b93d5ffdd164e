import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { numberText } from '../model/number-text.ts';
import type { DataRecord } from '../model/record.ts';
import { timeText } from '../model/time-text.ts';
import { typeLabel } from '../model/type-label.ts';
import { accessLabel, nameAndId, type Person, type User } from '../model/user.ts';
import { findDeletion, type PastDeletion } from '../session/find-deletion.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';
import { valueText } from './value-text.ts';

/**
 * `users show ID`: one person with profile, access and records. Of somebody who was deleted, the error tells when, by
 * whom, and to whom their data had gone.
 * @throws HandoverError `not-an-id`, `unknown-user`, and what reading the log throws
 */
export const usersShow: Command = async (context, [typed = '']) => {
  const id = readId(typed, 'ID');
  const session = await openSession(context);
  const { store, catalogue } = session;
  const known = (await store.people([id])).get(id);
  if (known === undefined) throw unknownUser(id, await findDeletion(id, session, context), await store.users());
  const person = session.veil.cells(known);
  if (context.json) {
    const { login, email, firstName, lastName, active, access, profile, mergedInto } = person;
    const records = Object.fromEntries(inOrder(person, catalogue));
    printJson(context, { id, login, email, firstName, lastName, active, access, profile, records, mergedInto });
  } else {
    const into = (await store.users()).find((user) => user.id === person.mergedInto);
    printLines(context, describe(person, into, catalogue, context.ascii));
  }
  return 0;
};

function unknownUser(id: number, deletion: PastDeletion | null, users: readonly User[]): HandoverError {
  if (deletion === null) {
    const hint = 'Find the ID with: handover users --inactive --query NAME';
    return new HandoverError('usage', 'unknown-user', `Nobody has the user ID ${id}.`, hint);
  }
  const { at, operator, heirs } = deletion;
  const nameOf = (heir: number) => {
    const user = users.find((each) => each.id === heir);
    return user === undefined ? `user ${heir}, who is deleted as well` : nameAndId(user);
  };
  const ways = heirs.map(
    (heir) =>
      `${heir.operation === 'merge' ? 'It was merged into' : 'Its data was transferred to'} ${nameOf(heir.id)}: handover runs show ${heir.run} --pair ${id}:${heir.id}`,
  );
  return new HandoverError(
    'usage',
    'unknown-user',
    `The account ${id} was deleted on ${timeText(at)}${operator === null ? '' : ` by ${operator}`}.`,
    [...ways, 'The log of it: handover audit'].join('\n'),
  );
}

function describe(person: Person, into: User | undefined, catalogue: Catalogue, ascii: boolean): string[] {
  const { login, email, active, access, profile, mergedInto } = person;
  const facts = [
    ['Login', login],
    ['E-mail', email],
    ['State', active ? 'active' : 'inactive'],
    ['Access', accessLabel(access)],
    ...(mergedInto === null ? [] : [['Merged into', into === undefined ? String(mergedInto) : nameAndId(into)]]),
    ...Object.entries(profile).map(([column, value]) => [column, valueText(value)]),
  ];
  const known = new Set(catalogue.types.map(({ id }) => id));
  const owned = inOrder(person, catalogue).map(([type, held]) => [
    numberText(held.length),
    typeLabel(catalogue, type),
    known.has(type) ? type : 'not in the catalogue',
  ]);
  const indent = (lines: string[]) => lines.map((line) => `  ${line}`);
  return [
    nameAndId(person),
    ...indent(alignColumns(facts, { ascii })),
    '',
    owned.length === 0 ? 'Owns nothing.' : 'Owns',
    ...indent(alignColumns(owned, { right: [0], ascii })),
  ];
}

/** What a person owns by data type, in the catalogue's order, and by name what it does not name: the same whatever came when. */
function inOrder({ records }: Person, { types }: Catalogue): [type: string, held: readonly DataRecord[]][] {
  const places = new Map(types.map(({ id }, place) => [id, place]));
  const placeOf = (type: string) => places.get(type) ?? types.length;
  const named = Object.keys(records).toSorted();
  return named.toSorted((one, other) => placeOf(one) - placeOf(other)).map((type) => [type, records[type] ?? []]);
}
