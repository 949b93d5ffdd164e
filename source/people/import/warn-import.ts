import { emailKey } from '../../model/account-keys.ts';
import { countOf, cutText, listLines, makeFinding, WHOLE_FILE } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { MappingRules } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import type { Warning } from '../../model/pair.ts';
import { nameAndId } from '../../model/user.ts';
import { dateInWords } from './date-text.ts';
import { changeOf, type DraftRow, isErased, isGood, type PlaceOf, valueAfter } from './draft-row.ts';
import type { ImportContext } from './import-check.ts';
import { setsNewAddress } from './sets-new-address.ts';
import { sortByWeight } from './sort-by-weight.ts';
import { warnAnother } from './warn-another.ts';
import { warnGained } from './warn-gained.ts';
import { warnValues } from './warn-values.ts';

/** What is worth knowing before the good rows of a file are carried out. */
export function warnImport(
  rows: readonly DraftRow[],
  rules: MappingRules,
  context: ImportContext,
  placeOf: PlaceOf,
): Warning[] {
  const good = rows.filter((row) => isGood(row) && (row.user === null || row.fields.length > 0 || row.note !== null));
  return [
    ...warnAnother(good),
    ...warnErased(good),
    ...warnGained(good),
    ...warnStates(good, context.today),
    ...warnZeros(good, placeOf),
    ...warnValues(good, context.users, placeOf),
    ...warnMail(good, rules, context.sendsActivationMail),
    ...(rules.emailCase === 'kept' ? warnTwins(good, context, placeOf) : []),
  ];
}

/** How many values go without another in their place, by their fields. At most one warning. */
export function warnErased(rows: readonly DraftRow[]): Warning[] {
  const counts = new Map<string, number>();
  let total = 0;
  for (const { fields } of rows) {
    for (const change of fields) {
      if (!isErased(change)) continue;
      const { field } = change;
      counts.set(field, (counts.get(field) ?? 0) + 1);
      total += 1;
    }
  }
  if (total === 0) return [];
  const sorted = sortByWeight([...counts].map(([field, values]) => ({ field, values })));
  const byField = sorted.map(({ field, values }) => `${field} ${numberText(values)}`).join(', ');
  const message = `${countOf(total, 'value')} ${total === 1 ? 'is' : 'are'} erased: ${byField}.`;
  const cure =
    'To keep them, choose "keep" for blank cells and for missing columns (a command does with --blanks keep --missing keep).';
  return [makeFinding(WHOLE_FILE, 'values-erased', message, cure)];
}

const STATES: Record<NonNullable<DraftRow['note']>, readonly [what: string, cure: string]> = {
  kept: [
    'inactive already: the Deactivated date stays, though the file has none',
    'To make somebody active again, write 31 December 2999 there in the format of the column.',
  ],
  later: [
    'to be deactivated on a later day than today, TODAY here: the day is noted, and the account stays as it is',
    'handover deactivates nobody by itself: import FALSE in Active?, or deactivate these people, when the day has come.',
  ],
  'still-inactive': [
    'inactive, though 31 December 2999 stands in the store already: nothing changes',
    'Write TRUE in Active?, or use: handover users activate ID',
  ],
};

function warnStates(rows: readonly DraftRow[], today: string): Warning[] {
  const byNote = Map.groupBy(rows, ({ note }) => note);
  byNote.delete(null);
  return [...byNote].flatMap(([note, noted]) => {
    if (note === null) return [];
    const lines = noted.map(({ line }) => line);
    const [what, cure] = STATES[note];
    const place = { line: noted.length === 1 ? (lines[0] ?? null) : null, column: 'Deactivated', value: null };
    const whose = noted.length === 1 ? 'The person is' : `${numberText(noted.length)} people (${listLines(lines)}) are`;
    return [makeFinding(place, 'status-kept', `${whose} ${what.replace('TODAY', dateInWords(today))}.`, cure)];
  });
}

/** Spreadsheets take what looks like a number for one, and its first zeros away. */
function warnZeros(rows: readonly DraftRow[], placeOf: PlaceOf): Warning[] {
  const lost = rows.flatMap((row) =>
    row.fields.flatMap(({ field, source, target }) => {
      const isLost = typeof target === 'string' && /^0+\d+$/.test(target) && source === target.replace(/^0+(?=\d)/, '');
      return isLost ? [{ row, field: field as ImportField, source: String(source), target }] : [];
    }),
  );
  return [...Map.groupBy(lost, ({ field }) => field)].flatMap(([field, group]) => {
    const [first] = group;
    if (first === undefined) return [];
    const { row, source, target } = first;
    const { column, text } = placeOf(row, field);
    const lines = listLines(group.map(({ row: { line } }) => line));
    const message = `In ${column}, ${lines} only lose${group.length === 1 ? 's' : ''} the zeros in front, such as “${target}” that becomes “${source}”.`;
    const cure = 'If a spreadsheet did that, format the column there as text and write the values anew.';
    const one = group.length === 1;
    return [
      makeFinding({ line: one ? row.line : null, column, value: one ? text : null }, 'zeros-lost', message, cure),
    ];
  });
}

/** B12. An address of which only the letter case is another gets no mail. */
function warnMail(rows: readonly DraftRow[], rules: MappingRules, sendsActivationMail: boolean): Warning[] {
  if (!sendsActivationMail) return [];
  const count = rows.filter(({ fields }) => setsNewAddress(fields, rules)).length;
  if (count === 0) return [];
  const message = `${countOf(count, 'address is', 'addresses are')} new or changed and will get activation mail.`;
  const cure =
    'Make sure that these addresses are known to your mail server (SMTP) first: otherwise no mail can be sent.';
  return [makeFinding({ ...WHOLE_FILE, column: 'Email' satisfies ImportField }, 'smtp', message, cure)];
}

/** X27: two addresses that differ only in letter case are legal with this mapping, and seldom meant. */
function warnTwins(rows: readonly DraftRow[], { users }: ImportContext, placeOf: PlaceOf): Warning[] {
  const changing = rows.filter((row) => typeof changeOf(row, 'Email')?.source === 'string');
  if (changing.length === 0) return [];
  const rowOf = new Map(rows.flatMap((row) => (row.user === null ? [] : [[row.user.id, row] as const])));
  const addresses: { email: string; who: string }[] = [];
  for (const user of users) {
    const email = changeOf(rowOf.get(user.id) ?? NO_ROW, 'Email')?.source ?? user.email;
    addresses.push({ email: String(email), who: nameAndId(user) });
  }
  for (const row of changing) {
    if (row.user === null) addresses.push({ email: String(valueAfter(row, 'Email')), who: `line ${row.line}` });
  }
  const byKey = Map.groupBy(addresses, ({ email }) => emailKey(email, 'ignored'));
  return changing.flatMap((row) => {
    const email = String(valueAfter(row, 'Email'));
    const twin = byKey.get(emailKey(email, 'ignored'))?.find((one) => one.email !== email);
    if (twin === undefined) return [];
    const { column, text } = placeOf(row, 'Email');
    const message = `“${cutText(text, 60)}” differs only in letter case from “${cutText(twin.email, 60)}” of ${twin.who}.`;
    const cure = 'Make sure that these are two people: this mapping takes them for two.';
    return [makeFinding({ line: row.line, column, value: text }, 'email-case-twin', message, cure)];
  });
}

const NO_ROW = { fields: [] };
