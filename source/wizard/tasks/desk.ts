import type { Context } from '../../commands/command.ts';
import type { Session } from '../../commands/open-session.ts';

/** What slow work needs at hand: the opened store, and the world outside. */
export interface Desk {
  context: Context;
  session: Session;
}
