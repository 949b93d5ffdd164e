import type { ReactNode } from 'react';
import type { Context } from '../session/context.ts';
import { openSession } from '../session/open-session.ts';
import { App } from './app.tsx';
import { describeWorld } from './describe-world.ts';
import { initialState } from './initial-state.ts';
import type { State } from './state.ts';

/**
 * Opens the store and gives the wizard that works in it, still to be drawn.
 * @param size of the terminal
 * @param onState told of every state of the wizard
 * @param spare lines of the terminal that are left to what stands under the wizard
 * @throws HandoverError where the store cannot be opened
 */
export async function enterStore(
  context: Context,
  size: State['size'],
  onState: (state: State) => void,
  spare = 0,
): Promise<ReactNode> {
  const session = await openSession(context);
  const first = initialState(await describeWorld(context, session), { ...size, rows: size.rows - spare });
  return <App desk={{ context, session }} first={first} onState={onState} spare={spare} />;
}
