import type { State } from '../../state.ts';
import { pressing } from '../presses.ts';
import type { Command } from '../question.ts';

/** To take back the last choice, where there is one. */
export function takeBackCommand({ merge }: Pick<State, 'merge'>): Command[] {
  return commandFor(merge.past);
}

/** The same of what was chosen about the columns of a file of people. */
export function takeColumnsBackCommand({ importing }: Pick<State, 'importing'>): Command[] {
  return commandFor(importing.past);
}

function commandFor(past: readonly unknown[]): Command[] {
  return past.length === 0 ? [] : [{ letter: 'z', label: 'take back the last choice', answer: pressing('z') }];
}
