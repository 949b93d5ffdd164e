import type { ImportField } from '../../model/import-field.ts';
import type { MappingRules } from '../../model/mapping.ts';
import type { ProblemCode } from '../../model/pair.ts';
import { checkNameable } from './check-nameable.ts';
import { parseDate } from './date-text.ts';
import { addProblem, changeOf, type DraftRow, type PlaceOf } from './draft-row.ts';
import { explainBadEmail } from './explain-bad-email.ts';
import { kindsOf } from './field-types.ts';
import { refuseStandIns } from './refuse-stand-ins.ts';

/** What a value of each kind of field must be, and what is said where it is none. */
const KINDS: Partial<Record<string, { isRight(value: unknown): boolean; code: ProblemCode; what: string }>> = {
  date: { isRight: isDay, code: 'bad-date', what: 'a day, YYYY-MM-DD' },
  boolean: { isRight: (value) => typeof value === 'boolean', code: 'bad-boolean', what: 'true or false' },
  list: { isRight: isList, code: 'bad-list', what: 'a list of names' },
};
const TEXT = { isRight: isText, code: 'unreadable' as const, what: 'a text' };

/**
 * Whether the values of a planned row are such as the cells of a file can come to; of a time zone no more than that it is
 * a text. Whoever is created, or changed, keeps an address or a login.
 */
export function checkPlannedValues(
  row: DraftRow,
  rules: Pick<MappingRules, 'emailCharacters'>,
  placeOf: PlaceOf,
): void {
  for (const { field, source } of row.fields) {
    if (source === null && field !== 'Active?') continue;
    const { isRight, code, what } = KINDS[kindsOf(field as ImportField)[0] ?? ''] ?? TEXT;
    if (isRight(source)) continue;
    const text = typeof source === 'string' ? source : JSON.stringify(source);
    const message = `The value of ${field} is not ${what}, as an import has it.`;
    addProblem(row, { column: field, text }, code, message, 'Make the plan anew with "handover import".');
  }
  const email = changeOf(row, 'Email')?.source;
  const fault = typeof email === 'string' ? explainBadEmail(email, rules.emailCharacters) : null;
  if (fault !== null) addProblem(row, placeOf(row, 'Email'), 'bad-email', fault.message, fault.cure);
  refuseStandIns(row, placeOf);
  checkNameable(row, placeOf);
}

function isDay(value: unknown): boolean {
  return typeof value === 'string' && parseDate(value, 'YYYY-MM-DD') !== null;
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== '';
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isText);
}
