import { type ColumnType, DATE_FORMATS, LIST_SEPARATORS, type MappedColumn } from '../../model/mapping.ts';
import { columnOf, retypeHeading } from '../../people/import/change-mapping.ts';
import { kindsOf } from '../../people/import/field-types.ts';
import type { ImportState } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** Pairs of words for yes and no that a key goes through; others are typed. */
const WORDS: readonly { yes: string[]; no: string[] }[] = [
  { yes: ['TRUE'], no: ['FALSE'] },
  { yes: ['Yes'], no: ['No'] },
  { yes: ['Y'], no: ['N'] },
  { yes: ['1'], no: ['0'] },
  { yes: ['Active'], no: ['Inactive'] },
];

/** The mapped columns in the order of the file. */
export function typedColumns({ file, mapping }: ImportState): MappedColumn[] {
  if (file === null || mapping === null) return [];
  return file.headings.flatMap((heading) => columnOf(mapping, heading) ?? []);
}

/** Headings of dates that read in two ways and of which nothing was decided; a saved mapping has decided. */
export function openDates({ guess, chosen, decided, byHand, mapping }: ImportState): string[] {
  if (guess === null || mapping === null) return [];
  return guess.ambiguousDates.filter((heading) => {
    const isSaved = chosen?.origin === 'saved' && !byHand.has(heading);
    return columnOf(mapping, heading)?.type.kind === 'date' && !decided.has(heading) && !isSaved;
  });
}

/** How the cells of each mapped column are read. */
export const importTypesLogic: Logic = {
  enter(state) {
    const columns = typedColumns(state.importing);
    const typeCursor = Math.max(0, Math.min(state.importing.typeCursor, columns.length - 1));
    return withImport(state, { typeCursor });
  },
  act(state, action) {
    const { importing } = state;
    const columns = typedColumns(importing);
    const column = columns[importing.typeCursor];
    switch (action) {
      case 'enter':
        return leave(state);
      case 'left':
        return column === undefined ? state : turn(state, column, -1);
      case 'right':
        return column === undefined ? state : turn(state, column, 1);
      case 'toggle':
        return column === undefined ? state : decide(state, column);
      case 'other-type':
        return column === undefined ? state : otherType(state, column);
      case 'words':
        return column === undefined ? state : openWords(state, column);
      case 'next-problem':
        return toNextOpen(state);
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        const typeCursor = moveCursor(importing.typeCursor, action, columns.length, page);
        return withImport({ ...state, notice: null }, { typeCursor });
      }
    }
  },
};

function withType(state: State, { heading }: MappedColumn, type: ColumnType): State {
  const { mapping, decided } = state.importing;
  if (mapping === null) return state;
  const next = {
    mapping: retypeHeading(mapping, heading, type),
    decided: new Set([...decided, heading]),
    weight: null,
  };
  return withImport({ ...state, notice: null }, next);
}

/** To the setting before or after: the format of dates, the separator of lists, the words for yes and no. */
function turn(state: State, column: MappedColumn, step: number): State {
  const { type, field } = column;
  switch (type.kind) {
    case 'date':
      return withType(state, column, { ...type, format: nextIn(DATE_FORMATS, type.format, step) });
    case 'list':
      return withType(state, column, { ...type, separator: nextIn(LIST_SEPARATORS, type.separator, step) });
    case 'boolean': {
      const here = WORDS.find(({ yes, no }) => isSameWord(yes, type.yes) && isSameWord(no, type.no));
      const next = here === undefined ? WORDS[0] : nextIn(WORDS, here, step);
      return withType(state, column, { ...type, ...next });
    }
    default:
      return say(state, 'info', `${field} has nothing to set: its cells are taken as they stand.`);
  }
}

function isSameWord(left: readonly string[], right: readonly string[]): boolean {
  return left.join('\n').toLowerCase() === right.join('\n').toLowerCase();
}

function nextIn<Value>(values: readonly Value[], value: Value, step: number): Value {
  return values[(values.indexOf(value) + step + values.length) % values.length] ?? value;
}

function decide(state: State, { heading, type }: MappedColumn): State {
  const { decided } = state.importing;
  const next = withImport(state, { decided: new Set([...decided, heading]) });
  const open = openDates(next.importing).length;
  const left = open === 0 ? 'Nothing is left to decide.' : `${open} more to decide: n goes there.`;
  return say(next, 'good', type.kind === 'date' ? `“${heading}” is read as ${type.format}. ${left}` : left);
}

/** To the next kind that the field may be read as; most have one. */
function otherType(state: State, column: MappedColumn): State {
  const { type, field } = column;
  const kinds = kindsOf(field);
  const next = kinds[(kinds.indexOf(type.kind) + 1) % kinds.length];
  if (kinds.length > 1 && (next === 'text' || next === 'number')) return withType(state, column, { kind: next });
  return say(state, 'info', `${field} always holds ${KINDS[type.kind]}. ← and → say how they are written.`);
}

const KINDS = {
  text: 'text',
  number: 'numbers',
  date: 'dates',
  boolean: 'yes or no',
  list: 'a list',
  'time-zone': 'a time zone',
} as const satisfies Record<ColumnType['kind'], string>;

function openWords(state: State, { type, field }: MappedColumn): State {
  if (type.kind !== 'boolean') return say(state, 'info', `${field} has no words for yes and no.`);
  const cellField = fieldOf(`${type.yes.join(', ')} / ${type.no.join(', ')}`);
  return withImport({ ...state, overlay: 'import-words', notice: null }, { cellField });
}

/** Typing the words for yes and for no: "Yes, Y / No, N". */
export const importWordsLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const column = typedColumns(importing)[importing.typeCursor];
    if (action !== 'enter' || column === undefined) return state;
    const [yes = [], no = [], ...rest] = importing.cellField.value.split('/').map(wordsOf);
    const isBoth = yes.some((word) => no.some((other) => other.toLowerCase() === word.toLowerCase()));
    if (yes.length === 0 || no.length === 0 || rest.length > 0 || isBoth) {
      return say(state, 'bad', 'Type words for yes, a slash, and other words for no: Yes, Y / No, N');
    }
    return withType({ ...state, overlay: null }, column, { kind: 'boolean', yes, no });
  },
  type: (state, press) =>
    withImport({ ...state, notice: null }, { cellField: editText(state.importing.cellField, press) }),
};

function wordsOf(text: string): string[] {
  return text
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function toNextOpen(state: State): State {
  const open = openDates(state.importing);
  const columns = typedColumns(state.importing);
  const places = open
    .map((heading) => columns.findIndex((column) => column.heading === heading))
    .toSorted((a, b) => a - b);
  const here = state.importing.typeCursor;
  const next = places.find((place) => place > here) ?? places[0];
  if (next === undefined) return say(state, 'good', 'Nothing is left to decide.');
  return withImport({ ...state, notice: null }, { typeCursor: next });
}

/** No date is guessed silently: each that reads in two ways is decided first (X16). */
function leave(state: State): State {
  const open = openDates(state.importing);
  if (open.length === 0) return goOn(state);
  const named = open.map((heading) => `“${heading}”`).join(', ');
  const them = open.length === 1 ? 'it reads' : 'each of them reads';
  const shown = toNextOpen(withImport(state, { typeCursor: -1 }));
  return say(shown, 'bad', `${named}: ${them} in two ways. ← and → choose the format, Space says that it is right.`);
}
