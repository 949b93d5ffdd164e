import { sep } from 'node:path';
import type { KeyPress } from '../keyboard.ts';
import { editText, type FieldState } from './edit-text.ts';

const SINGLE = /^'(.*)'$/;
const DOUBLE = /^"(.*)"$/;
/** Before letters and digits a backslash is none that a shell needs. */
const ESCAPED = /\\([^\p{L}\p{N}])/gu;

/**
 * The path that is meant by what terminals paste of a file that is dragged to them: in quotation marks, or with backslashes
 * before blanks and other signs, as a shell needs it, and with blanks around it. Any other path stays as it is.
 */
export function plainPath(typed: string): string {
  const text = typed.trim();
  const [, single] = SINGLE.exec(text) ?? [];
  if (single !== undefined) return single.replaceAll(`'\\''`, `'`);
  const [, double] = DOUBLE.exec(text) ?? [];
  if (double !== undefined) return sep === '/' ? double.replace(/\\(["\\$`])/g, '$1') : double;
  return sep === '/' ? text.replace(ESCAPED, '$1') : text;
}

/** A field for a path after a key: of what is pasted, the path that is meant. */
export function editPath(field: FieldState, press: KeyPress): FieldState {
  return editText(field, press.name === 'paste' ? { ...press, text: plainPath(press.text) } : press);
}
