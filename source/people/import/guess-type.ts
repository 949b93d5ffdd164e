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
  /** Some of its dates are only the one and others only the other, so that neither reads all. */
  isMixed: boolean;
  /** A list of which no cell has a sign that could part it: how it is joined is anybody's guess. */
  isOpen: boolean;
}

const [SEMICOLON, PIPE] = LIST_SEPARATORS;

/** Words for yes and for no that belong together, those of spreadsheets in other languages too. */
const WORDS: readonly [yes: readonly string[], no: readonly string[]][] = [
  [['TRUE'], ['FALSE']],
  [['YES'], ['NO']],
  [['Y'], ['N']],
  [['1'], ['0']],
  [['ACTIVE'], ['INACTIVE']],
  [['ON'], ['OFF']],
  [['JA'], ['NEIN', 'NEJ', 'NEE', 'NEI']],
  [['WAHR'], ['FALSCH']],
  [['OUI'], ['NON']],
  [['VRAI'], ['FAUX']],
  [['SÍ', 'SI', 'SÌ'], ['NO']],
  [['VERDADERO', 'VERO'], ['FALSO']],
  [['SIM'], ['NÃO', 'NAO']],
  [['TAK'], ['NIE']],
];

/**
 * How a column that is mapped to `field` is written, by all of its cells.
 * @param cells all of them; they are looked at only where they matter, and as far as they do
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
      return isStrict ? certain(type) : guessSeparator(cells, type.separator);
    default:
      return certain(type);
  }
}

/** The different ones that are not empty. */
function valuesOf(cells: Iterable<string>): string[] {
  return [...new Set(cells)].map(trimSpaces).filter((cell) => cell !== '');
}

function certain(type: ColumnType): TypeGuess {
  return { type, isAmbiguous: false, isMixed: false, isOpen: false };
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
  return {
    ...certain(type),
    isAmbiguous: onlyDayFirst === onlyMonthFirst,
    isMixed: onlyDayFirst && onlyMonthFirst,
  };
}

function guessWords(
  values: readonly string[],
  usual: { yes: string[]; no: string[] },
): { yes: string[]; no: string[] } {
  const found = values.map((value) => value.toUpperCase());
  const isUsual = found.every((word) => [...usual.yes, ...usual.no].some((one) => one.toUpperCase() === word));
  const pair = isUsual ? undefined : WORDS.find((words) => found.every((word) => words.flat().includes(word)));
  if (pair === undefined) return { yes: usual.yes, no: usual.no };
  const [yes, no] = pair.map((words) => {
    const said = words.filter((word) => found.includes(word));
    return said.length > 0 ? said : words.slice(0, 1);
  });
  return { yes: yes ?? usual.yes, no: no ?? usual.no };
}

/** The usual sign where any cell has it, or none has another that no name has. */
function guessSeparator(cells: Iterable<string>, usual: ListSeparator): TypeGuess {
  const has = (sign: string) => {
    for (const cell of cells) if (cell.includes(sign)) return true;
    return false;
  };
  const found = [usual, SEMICOLON, PIPE].find(has);
  return { ...certain({ kind: 'list', separator: found ?? usual }), isOpen: found === undefined };
}
