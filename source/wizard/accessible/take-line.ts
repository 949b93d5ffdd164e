import type { Answer, List, Question } from './question.ts';

/** What a typed line means where a question was asked. */
export type Taken =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'repeat' | 'more' | 'help' | 'back' | 'quit' }
  | { kind: 'refused'; says: string };

/** The part of the list that has been read out: from the first place to the one behind the last. */
export interface ReadPart {
  start: number;
  end: number;
}

/** What `line` means: a number, a letter, a number and a letter, or a text. Pure. */
export function takeLine(question: Question, line: string, read: ReadPart): Taken {
  const { wanted, commands = [] } = question;
  if (wanted?.isMeant?.(line) === true) return { kind: 'answer', answer: wanted.take(line) };
  const typed = line.trim();
  if (typed === '') {
    return wanted?.standard === undefined
      ? { kind: 'repeat' }
      : { kind: 'answer', answer: wanted.take(wanted.standard) };
  }
  const common = COMMON[typed.toLowerCase()];
  if (common !== undefined) return { kind: common };
  const command = commands.find(({ letter }) => letter === typed.toLowerCase());
  if (command !== undefined) return { kind: 'answer', answer: command.answer };
  const called = takeNumber(question, typed, read);
  if (called !== null) return called;
  return wanted === undefined
    ? {
        kind: 'refused',
        says: `“${startOf(typed)}” is no answer here. Type ? for help, or just Enter to hear it all again.`,
      }
    : { kind: 'answer', answer: wanted.take(typed) };
}

const COMMON: Readonly<Record<string, 'more' | 'help' | 'back' | 'quit'>> = {
  m: 'more',
  '?': 'help',
  b: 'back',
  q: 'quit',
};

/** So many characters of what was typed are said back; a whole file that was pasted would be read out for hours. */
const MOST_SAID = 60;

/** The start of what was typed, to be said back. */
export function startOf(typed: string): string {
  const letters = Array.from(typed.slice(0, 4 * MOST_SAID));
  return letters.length > MOST_SAID ? `${letters.slice(0, MOST_SAID).join('')}…` : typed;
}

/** What a number means, or a number and a letter; null: it is neither, or calls nothing. */
function takeNumber({ list, wanted }: Question, typed: string, read: ReadPart): Taken | null {
  if (list === undefined) return null;
  const [, digits = '', letter = ''] = /^(\d{1,9})(?:\s*([a-z]))?$/i.exec(typed) ?? [];
  if (digits === '') return null;
  const index = placeOf(list, Number(digits), wanted === undefined ? { start: 0, end: read.end } : read);
  if (index === null)
    return list.find === undefined ? null : { kind: 'refused', says: `Nothing here has the number ${digits}.` };
  const { text, refusal } = list.entryAt(index);
  if (letter === '') {
    if (list.pick === undefined) return { kind: 'refused', says: `${digits}. ${text}` };
    if (refusal !== undefined) return { kind: 'refused', says: `It cannot be chosen: ${refusal}.` };
    return { kind: 'answer', answer: list.pick(index) };
  }
  const command = list.rowCommands?.find((each) => each.letter === letter.toLowerCase());
  return command === undefined
    ? { kind: 'refused', says: `“${letter}” does nothing with a number here. Type ? for help.` }
    : { kind: 'answer', answer: command.answer(index) };
}

/** Numbers that were not read out call nothing: nobody knows what they stand for, and what is typed might be an ID. */
function placeOf(list: List, number: number, { start, end }: ReadPart): number | null {
  if (list.find !== undefined) return list.find(number);
  const index = number - 1;
  return index >= start && index < end ? index : null;
}
