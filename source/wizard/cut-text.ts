import stringWidth from 'string-width';
import { fitText } from '../model/visible-text.ts';
import type { Look } from './look.ts';

/** `text`, cut where it is wider than `width` columns; never padded. */
export function cutText(text: string, width: number, look: Look): string {
  return stringWidth(text) <= width ? text : fitText(text, width, { ...look, ellipsis: look.symbols.ellipsis });
}
