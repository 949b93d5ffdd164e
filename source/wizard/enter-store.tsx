import type { ReactNode } from 'react';
import type { Context } from '../session/context.ts';
import { openSession } from '../session/open-session.ts';
import { App } from './app.tsx';
import { describeWorld } from './describe-world.ts';
import { initialState } from './initial-state.ts';
import type { State } from './state.ts';

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
