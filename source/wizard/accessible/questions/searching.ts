import { typing } from '../presses.ts';
import type { Wanted } from '../question.ts';

/** A line that is searched for. @param label what can be typed */
export function searching(label: string): Wanted {
  return { label, take: (line) => ({ does: [() => typing(line)] }) };
}

/** What is searched for at the moment, and how that ends; nothing where nothing is. */
export function searchLines(typed: string): string[] {
  return typed === '' ? [] : [`Searched for: “${typed}”. b empties the search.`];
}
