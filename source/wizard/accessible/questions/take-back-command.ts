import type { State } from '../../state.ts';
import { pressing } from '../presses.ts';
import type { Command } from '../question.ts';

/** To take back the last choice, where there is one. */
export function takeBackCommand({ merge }: State): Command[] {
  return merge.past.length === 0 ? [] : [{ letter: 'z', label: 'take back the last choice', answer: pressing('z') }];
}
