import { parseId } from '../../model/parse-id.ts';
import { trimSpaces } from '../../model/trim-spaces.ts';
import { nameAndId, type User } from '../../model/user.ts';
import { addProblem, type DraftRow, heldValue, type PlaceOf, valueAfter } from './draft-row.ts';
import type { FileRow, PeopleFile } from './import-check.ts';
import type { IdentityPlaces } from './match-person.ts';
import { OWN_ID_HEADING } from './own-headings.ts';

/** Notices a row of our own export whose address speaks of somebody else than its ID. */
export type MovedCheck = (row: FileRow, draft: DraftRow, placeOf: PlaceOf) => void;

/**
 * The check of rows that are told by their address (X18) though an export has said whom they were about: an address that
 * is another person's is not taken for them, and somebody new with the login or the whole name of just the person who was
 * exported is that person with another address.
 */
export function movedCheck({ headings }: PeopleFile, users: readonly User[]): MovedCheck {
  const place = headings.indexOf(OWN_ID_HEADING);
  if (place < 0) return () => undefined;
  const byId = new Map(users.map((user) => [user.id, user]));
  return ({ cells }, draft, placeOf) => {
    const exported = byId.get(parseId(cells[place] ?? '') ?? 0);
    if (draft.isUnknown || exported === undefined || exported.id === draft.user?.id) return;
    if (draft.user === null && !isNamedAlike(draft, exported)) return;
    const other = draft.user === null ? 'somebody new' : nameAndId(draft.user);
    const message = `By ${OWN_ID_HEADING} this is ${nameAndId(exported)}, and by the address ${other}.`;
    const cure = `Put the column User ID back to change the address, or empty ${OWN_ID_HEADING} if this is somebody else.`;
    addProblem(draft, placeOf(draft, 'Email'), 'bad-user-id', message, cure);
  };
}

/**
 * The check of rows that are told by their ID though an export has said whom they were about: where the two differ, a
 * column has slipped, or one of them is no longer true.
 */
export function slippedCheck(
  { headings }: PeopleFile,
  { id, idHeading }: IdentityPlaces,
  users: readonly User[],
): (row: FileRow, draft: DraftRow) => void {
  const place = headings.indexOf(OWN_ID_HEADING);
  if (place < 0 || id < 0 || id === place) return () => undefined;
  const byId = new Map(users.map((user) => [user.id, user]));
  const whoIs = (one: number) => {
    const user = byId.get(one);
    return user === undefined ? `the ID ${one}, which nobody has` : nameAndId(user);
  };
  return ({ cells }, draft) => {
    const text = cells[id] ?? '';
    if (cells[place] === text) return;
    const exported = parseId(cells[place] ?? '');
    const said = trimSpaces(text) === '0' ? 0 : parseId(text);
    if (exported === null || said === null || exported === said) return;
    const saidText = said === 0 ? 'somebody new (0)' : whoIs(said);
    const message = `${idHeading} says ${saidText}, and ${OWN_ID_HEADING} says ${whoIs(exported)}.`;
    const cure = `Look whether the column ${idHeading} has slipped by a row; if it is right, empty ${OWN_ID_HEADING} in this row.`;
    addProblem(draft, { column: idHeading, text }, 'bad-user-id', message, cure);
  };
}

function isNamedAlike(draft: DraftRow, user: User): boolean {
  const isSame = (field: 'Login' | 'First Name' | 'Last Name') => {
    const value = valueAfter(draft, field);
    return value !== null && value === heldValue(user, field);
  };
  return isSame('Login') || (isSame('First Name') && isSame('Last Name'));
}
