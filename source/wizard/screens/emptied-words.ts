import { nameAndId } from '../../model/user.ts';
import type { Handover } from '../../session/list-emptied.ts';
import type { EmptiedAccount } from '../care-state.ts';
import type { State } from '../state.ts';

const NOBODY =
  'No account is emptied. Once a merge, or a transfer of all that it carries, has brought somebody’s data to another person, they are listed here.';

/** Why no account is listed, and what to do. */
export function emptyText({ care, task }: State): string {
  if (care.accounts === null) return task === null ? 'They could not be read. Esc goes back.' : '';
  return care.accounts.length === 0 ? NOBODY : 'Nobody fits what is typed. Try less of it; Esc empties the search.';
}

/** "John Smith (19) is inactive: merged into Jenny Andrews (21) on 2026-03-02 by run 2026-…; …", the newest first. */
export function aboutAccount({ person, handovers }: EmptiedAccount, state: State): string {
  const ways = handovers.toReversed().map((each) => {
    return `${wayText(each, state)} on ${each.at.slice(0, 10)} by run ${each.run}`;
  });
  return `${nameAndId(person)} is ${person.active ? 'active' : 'inactive'}: ${ways.join('; ')}.`;
}

/** "merged into Jenny Andrews (21)". */
export function wayText({ operation, target }: Handover, { world }: State): string {
  const user = world.byId.get(target);
  const whom = user === undefined ? `user ${target}` : nameAndId(user);
  return operation === 'merge' ? `merged into ${whom}` : `transferred to ${whom}`;
}
