import type { Actor } from '../model/actor.ts';
import type { Operator } from '../model/operator.ts';
import type { Context } from './context.ts';

/** Who does what this command does, for the journal and the audit log: the operator, and who is behind the operator. */
export function actorOf({ login: operator }: Operator, { login, realAccount, host }: Context): Actor {
  return { operator, account: login, realAccount, host };
}
