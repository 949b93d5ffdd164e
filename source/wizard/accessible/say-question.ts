import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Entry, List, Question } from './question.ts';
import type { ReadPart } from './take-line.ts';

/** Of a list of so many things all are looked through for what has changed; of a longer one those that were read out. */
const LOOKED_THROUGH = 200;

/** How many things of a list, and how many lines of prose, are read out at once. */
const PAGE = { list: 10, reading: 20 };

/** What is said of a question. */
export interface Said {
  lines: string[];
  /** What has been read out of its list, or of its prose, up to now. */
  read: ReadPart;
}

/** A question from its beginning, or from `start` of its list or prose. */
export function sayQuestion(question: Question, start = question.list?.start ?? 0): Said {
  const { lines = [] } = question;
  const part = sayPart(question, start, question.list?.opening);
  return { lines: [...lines, ...part.lines, ...sayCommands(question)], read: part.read };
}

/** The page of the list, or of the prose, that begins at `start`. */
export function sayPart({ list, reading = [] }: Question, start: number, page?: number): Said {
  if (list === undefined) {
    const end = Math.min(reading.length, start + PAGE.reading);
    const rest = reading.length - end;
    const more = rest > 0 ? [`${countOf(rest, 'more line', 'more lines')}: m.`] : [];
    return { lines: [...reading.slice(start, end), ...more], read: { start, end } };
  }
  const end = Math.min(list.count, start + (page ?? list.page ?? PAGE.list));
  const told = Array.from({ length: end - start }, (_, offset) => entryLine(list, start + offset));
  return { lines: [...told, ...partLine(list, { start, end })], read: { start, end } };
}

/** "10 of 240 people. m: more."; nothing where all of it was read out at once. */
function partLine({ count, noun }: List, { start, end }: ReadPart): string[] {
  if (count === 0 || (start === 0 && end === count)) return [];
  if (end === start) return [`${numberText(count)} ${noun}. m: read them out.`];
  const which = start === 0 ? `${end}` : `${start + 1} to ${end}`;
  return [`${which} of ${numberText(count)} ${noun}.${end < count ? ' m: more.' : ''}`];
}

/** "3. Contacts: 9 records", with why it cannot be chosen. */
export function entryLine(list: List, index: number): string {
  const { text, refusal }: Entry = list.entryAt(index);
  return `${list.numberAt?.(index) ?? index + 1}. ${text}${refusal === undefined ? '' : `. Cannot be chosen: ${refusal}`}`;
}

/** "c: continue. a: all or none. A number and w: why." */
function sayCommands({ commands = [], list }: Question): string[] {
  const told = [...commands.map(({ letter, label }) => `${letter}: ${label}.`), ...sayRowCommands(list)];
  return told.length === 0 ? [] : [told.join(' ')];
}

/** What can be done with a thing of `list`; nothing where it has none. */
function sayRowCommands(list: List | undefined): string[] {
  if (list === undefined || list.count === 0) return [];
  return (list.rowCommands ?? []).map(({ letter, label }) => `A number and ${letter}: ${label}.`);
}

/**
 * What is new in a question that is asked again at the same place: lines that were not said before, and what has changed
 * in its list, also where that is behind what was read out; null: it has another list, to be read from its beginning.
 */
export function sayChanges(before: Question, now: Question, read: ReadPart): string[] | null {
  const [old, list] = [before.list, now.list];
  if (old?.name !== list?.name || old?.count !== list?.count || before.reading?.length !== now.reading?.length)
    return null;
  const lines = (now.lines ?? []).filter((line) => before.lines?.includes(line) !== true);
  if (old === undefined || list === undefined) return lines;
  const part = list.count <= LOOKED_THROUGH ? { start: 0, end: list.count } : read;
  const places = Array.from({ length: Math.max(0, part.end - part.start) }, (_, offset) => part.start + offset);
  const changed = places.filter((place) => entryLine(old, place) !== entryLine(list, place));
  return [...changed.map((place) => entryLine(list, place)), ...lines];
}

/** What stands before the cursor. */
export function promptOf({ wanted }: Question): string {
  if (wanted === undefined) return 'Your answer';
  const { label, standard } = wanted;
  if (standard === undefined) return label;
  return `${label} (${standard === '' ? 'Enter leaves it blank' : `Enter for ${standard}`})`;
}

/** Said once, at the first question. */
export const ALWAYS_TYPABLE = 'At every question: ? is help, b goes back, q quits.';

/** Whether its list or prose goes on behind what has been read out. */
export function hasMore({ list, reading }: Question, { end }: ReadPart): boolean {
  return end < (list?.count ?? reading?.length ?? 0);
}

/** What can be typed here, a line each, for "?". @param read what has been read out of its list or prose */
export function sayTypable(question: Question, read: ReadPart): string[] {
  const { list, commands = [], wanted, back } = question;
  return [
    ...(wanted === undefined ? [] : [`A text: ${wanted.label}.`]),
    ...(list?.pick === undefined || list.count === 0 ? [] : ['A number that was read out: chooses that.']),
    ...sayRowCommands(list),
    ...commands.map(({ letter, label }) => `${letter}: ${label}.`),
    ...(hasMore(question, read) ? ['m: more.'] : []),
    ...(back === null ? [] : [`b: ${back ?? 'back'}.`]),
    'q: quit. ?: this help. Enter alone: all of it again.',
  ];
}
