import { quitWarning } from '../../quit-warning.ts';
import { press } from '../presses.ts';
import type { Asking } from '../question.ts';

/** Whether to quit: the second step of two. */
export const askQuit: Asking = (state) => ({
  lines: [`Quit?${quitWarning(state)}`],
  list: {
    noun: 'answers',
    count: 2,
    entryAt: (index) => ({ text: index === 0 ? 'Stay' : 'Quit' }),
    pick: (index) => ({ does: [() => [press(index === 0 ? 'escape' : 'q')]] }),
  },
  back: 'stay',
});
