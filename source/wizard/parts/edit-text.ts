import { graphemes } from '../../model/visible-text.ts';
import type { KeyPress } from '../keyboard.ts';

/** The content of a text field. `cursor` is an offset in code units, always between two graphemes. */
export interface FieldState {
  readonly value: string;
  readonly cursor: number;
}

/** No field takes more than this many code units. */
const LIMIT = 4096;

/** A field that holds `value`, with the cursor behind it. */
export function fieldOf(value: string): FieldState {
  return { value, cursor: value.length };
}

function previous({ value, cursor }: FieldState): number {
  return cursor - (graphemes(value.slice(0, cursor)).at(-1)?.length ?? 0);
}

function next({ value, cursor }: FieldState): number {
  return cursor + (graphemes(value.slice(cursor))[0]?.length ?? 0);
}

function wordStart({ value, cursor }: FieldState): number {
  return value.slice(0, cursor).replace(/\S*\s*$/, '').length;
}

/** Letters that come to stand side by side may become one: the cursor goes behind the whole. */
function settle(value: string, cursor: number): FieldState {
  let end = 0;
  for (const grapheme of graphemes(value)) {
    if (end >= cursor) break;
    end += grapheme.length;
  }
  return { value, cursor: end };
}

function remove({ value }: FieldState, start: number, end: number): FieldState {
  return settle(value.slice(0, start) + value.slice(end), start);
}

/** Pasted lines become one: breaks and tabs are spaces, those at the ends and all other controls go. */
function oneLine(text: string): string {
  return text
    .replace(/^[\r\n]+|[\r\n]+$/g, '')
    .replace(/[\r\n\t]+/g, ' ')
    .replace(/\p{Cc}/gu, '');
}

function insert({ value, cursor }: FieldState, text: string): FieldState {
  const added = oneLine(text).toWellFormed();
  if (added === '' || value.length + added.length > LIMIT) return { value, cursor };
  return settle(value.slice(0, cursor) + added + value.slice(cursor), cursor + added.length);
}

const EDITS: Record<string, (field: FieldState) => FieldState> = {
  left: (field) => ({ ...field, cursor: previous(field) }),
  right: (field) => ({ ...field, cursor: next(field) }),
  home: (field) => ({ ...field, cursor: 0 }),
  end: (field) => ({ ...field, cursor: field.value.length }),
  'ctrl-a': (field) => ({ ...field, cursor: 0 }),
  'ctrl-e': (field) => ({ ...field, cursor: field.value.length }),
  backspace: (field) => remove(field, previous(field), field.cursor),
  delete: (field) => remove(field, field.cursor, next(field)),
  'ctrl-u': (field) => remove(field, 0, field.cursor),
  'ctrl-k': (field) => remove(field, field.cursor, field.value.length),
  'ctrl-w': (field) => remove(field, wordStart(field), field.cursor),
  'alt-backspace': (field) => remove(field, wordStart(field), field.cursor),
};

/** Whether the key types something to be seen: a list over which text may be typed lets a field begin with it. */
export function beginsText({ name, text }: KeyPress): boolean {
  return (name === 'char' || name === 'paste') && oneLine(text).trim() !== '';
}

/** The field after a key. The very same object where the key means nothing to a text field or changes nothing. */
export function editText(field: FieldState, key: KeyPress): FieldState {
  const edit = Object.hasOwn(EDITS, key.name) ? EDITS[key.name] : undefined;
  const types = key.name === 'char' || key.name === 'space' || key.name === 'paste';
  const edited = edit !== undefined ? edit(field) : types ? insert(field, key.text) : field;
  return edited.value === field.value && edited.cursor === field.cursor ? field : edited;
}
