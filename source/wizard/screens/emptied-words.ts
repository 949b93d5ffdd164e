import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { nameAndId } from '../../model/user.ts';
import { namesText } from '../../people/deletion-text.ts';
import type { Handover } from '../../session/list-emptied.ts';
import type { EmptiedAccount } from '../care-state.ts';
import { whyOnlyLook } from '../logic/care.ts';
import { listedAccounts, markedAccounts } from '../logic/emptied.ts';
import type { State } from '../state.ts';

const NOBODY =
  'No account is emptied. Once a merge, or a transfer of all that it carries, has brought somebody’s data to another person, they are listed here.';

/** Why no account is listed, and what to do. */
export function emptyText({ care, task }: State): string {
  if (care.accounts === null) return task === null ? 'They could not be read. Esc goes back.' : '';
  return care.accounts.length === 0 ? NOBODY : 'Nobody fits what is typed. Try less of it; Esc empties the search.';
}

/** "John Smith (19) is inactive and still owns 40 kinds of data: merged into Jenny Andrews (21) on 2026-03-02 by run 2026-…; …", the newest first. */
export function aboutAccount({ person, handovers, owns }: EmptiedAccount, state: State): string {
  const ways = handovers.toReversed().map((each) => {
    return `${wayText(each, state)} on ${each.at.slice(0, 10)} by run ${each.run}`;
  });
  const standing = person.active ? 'active' : 'inactive';
  return `${nameAndId(person)} is ${standing} and ${ownsText(owns)}: ${ways.join('; ')}.`;
}

/** "still owns 40 kinds of data", most of them copied and not moved. */
function ownsText(owns: number): string {
  return owns === 0 ? 'owns nothing any more' : `still owns ${countOf(owns, 'kind')} of data`;
}

/** "2 marked, 1 of them not listed: John Smith (19), Agent 1 (23). Enter is about them."; where nobody is marked it is empty, or says why they can only be looked at. */
export function markedText(state: State): string {
  const marked = markedAccounts(state).map(({ person }) => person);
  if (marked.length === 0) return lookOnlyText(state);
  const listed = new Set(listedAccounts(state).map(({ person }) => person.id));
  const hidden = marked.filter(({ id }) => !listed.has(id)).length;
  const rest = hidden === 0 ? '' : `, ${numberText(hidden)} of them not listed`;
  return `${numberText(marked.length)} marked${rest}; Enter is about them: ${namesText(marked)}`;
}

/** "You can only look (read-only: opened to look, not to change)"; empty where something can be done to them. */
export function lookOnlyText({ world }: State): string {
  const why = whyOnlyLook(world);
  return why === null ? '' : `You can only look (${why})`;
}

/** "merged into Jenny Andrews (21)". */
export function wayText({ operation, target }: Handover, { world }: State): string {
  const user = world.byId.get(target);
  const whom = user === undefined ? `user ${target}` : nameAndId(user);
  return operation === 'merge' ? `merged into ${whom}` : `transferred to ${whom}`;
}
