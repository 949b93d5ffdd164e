import type { Place } from '../state.ts';
import type { ScriptKey } from './script-key.ts';

/** What the operator does at one place of the wizard: it is told, then its keys are pressed. */
export interface Scene {
  /** Where the wizard has to be, its slow work done, before anything is pressed. */
  at: Place;
  /** What is being done and why, in a sentence or two that fit in two lines of 60 columns. */
  caption: string;
  /** In their order; `type` is text, letter by letter. */
  strokes: readonly ({ press: ScriptKey } | { type: string })[];
}

/**
 * A transfer from John Smith into Jenny Andrews and its undo, on the demonstration store that ships. `demo --play` plays
 * it, and the picture of the README is its review.
 */
export const PLAY_SCRIPT: readonly Scene[] = [
  {
    at: 'home',
    caption: 'John Smith has left the team. All that he owns is to go to Jenny Andrews: a single transfer.',
    strokes: [{ press: 'enter' }],
  },
  {
    at: 'target',
    caption: 'First the target: whoever gets the data, and keeps the account. A part of the name is enough.',
    strokes: [{ type: 'jenny' }, { press: 'enter' }],
  },
  {
    at: 'source',
    caption: 'Then the source: whoever gives it. John is inactive already, so Tab shows inactive users too.',
    strokes: [{ press: 'tab' }, { type: 'smith' }, { press: 'enter' }],
  },
  {
    at: 'types',
    caption: 'Every data type and its rule. Space leaves one behind, w says why it is as it is. Here all of them go.',
    strokes: [{ press: 'down' }, { press: 'down' }, { press: 'enter' }],
  },
  {
    at: 'review',
    caption: 'The plan. Nothing has changed yet: what would move, what would be REPLACED, and what stays where it is.',
    strokes: [{ press: 'right' }, { press: 'right' }, { press: 'enter' }],
  },
  {
    at: 'confirm',
    caption: 'Asked once more, in a sentence with both names. Cancel is in focus: Enter by mistake does nothing.',
    strokes: [{ press: 'right' }, { press: 'enter' }],
  },
  {
    at: 'phrase',
    caption: 'And the login of the target is typed out, so that nobody moves data into the wrong person.',
    strokes: [{ type: 'jenny.andrews' }, { press: 'enter' }],
  },
  {
    at: 'result',
    caption: 'Done, each record once. The run was a process of its own: a lost connection would not have ended it.',
    strokes: [{ press: 'down' }, { press: 'enter' }],
  },
  {
    at: 'undo-types',
    caption: 'It was the wrong Jenny after all? A run can be put back: all of it, or some of its data types.',
    strokes: [{ press: 'enter' }],
  },
  {
    at: 'undo-review',
    caption: 'An undo is a plan as well: what returns to John, and what is restored to Jenny as it was before.',
    strokes: [{ press: 'enter' }],
  },
  {
    at: 'undo-confirm',
    caption: 'The same question as before any run, and Cancel is in focus again.',
    strokes: [{ press: 'right' }, { press: 'enter' }],
  },
  {
    at: 'phrase',
    caption: 'The phrase for an undo tells how many pairs it puts back.',
    strokes: [{ type: 'UNDO 1' }, { press: 'enter' }],
  },
  {
    at: 'result',
    caption: 'Everything is as it was. Both runs stay in the history and in the audit log. That was all.',
    strokes: [],
  },
];
