import { choicesHere } from '../../logic/import-take-back.ts';
import type { State } from '../../state.ts';
import { pressing } from '../presses.ts';
import type { Command } from '../question.ts';

/** To take back the last choice, where there is one. */
export function takeBackCommand({ merge }: Pick<State, 'merge'>): Command[] {
  return commandFor(merge.past.length);
}

/** The same of what was chosen about the columns of a file of people. */
export function takeColumnsBackCommand(state: State): Command[] {
  return commandFor(choicesHere(state));
}

function commandFor(count: number): Command[] {
  return count === 0 ? [] : [{ letter: 'z', label: 'take back the last choice', answer: pressing('z') }];
}
