import { type ColumnType, DATE_FORMATS, LIST_SEPARATORS, type MappedColumn } from '../../model/mapping.ts';
import { kindsOf } from '../../people/import/field-types.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import type { State } from '../state.ts';
import { nextIn, openDates, typedColumns, withType } from './import-columns.ts';
import { takeColumnsBack } from './import-take-back.ts';
import { unreadColumns, unreadText } from './import-unread.ts';
import { nextWords, openWords } from './import-yes-no.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

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
      case 'detail':
        return column === undefined ? state : { ...state, overlay: 'import-cells', overlayScroll: 0, notice: null };
      case 'words':
        return column === undefined ? state : openWords(state, column);
      case 'next-problem':
        return toNextOpen(state);
      case 'take-back':
        return takeColumnsBack(state);
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        const typeCursor = moveCursor(importing.typeCursor, action, columns.length, page);
        return withImport({ ...state, notice: null }, { typeCursor });
      }
    }
  },
};

/** To the setting before or after: the format of dates, the separator of lists, the words for yes and no. */
function turn(state: State, column: MappedColumn, step: number): State {
  const { type, field } = column;
  switch (type.kind) {
    case 'date':
      return withType(state, column, { ...type, format: nextIn(DATE_FORMATS, type.format, step) });
    case 'list':
      return withType(state, column, { ...type, separator: nextIn(LIST_SEPARATORS, type.separator, step) });
    case 'boolean':
      return withType(state, column, { ...type, ...nextWords(type, step) });
    default:
      return say(state, 'info', `${field} has nothing to set: its cells are taken as they stand.`);
  }
}

function decide(state: State, { heading, type }: MappedColumn): State {
  const { decided } = state.importing;
  const next = withImport(state, { decided: new Set([...decided, heading]) });
  const open = openDates(next.importing).length;
  const left = open === 0 ? nothingLeft(next) : `${open} more to decide: n goes there.`;
  const tone = open === 0 && unreadColumns(next.importing).length > 0 ? 'bad' : 'good';
  return say(next, tone, type.kind === 'date' ? `“${heading}” is read as ${type.format}. ${left}` : left);
}

/** What is said once nothing is to be decided: that cells do not read, where any do not. */
function nothingLeft({ importing }: State): string {
  return unreadText(importing) || 'Nothing is left to decide.';
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

function toNextOpen(state: State): State {
  const open = openDates(state.importing);
  const columns = typedColumns(state.importing);
  const wanted = open.length > 0 ? open : unreadColumns(state.importing).map(({ heading }) => heading);
  const places = wanted
    .map((heading) => columns.findIndex((column) => column.heading === heading))
    .toSorted((a, b) => a - b);
  const here = state.importing.typeCursor;
  const next = places.find((place) => place > here) ?? places[0];
  if (next === undefined) return say(state, 'good', 'Nothing is left to decide.');
  const notice = open.length > 0 ? null : ({ tone: 'bad', text: unreadText(state.importing) } as const);
  return withImport({ ...state, notice }, { typeCursor: next });
}

/** No date is guessed silently: each that reads in two ways is decided first (X16). */
function leave(state: State): State {
  const open = openDates(state.importing);
  if (open.length === 0) {
    const unread = unreadText(state.importing);
    const next = goOn(state);
    return unread === '' ? next : say(next, 'bad', `${unread} Rows with such a cell stay out.`);
  }
  const named = open.map((heading) => `“${heading}”`).join(', ');
  const them = open.length === 1 ? 'it reads' : 'each of them reads';
  const shown = toNextOpen(withImport(state, { typeCursor: -1 }));
  return say(shown, 'bad', `${named}: ${them} in two ways. ← and → choose the format, Space says that it is right.`);
}
