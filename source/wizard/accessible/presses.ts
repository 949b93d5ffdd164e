import { type KeyPress, pasteKey } from '../keyboard.ts';
import type { State } from '../state.ts';
import type { Action } from '../task.ts';
import type { Answer, Doing } from './question.ts';

/** A key by its name or its character, as a keyboard would send it. */
export function press(name: string): Action {
  return { type: 'key', press: keyNamed(name) };
}

function keyNamed(name: string): KeyPress {
  if (name === 'space') return { name, text: ' ' };
  return name.length === 1 ? { name: 'char', text: name } : { name, text: '' };
}

/** These keys, one after the other. */
export function pressing(...names: readonly string[]): Answer {
  return { does: [() => names.map(press)] };
}

/** `text` in place of what the text field held. */
export function typing(text: string): Action[] {
  return text === '' ? [press('ctrl-u')] : [press('ctrl-u'), { type: 'key', press: pasteKey(text) }];
}

/** The cursor of a list moved to `wanted`, row by row. */
export function moving(cursor: number, wanted: number): Action[] {
  return Array.from({ length: Math.abs(wanted - cursor) }, () => press(wanted > cursor ? 'down' : 'up'));
}

/** The list of a preview filtered until only its problems are left, and read from the first of them. */
export function listingProblems(isListed: (state: State) => boolean): Answer {
  const turns: Doing[] = Array.from({ length: MOST_FILTERS }, () => (now) => (isListed(now) ? [] : [press('f')]));
  return { does: [...turns, () => [press('home')]], shows: () => 0 };
}

/** No list has more filters than that, one after the other. */
const MOST_FILTERS = 10;

/** The item of a menu with this value. */
export function choosing(value: string): Answer {
  return { does: [() => [{ type: 'menu-chosen', value }]] };
}

/** `text` in the text field of the place, and Enter. */
export function entering(text: string): Answer {
  return { does: [() => [...typing(text), press('enter')]] };
}
