import { numberText } from '../model/number-text.ts';
import { accessLabel, fullName, type User } from '../model/user.ts';
import { makePeopleSearch } from '../people/search-people.ts';
import { listEmptied } from '../session/list-emptied.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

/** `users`: lists people by id, or those whom `--query` finds, the best first. */
export const users: Command = async (context, _words, flags) => {
  const session = await openSession(context);
  const everybody: readonly User[] = flags.isOn('emptied')
    ? (await listEmptied(session)).map(({ person }) => person)
    : await session.store.users();
  const showInactive = flags.isOn('inactive');
  const found = findUsers(everybody, flags.text('query'), showInactive);
  if (context.json) printJson(context, found.map(brief));
  else {
    const rows = found.map((user) => [
      String(user.id),
      fullName(user),
      user.login,
      user.email,
      accessLabel(user.access),
      user.active ? 'active' : 'inactive',
    ]);
    const headings = ['ID', 'Name', 'Login', 'E-mail', 'Access', 'State'];
    const hint = flags.isOn('emptied')
      ? emptiedHint(found, everybody.length)
      : countHint(found.length, everybody.length, showInactive);
    // Headings over nothing would leave it to the other stream to say that there is nothing.
    if (rows.length === 0) printLines(context, [hint]);
    else {
      printLines(context, alignColumns([headings, ...rows], { right: [0], ascii: context.ascii }));
      printAside(context, [hint]);
    }
  }
  return 0;
};

function countHint(found: number, all: number, showInactive: boolean): string {
  const hint = showInactive ? '' : ' Inactive people are left out; --inactive shows them.';
  return `${numberText(found)} of ${numberText(all)} people.${hint}`;
}

function emptiedHint(found: readonly User[], all: number): string {
  const closed = all - found.length;
  const rest = closed === 0 ? '' : ` ${numberText(closed)} closed; --inactive shows them.`;
  if (!found.some(({ active }) => active))
    return `No account ${found.length === 0 ? 'is emptied and' : 'listed is'} active.${rest}`;
  return `${numberText(found.length)} emptied.${rest} Deactivate all that are active with: handover users deactivate --emptied`;
}

function findUsers(everybody: readonly User[], query: string | null, showInactive: boolean): User[] {
  if (query === null) return everybody.filter(({ active }) => active || showInactive);
  const found = makePeopleSearch(everybody).search(query, { showInactive });
  return Array.from(found).flatMap((index) => everybody[index] ?? []);
}

function brief({ id, login, email, firstName, lastName, active, access }: User) {
  return { id, login, email, firstName, lastName, active, access };
}
