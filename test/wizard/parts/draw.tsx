import { renderToString } from 'ink';
import type { ReactNode } from 'react';
import { type Look, LookContext, makeLook } from '../../../source/wizard/look.ts';

/** The lines of a view on a terminal of `columns`, without trailing spaces. */
export function draw(node: ReactNode, columns = 80, look: Look = makeLook({ ascii: false })): string[] {
  const output = renderToString(<LookContext.Provider value={look}>{node}</LookContext.Provider>, { columns });
  return output.split('\n').map((line) => line.trimEnd());
}

/** Texts that break tables which count characters instead of columns. */
export const AWKWARD = [
  'John Smith',
  '山田 太郎',
  '👨‍👩‍👧 family 👍🏽',
  'Jose\u0301 e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301',
  'משה כהן',
  'محمد عبد الله',
  'a\u001B[31mred\u0007\r\nb\tc',
  '19\b\b91 \u202Eevil\u200B',
  'a very long text that has to be cut somewhere because nobody has so wide a terminal as it would need',
  '',
];
