import { makeLook } from '../look.ts';
import { directionSentence } from '../sentence.ts';
import { type Notice, type State, stepNow } from '../state.ts';
import { wayTitle } from '../way-title.ts';
import { spokenText } from './spoken-text.ts';

/** Steps at which the sentence would tell of whatever the cursor happens to be on. */
const CURSOR_STEPS: readonly string[] = ['preview', 'pairs', 'import-preview', 'duplicates'];

/** "Single transfer 3/8: What is carried" as it is spoken: "Single transfer, step 3 of 8: What is carried." */
export function sayTitle(state: State): string {
  return `${wayTitle(state).replace(/ (\d+)\/(\d+): /, ', step $1 of $2: ')}.`;
}

/** Who gives and who receives, once both are known; else empty. */
export function saySentence(state: State, ascii: boolean): string {
  const { mode, chosen } = state;
  const isOpen = (mode === 'single' || mode === 'merge') && (chosen.source === null || chosen.target === null);
  const step = stepNow(state);
  if (CURSOR_STEPS.includes(step) || (isOpen && !['run', 'result'].includes(step))) return '';
  const sentence = directionSentence(state, Number.MAX_SAFE_INTEGER, makeLook({ ascii }));
  return sentence === '' ? '' : `${sentence}.`;
}

/** What was said last, its tone in a word. */
export function sayNotice({ tone, text }: Notice): string {
  const word = { info: '', good: 'Done: ', bad: 'Attention: ' }[tone];
  return word + spokenText(text);
}
