import { cutText, listLines, makeFinding } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { Warning, WarningCode } from '../../model/pair.ts';
import { nameAndId, type User } from '../../model/user.ts';
import { changeOf, type DraftRow, entriesOf, heldValue, type PlaceOf, valueAfter } from './draft-row.ts';

/** What is right by the rules and hardly meant: of each kind one warning with its lines. */
export function warnValues(rows: readonly DraftRow[], users: readonly User[], placeOf: PlaceOf): Warning[] {
  return [
    ...warnLetters(rows, placeOf),
    ...warnShared(rows, users, placeOf),
    ...warnAll(rows.filter(endsBeforeStart), 'Company End Date', placeOf, {
      code: 'end-before-start',
      what: 'the company end date is before the company start date',
      cure: 'Look whether day and month are the right way round, or the two columns.',
    }),
    ...warnAll(rows.filter(lacksLogin), 'Login', placeOf, {
      code: 'no-login',
      what: 'somebody new is active and has no login',
      cure: 'Give them one, or FALSE in Active? until they have one.',
    }),
    ...warnAll(rows.filter(losesLogin), 'Login', placeOf, {
      code: 'no-login',
      what: 'somebody who is active loses the login',
      cure: 'Without one nobody can sign in: write it there, or FALSE in Active? if the account is to be left.',
    }),
  ];
}

interface Words {
  code: WarningCode;
  /** Follows "In line 3, ". */
  what: string;
  cure: string;
}

function warnAll(
  rows: readonly DraftRow[],
  field: ImportField,
  placeOf: PlaceOf,
  { code, what, cure }: Words,
): Warning[] {
  const [first] = rows;
  if (first === undefined) return [];
  const { column, text } = placeOf(first, field);
  const isOne = rows.length === 1;
  const place = { line: isOne ? first.line : null, column, value: isOne ? text : null };
  return [makeFinding(place, code, `In ${listLines(rows.map(({ line }) => line))}, ${what}.`, cure)];
}

function endsBeforeStart(row: DraftRow): boolean {
  if (!row.fields.some(({ field }) => field === 'Company End Date' || field === 'Company Start Date')) return false;
  const [start, end] = [valueAfter(row, 'Company Start Date'), valueAfter(row, 'Company End Date')];
  return start !== null && end !== null && String(end) < String(start);
}

function lacksLogin(row: DraftRow): boolean {
  return row.user === null && valueAfter(row, 'Login') === null && valueAfter(row, 'Active?') !== false;
}

function losesLogin(row: DraftRow): boolean {
  const { user } = row;
  if (user === null || changeOf(row, 'Login')?.source !== null) return false;
  return valueAfter(row, 'Active?') !== false;
}

/** A spreadsheet writes `?` for letters that its encoding lacks (D6.2). Fields by themselves, as their columns differ. */
function warnLetters(rows: readonly DraftRow[], placeOf: PlaceOf): Warning[] {
  const lost = rows.flatMap((row) =>
    row.fields.flatMap(({ field, source, target }) =>
      losesLetters(entriesOf(source), entriesOf(target), field) ? [{ row, field: field as ImportField, source }] : [],
    ),
  );
  return [...Map.groupBy(lost, ({ field }) => field)].flatMap(([field, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const shown = `such as “${cutText(entriesOf(first.source).join('; '), 60)}” in line ${first.row.line}`;
    return warnAll(
      group.map(({ row }) => row),
      field,
      placeOf,
      {
        code: 'letters-lost',
        what: `${placeOf(first.row, field).column} has question marks where letters should be, ${shown}`,
        cure: 'Is the encoding right? Save the file anew as "CSV UTF-8" where it comes from.',
      },
    );
  });
}

const NAMES: readonly string[] = ['First Name', 'Last Name'] satisfies ImportField[];

function losesLetters(entries: readonly string[], held: readonly string[], field: string): boolean {
  return entries.some((entry, index) => {
    if (!entry.includes('?')) return false;
    const before = held[index];
    return before === undefined ? NAMES.includes(field) : isSameButLost(entry, before);
  });
}

/** Whether each sign is the same, or a `?` for one that plain ASCII has not. */
function isSameButLost(text: string, held: string): boolean {
  if (text === held) return false;
  const heldSigns = text.length === held.length ? held.split('') : [...held];
  const signs = text.split('');
  if (signs.length !== heldSigns.length) return false;
  return signs.every(
    (sign, index) => sign === heldSigns[index] || (sign === '?' && (heldSigns[index] ?? '') > '\u007f'),
  );
}

/** Numbers that one person alone has: with an ACD server those of its own. */
const NUMBERS: readonly { field: ImportField; within: ImportField | null }[] = [
  { field: 'ACD ID', within: 'ACD Server ID' },
  { field: 'Employee ID', within: null },
];

function warnShared(rows: readonly DraftRow[], users: readonly User[], placeOf: PlaceOf): Warning[] {
  return NUMBERS.flatMap(({ field, within }) => {
    const changing = rows.filter((row) => typeof changeOf(row, field)?.source === 'string');
    if (changing.length === 0) return [];
    const keyOf = (value: unknown, server: unknown) => JSON.stringify([value, within === null ? null : server]);
    const rowOf = new Map(rows.flatMap((row) => (row.user === null ? [] : [[row.user.id, row] as const])));
    const holders = new Map<string, string[]>();
    const hold = (key: string, who: string) => {
      const held = holders.get(key);
      if (held === undefined) holders.set(key, [who]);
      else held.push(who);
    };
    const keyAfter = (row: DraftRow) => keyOf(valueAfter(row, field), within === null ? null : valueAfter(row, within));
    for (const user of users) {
      const row = rowOf.get(user.id);
      const key =
        row === undefined
          ? keyOf(heldValue(user, field), within === null ? null : heldValue(user, within))
          : keyAfter(row);
      hold(key, nameAndId(user));
    }
    for (const row of changing) if (row.user === null) hold(keyAfter(row), `line ${row.line}`);
    const shared = changing.filter((row) => (holders.get(keyAfter(row))?.length ?? 0) > 1);
    const [first] = shared;
    if (first === undefined) return [];
    const self = first.user === null ? `line ${first.line}` : nameAndId(first.user);
    const other = holders.get(keyAfter(first))?.find((who) => who !== self) ?? self;
    return warnAll(shared, field, placeOf, {
      code: 'number-shared',
      what: `${placeOf(first, field).column} is one that somebody else has: “${cutText(String(valueAfter(first, field)), 40)}” of ${other}`,
      cure: 'Make sure that these are not one person twice, and that no row has slipped.',
    });
  });
}
