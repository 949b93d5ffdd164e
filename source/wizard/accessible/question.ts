import type { State } from '../state.ts';
import type { Action } from '../task.ts';

/** What to tell the reducer, worked out once the slow work of what was told before is over. */
export type Doing = (state: State) => readonly Action[];

/** What a typed line leads to. */
export interface Answer {
  /** One after the other, the slow work of each waited for. */
  does?: readonly Doing[];
  /** Asked over this question until it is left with "b"; null: what was asked over another is left. */
  opens?: Asking | null;
  /** The place in the list to go on reading from, once it is done. */
  shows?: (state: State) => number;
  /** Said, with nothing done. */
  says?: string;
}

/** A letter that does something. */
export interface Command {
  letter: string;
  /** What it does, in a few words: "continue". */
  label: string;
  answer: Answer;
}

/** A letter after a number, for what that number stands for: "3 w". */
export interface RowCommand {
  letter: string;
  label: string;
  answer(index: number): Answer;
}

/** A thing that can be chosen by its number. */
export interface Entry {
  text: string;
  /** Why it cannot be chosen at the moment. */
  refusal?: string | undefined;
}

/** Things to choose from, read out a page at a time. */
export interface List {
  /** What they are, in the plural. */
  noun: string;
  count: number;
  entryAt(index: number): Entry;
  /** The number by which it is called; its place, counted from 1, unless there is another. */
  numberAt?(index: number): number;
  /** The place of what is called by a number that has not been read out; null: nothing is. */
  find?(number: number): number | null;
  /** What the number alone does. */
  pick?(index: number): Answer;
  rowCommands?: readonly RowCommand[];
  /** How many are read out at once. */
  page?: number;
  /** How many are read out at first, where that is another number. */
  opening?: number;
  /** Where to begin reading. */
  start?: number;
  /** Tells one list from another where the same question comes to have another. */
  name?: string;
}

/** A text that is typed as a whole line. */
export interface Wanted {
  /** What to type, before the cursor: "Save as". */
  label: string;
  /** Taken where nothing is typed. */
  standard?: string;
  /** Whether the line is such a text for certain, even where it could be a letter or a number. */
  isMeant?(line: string): boolean;
  take(line: string): Answer;
}

/** Everything that is said at one place of the wizard, and all that can be typed there. */
export interface Question {
  /** Said on the first time here, and again where they have changed. */
  facts?: readonly string[];
  /** Said each time. */
  lines?: readonly string[];
  /** Prose that is read a page at a time. */
  reading?: readonly string[];
  list?: List;
  wanted?: Wanted;
  commands?: readonly Command[];
  /** What "b" does, in a few words; absent: it goes back; null: it does nothing. */
  back?: string | null;
  /** Of one that is asked over another: what it is for, in place of what the step says of itself. */
  help?: string;
  /** Done once on coming to this place. */
  first?: Doing;
}

export type Asking = (state: State) => Question;
