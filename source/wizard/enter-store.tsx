import { homedir } from 'node:os';
import type { ReactNode } from 'react';
import { nameCommands } from '../model/name-commands.ts';
import type { Context } from '../session/context.ts';
import { readLoginWarning } from '../session/login-warning.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { App } from './app.tsx';
import { initialState } from './initial-state.ts';
import type { State } from './state.ts';
import { readDonePairs } from './tasks/read-done-pairs.ts';
import { readPeople } from './tasks/read-people.ts';
import type { World } from './world.ts';

/**
 * Opens the store and gives the wizard that works in it, still to be drawn.
 * @param onState told of every state of the wizard
 * @throws HandoverError where the store cannot be opened
 */
export async function enterStore(
  context: Context,
  size: State['size'],
  onState: (state: State) => void,
): Promise<ReactNode> {
  const session = await openSession(context);
  const first = initialState(await describeWorld(context, session), size);
  return <App desk={{ context, session }} first={first} onState={onState} />;
}

async function describeWorld(context: Context, session: Session): Promise<World> {
  const { store, info, catalogue, operator, view } = session;
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
    operator,
    isGuest: context.as === null && operator.login !== context.login,
    view,
    isReadOnly: context.isReadOnly,
    loginWarning:
      warning === null ? null : nameCommands(`${warning.message} "handover doctor" says what helps.`, context.again),
    catalogue,
    ...people,
    donePairs,
    runs,
    holder,
    cwd: context.cwd,
    home: homedir(),
  };
}
