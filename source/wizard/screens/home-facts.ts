import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { RootOperation } from '../../model/plan.ts';
import type { Holder } from '../../model/ports.ts';
import { timeText } from '../../model/time-text.ts';
import { type TextOptions, visibleText } from '../../model/visible-text.ts';
import type { State } from '../state.ts';
import { whyNotWriting } from '../world.ts';

/** Who works where, and what they may do: what each fact is about, and the fact. */
export function homeFacts(state: State): [label: string, text: string][] {
  const { operator, isGuest, location, view, isReadOnly, isRedacted, users, storeName, holder } = state.world;
  const inactive = users.filter(({ active }) => !active).length;
  const may = (operation: RootOperation) => whyNotWriting(state.world, operation) === null;
  const rights = [...(may('transfer') ? ['transfer data'] : []), ...(may('merge') ? ['merge profiles'] : [])];
  const whom = view === null ? 'everybody' : `the users of your view "${view.name}"`;
  const told = [
    ...(rights.length > 0 ? [`${rights.join(' and ')} of ${whom}`] : []),
    ...(may('import') ? ['import people'] : []),
  ];
  const atWork: [string, string][] = holder === null ? [] : [['At work', holderText(holder, state.world)]];
  return [
    ['You are', `${operator.name} (${operator.login})${isGuest ? ', the guest of this demonstration store' : ''}`],
    ['Store', `${storeName}: ${countOf(users.length, 'user')}, ${numberText(inactive)} inactive`],
    ['Folder', location],
    ['You may', told.join(', and ') || 'look at everything, change nothing'],
    ...atWork,
    ['Mode', isReadOnly ? 'READ-ONLY: nothing can be changed' : 'LIVE: what you run changes this store'],
    ...(isRedacted ? [REDACTED] : []),
  ];
}

const REDACTED: [string, string] = ['Shown', 'REDACTED: names, addresses and logins are stand-ins'];

/** "admin on desk-7 since 2026-03-02 09:15:20 UTC: run 2026-…": who writes to the store at the moment. */
function holderText({ login, host, since, doing }: Holder, options: TextOptions): string {
  return visibleText(`${login} on ${host} since ${timeText(since)}: ${doing}`, options);
}
