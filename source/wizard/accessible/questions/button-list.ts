import { press } from '../presses.ts';
import type { List } from '../question.ts';

/** The buttons of a question by number; `focus` is the one that Enter would press. */
export function buttonList(labels: readonly string[], focus: number): List {
  return {
    noun: 'answers',
    count: labels.length,
    entryAt: (index) => ({ text: labels[index] ?? '' }),
    pick: (index) => ({ does: [() => [...(index === focus ? [] : [press('right')]), press('enter')]] }),
  };
}
