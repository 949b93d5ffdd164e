import { countOf } from '../../../model/finding.ts';
import { DIRECTIONS } from '../../../model/pair.ts';
import { operationNow } from '../../operation.ts';
import { MERGE_READ, moveSentence, TRANSFER_READ } from '../../screens/direction-sentences.ts';
import type { State } from '../../state.ts';
import { choosing } from '../presses.ts';
import type { Asking } from '../question.ts';

/** Which of the two readings of the file is meant, each in sentences with real names (X1). */
export const askDirection: Asking = (state) => ({
  lines: ['The file can be read in two ways. Which one do you mean?'],
  list: {
    noun: 'readings',
    count: DIRECTIONS.length,
    entryAt: (index) => ({ text: readingText(state, DIRECTIONS[index] ?? 'from-to') }),
    pick: (index) => choosing(DIRECTIONS[index] ?? 'from-to'),
  },
});

function readingText(state: State, direction: (typeof DIRECTIONS)[number]): string {
  const reading = state.readings?.[direction];
  if (reading === undefined) return '';
  const { pairs, problems, suspect, examples } = reading;
  const read = operationNow(state) === 'merge' ? MERGE_READ : TRANSFER_READ;
  return [
    read[direction],
    `Read like that: ${countOf(pairs, 'pair')}, ${countOf(problems, 'problem')}.`,
    ...(suspect === null ? [] : [`Warning: ${suspect.message} ${suspect.cure}`]),
    ...(examples.length === 0 ? ['No row names two users.'] : examples.map((pair) => `${moveSentence(state, pair)}.`)),
  ].join(' ');
}
