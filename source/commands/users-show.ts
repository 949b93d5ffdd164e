import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { DataRecord } from '../model/record.ts';
import { typeLabel } from '../model/type-label.ts';
import { accessLabel, nameAndId, type Person, type User } from '../model/user.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';
import { readId } from './read-id.ts';
import { valueText } from './value-text.ts';

/** `users show ID`: one person with profile, access and records. @throws HandoverError `not-an-id`, `unknown-user` */
export const usersShow: Command = async (context, [typed = '']) => {
  const id = readId(typed, 'ID');
  const { store, catalogue } = await openSession(context);
  const person = (await store.people([id])).get(id);
  if (person === undefined) {
    throw new HandoverError(
      'usage',
      'unknown-user',
      `Nobody has the user ID ${id}.`,
      'Find the ID with: handover users --inactive --query NAME',
    );
  }
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
    String(held.length),
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
