import { numberText } from './number-text.ts';
import type { Finding } from './pair.ts';

const VALUE_LENGTH = 200;

/** The part of a finding that says where. */
export interface Place {
  line: number | null;
  column: string | null;
  value: string | null;
}

/** A finding about the file as a whole. */
export const WHOLE_FILE: Place = { line: null, column: null, value: null };

/** Puts a finding together; the value is cut at 200 characters and otherwise raw. */
export function makeFinding<Code extends string>(
  place: Place,
  code: Code,
  message: string,
  cure: string,
): Finding<Code> {
  const value = place.value === null ? null : cutText(place.value, VALUE_LENGTH);
  return { line: place.line, column: place.column, value, code, message, cure };
}

/** The text, or its beginning and an ellipsis, at most `length` characters; a surrogate pair stays whole. */
export function cutText(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** "line 3", "lines 3 and 5", "lines 3, 5, 7, 9, 11 and 40 more"; `total`: how many there are, if not all are given. */
export function listLines(lines: readonly number[], total: number = lines.length): string {
  const shown = lines.slice(0, 5).map(String);
  const rest = total - shown.length;
  if (rest > 0) return `lines ${shown.join(', ')} and ${numberText(rest)} more`;
  const last = shown.pop() ?? '';
  return shown.length === 0 ? `line ${last}` : `lines ${shown.join(', ')} and ${last}`;
}

/** "1 pair", "2,143 pairs"; with a plural of its own "1 person is", "2,143 people are". */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${numberText(count)} ${count === 1 ? noun : plural}`;
}
