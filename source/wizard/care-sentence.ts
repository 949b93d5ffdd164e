import { fullName } from '../model/user.ts';
import { visibleText } from '../model/visible-text.ts';
import { cutText } from './cut-text.ts';
import type { Look } from './look.ts';
import { type State, stepNow } from './state.ts';

/** "DELETE John Smith (19), for good": whom the after-care is about, the name cut where it is too wide; null off it. */
export function careSentence(state: State, width: number, look: Look): string | null {
  const step = stepNow(state);
  if (step === 'emptied') return cutText('Accounts whose data went to somebody else', width, look);
  if (step !== 'deletion' && step !== 'deletion-phrase') return null;
  const person = state.care.deletion?.person;
  if (person === undefined) return '';
  const tail = ` (${person.id}), for good`;
  const room = Math.max(3, width - 'DELETE '.length - tail.length);
  return `DELETE ${cutText(visibleText(fullName(person), look), room, look)}${tail}`;
}
