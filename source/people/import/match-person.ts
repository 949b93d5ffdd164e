import { emailKey } from '../../model/account-keys.ts';
import { listLines } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { MappingRules } from '../../model/mapping.ts';
import { explainNotAnId, parseId } from '../../model/parse-id.ts';
import { trimSpaces } from '../../model/trim-spaces.ts';
import { nameAndId, type User } from '../../model/user.ts';
import { type CellFault, quoteCell } from './cell-reading.ts';
import { addProblem, type DraftRow } from './draft-row.ts';
import type { FileRow } from './import-check.ts';

const ID: ImportField = 'User ID';

/** Begins the key of whoever has no address; no address has a line break. */
const OWN = '\n';

/** Where the cells stand that tell whom a row is about, from 0; -1: the file has no such column. */
export interface IdentityPlaces {
  id: number;
  idHeading: string;
  email: number;
  emailHeading: string;
  /** Where our own export says whom the row is about, where no User ID is mapped. */
  own: number;
}

/** Finds out whom the rows are about. */
export interface PersonMatcher {
  /** Whom `row` is about goes into `draft`, or why that cannot be told. */
  match(row: FileRow, draft: DraftRow): void;
}

/**
 * Rows are about whom their user ID names, 0 being somebody new (B13, X14); without a column for it, about whom their
 * address belongs to, or about somebody new (X18). A row of our own export without an address is about whom it says, if
 * they have none.
 * @param rows those of the file that are not blank
 */
export function personMatcher(
  rows: readonly FileRow[],
  places: IdentityPlaces,
  users: readonly User[],
  { emailCase }: MappingRules,
): PersonMatcher {
  return places.id >= 0 ? matcherById(rows, places, users) : matcherByEmail(rows, places, users, emailCase);
}

function matcherById(rows: readonly FileRow[], places: IdentityPlaces, users: readonly User[]): PersonMatcher {
  const byId = new Map(users.map((user) => [user.id, user]));
  const repeated = repeatedKeys(rows, ({ cells }) => parseId(cells[places.id] ?? ''));
  return {
    match({ cells, line }, draft) {
      const text = cells[places.id] ?? '';
      if (trimSpaces(text) === '0') return;
      const place = { column: places.idHeading, text };
      const id = parseId(text);
      const user = id === null ? undefined : byId.get(id);
      draft.user = user ?? null;
      draft.isUnknown = user === undefined;
      if (id === null) addProblem(draft, place, 'bad-user-id', ...explainId(text, places.idHeading));
      else if (user === undefined) {
        const message = `Nobody has the user ID ${id}.`;
        addProblem(
          draft,
          place,
          'unknown-user',
          message,
          'Take the ID from a fresh export, or write 0 for a new person.',
        );
      } else {
        const all = repeated.get(id);
        if (all === undefined) return;
        const message = `${nameAndId(user)} is on ${listOthers(all, line)} as well.`;
        addProblem(draft, place, 'bad-user-id', message, 'Leave one row for each person.');
      }
    },
  };
}

/** Why a cell holds neither a user ID nor 0 for somebody new; null: it holds one. @param heading of its column */
export function idFault(text: string, heading: string): CellFault | null {
  if (trimSpaces(text) === '0' || parseId(text) !== null) return null;
  const [message, cure] = explainId(text, heading);
  return { code: 'bad-user-id', message, cure };
}

/** Why a cell holds no user ID, and what to do. */
function explainId(text: string, heading: string): [message: string, cure: string] {
  const digits = trimSpaces(text);
  if (digits === '') {
    return [`${heading} is empty.`, 'Write 0 for a new person, or the ID from a fresh export for one who is there.'];
  }
  if (/^[+-]?0+([.,]0*)?(e[+-]?0+)?$/i.test(digits)) {
    return [`${quoteCell(digits)} in ${heading} is not a user ID.`, 'Write 0 if this is a new person.'];
  }
  const { message, cure } = explainNotAnId(text, heading);
  return [message, digits.includes('@') ? 'Write the number from a fresh export, or 0 for a new person.' : cure];
}

function matcherByEmail(
  rows: readonly FileRow[],
  { email, emailHeading, own }: IdentityPlaces,
  users: readonly User[],
  emailCase: MappingRules['emailCase'],
): PersonMatcher {
  const keyOf = (cells: readonly string[]) => {
    const key = emailKey(cells[email] ?? '', emailCase);
    return key === '' && own >= 0 ? `${OWN}${parseId(cells[own] ?? '') ?? ''}` : key;
  };
  const byEmail = new Map<string, User[]>();
  for (const user of users) {
    const key = emailKey(user.email, emailCase);
    addTo(byEmail, key === '' ? `${OWN}${user.id}` : key, user);
  }
  const repeated = repeatedKeys(rows, ({ cells }) => keyOf(cells));
  return {
    match({ cells, line }, draft) {
      const place = { column: emailHeading, text: cells[email] ?? '' };
      const key = keyOf(cells);
      const [user, other] = byEmail.get(key) ?? [];
      if (user === undefined) return;
      if (other !== undefined) {
        draft.isUnknown = true;
        const whose = `${nameAndId(user)} and of ${nameAndId(other)}`;
        const message = `${quoteCell(place.text)} is the address of ${whose}: whom the row is about is not certain.`;
        const cure = `Map a column to ${ID} and say there whom it is about.`;
        addProblem(draft, place, 'duplicate-email', message, cure);
        return;
      }
      draft.user = user;
      const all = repeated.get(key);
      if (all === undefined) return;
      const what = key.startsWith(OWN) ? nameAndId(user) : quoteCell(place.text);
      const message = `${what} is on ${listOthers(all, line)} as well.`;
      addProblem(draft, place, 'duplicate-email', message, 'Leave one row for each person.');
    },
  };
}

/** The keys that more than one row has → the lines of those rows. */
function repeatedKeys<Key>(rows: readonly FileRow[], keyOf: (row: FileRow) => Key | null): Map<Key, number[]> {
  const first = new Map<Key, number>();
  const repeated = new Map<Key, number[]>();
  for (const row of rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, row.line);
    else if (repeated.has(key)) addTo(repeated, key, row.line);
    else repeated.set(key, [before, row.line]);
  }
  return repeated;
}

function addTo<Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [value]);
  else group.push(value);
}

/** The lines of a group but one. */
function listOthers(lines: readonly number[], line: number): string {
  return listLines(
    lines.slice(0, 6).filter((other) => other !== line),
    lines.length - 1,
  );
}
