import { quoteCell } from './cell-reading.ts';

/** Control signs, invisible ones, and those that begin a line or a paragraph. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/**
 * Why a text is no login, and what to do; null: it can be one. Whoever types what they see would not get in, and two
 * people would look the same.
 */
export function explainBadLogin(text: string): { message: string; cure: string } | null {
  const [sign] = text.match(UNSEEN) ?? [];
  if (sign === undefined) return null;
  const code = (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const seen = text.replace(UNSEEN, '');
  const message = `${quoteCell(seen)} is not a login as it stands: it holds a sign that nobody sees (U+${code}).`;
  return {
    message,
    cure: seen.trim() === '' ? 'Write a login.' : `Delete the cell and write ${quoteCell(seen)} anew.`,
  };
}
