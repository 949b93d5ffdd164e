import type { Context } from '../../session/context.ts';
import type { Session } from '../../session/open-session.ts';

/** What slow work needs at hand: the opened store, and the world outside. */
export interface Desk {
  context: Context;
  session: Session;
}
