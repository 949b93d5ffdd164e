import { homedir } from 'node:os';
import { nameCommands } from '../model/name-commands.ts';
import type { Context } from '../session/context.ts';
import { readLoginWarning } from '../session/login-warning.ts';
import type { Session } from '../session/open-session.ts';
import { readDonePairs } from './tasks/read-done-pairs.ts';
import { readPeople } from './tasks/read-people.ts';
import type { World } from './world.ts';

/** Reads what the wizard is to know of the opened store and of who works with it. @throws HandoverError */
export async function describeWorld(context: Context, session: Session): Promise<World> {
  const { store, veil, info, catalogue, operator, view } = session;
  const [people, donePairs, runs, holder, warning] = await Promise.all([
    readPeople(store),
    readDonePairs(store),
    store.runs(),
    store.holder(),
    readLoginWarning(context.root, context.uid),
  ]);
  return {
    location: info.location,
    storeName: info.name,
    operator: veil.operator(operator),
    isGuest: context.as === null && operator.login !== context.login,
    view,
    isReadOnly: context.isReadOnly,
    isRedacted: veil.isOn,
    ascii: context.ascii,
    loginWarning:
      warning === null
        ? null
        : nameCommands(`${veil.text(warning.message)} "handover doctor" says what helps.`, context.again),
    catalogue,
    ...people,
    donePairs,
    runs,
    holder,
    cwd: context.cwd,
    home: homedir(),
  };
}
