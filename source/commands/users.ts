import { accessLabel, fullName, type User } from '../model/user.ts';
import { makePeopleSearch } from '../people/search-people.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printAside, printJson, printLines } from './print.ts';

/** `users`: lists people by id, or those whom `--query` finds, the best first. */
export const users: Command = async (context, _words, flags) => {
  const { store } = await openSession(context);
  const everybody = await store.users();
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
    printLines(context, alignColumns([headings, ...rows], { right: [0], ascii: context.ascii }));
    const hint = showInactive ? '' : ' Inactive people are left out; --inactive shows them.';
    printAside(context, [`${found.length} of ${everybody.length} people.${hint}`]);
  }
  return 0;
};

function findUsers(everybody: readonly User[], query: string | null, showInactive: boolean): User[] {
  if (query === null) return everybody.filter(({ active }) => active || showInactive);
  const found = makePeopleSearch(everybody).search(query, { showInactive });
  return Array.from(found).flatMap((index) => everybody[index] ?? []);
}

function brief({ id, login, email, firstName, lastName, active, access }: User) {
  return { id, login, email, firstName, lastName, active, access };
}
