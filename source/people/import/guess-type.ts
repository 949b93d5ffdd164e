import type { ImportField } from '../../model/import-field.ts';
import {
  type ColumnType,
  DATE_FORMATS,
  type DateFormat,
  LIST_SEPARATORS,
  type ListSeparator,
} from '../../model/mapping.ts';
import { trimSpaces } from '../../model/trim-spaces.ts';
import { isForever, parseDate } from './date-text.ts';
import { defaultType } from './field-types.ts';

export interface TypeGuess {
  type: ColumnType;
  /** Its dates can be read as DD/MM/YYYY and as MM/DD/YYYY: somebody has to say which is meant (X16). */
  isAmbiguous: boolean;
}

const [SEMICOLON, PIPE] = LIST_SEPARATORS;

/** Words for yes and for no that belong together. */
const WORDS: readonly [yes: string, no: string][] = [
  ['TRUE', 'FALSE'],
  ['YES', 'NO'],
  ['Y', 'N'],
  ['1', '0'],
  ['ACTIVE', 'INACTIVE'],
  ['ON', 'OFF'],
];

/**
 * How a column that is mapped to `field` is written, by all of its cells.
 * @param cells all of them; they are looked at only where they matter
 * @param usual how a preset says that it is written; null: none does
 * @param isStrict whether the preset's list separator is a rule (D13)
 */
export function guessType(
  field: ImportField,
  cells: Iterable<string>,
  usual: ColumnType | null,
  isStrict: boolean,
): TypeGuess {
  const type = usual ?? defaultType(field);
  switch (type.kind) {
    case 'date':
      return guessFormat(valuesOf(cells), type.format);
    case 'boolean':
      return certain({ kind: 'boolean', ...guessWords(valuesOf(cells), type) });
    case 'list':
      return certain(isStrict ? type : { kind: 'list', separator: guessSeparator(valuesOf(cells), type.separator) });
    default:
      return certain(type);
  }
}

/** The different ones that are not empty. */
function valuesOf(cells: Iterable<string>): string[] {
  return [...new Set(cells)].map(trimSpaces).filter((cell) => cell !== '');
}

function certain(type: ColumnType): TypeGuess {
  return { type, isAmbiguous: false };
}

function guessFormat(values: readonly string[], usual: DateFormat): TypeGuess {
  const days = values.filter((value) => !isForever(value));
  const fits = new Map(DATE_FORMATS.map((format) => [format, days.map((day) => parseDate(day, format) !== null)]));
  const countOf = (format: DateFormat) => fits.get(format)?.filter(Boolean).length ?? 0;
  const best = DATE_FORMATS.reduce((sofar, format) => (countOf(format) > countOf(sofar) ? format : sofar), usual);
  const type: ColumnType = { kind: 'date', format: best };
  if (best.startsWith('YYYY') || countOf(best) === 0) return certain(type);
  const [dayFirst = [], monthFirst = []] = [fits.get('DD/MM/YYYY'), fits.get('MM/DD/YYYY')];
  const onlyDayFirst = days.some((_day, index) => dayFirst[index] && !monthFirst[index]);
  const onlyMonthFirst = days.some((_day, index) => !dayFirst[index] && monthFirst[index]);
  return { type, isAmbiguous: onlyDayFirst === onlyMonthFirst };
}

function guessWords(
  values: readonly string[],
  usual: { yes: string[]; no: string[] },
): { yes: string[]; no: string[] } {
  const found = values.map((value) => value.toUpperCase());
  const isUsual = found.every((word) => [...usual.yes, ...usual.no].some((one) => one.toUpperCase() === word));
  const pair = isUsual ? undefined : WORDS.find((words) => found.every((word) => words.includes(word)));
  return pair === undefined ? { yes: usual.yes, no: usual.no } : { yes: [pair[0]], no: [pair[1]] };
}

/** The usual sign where any cell has it, or none has another that no name has. */
function guessSeparator(values: readonly string[], usual: ListSeparator): ListSeparator {
  const has = (sign: string) => values.some((value) => value.includes(sign));
  if (has(usual)) return usual;
  return [SEMICOLON, PIPE].find(has) ?? usual;
}
