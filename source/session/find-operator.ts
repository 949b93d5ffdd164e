import { HandoverError } from '../errors.ts';
import type { Operator } from '../model/operator.ts';
import type { StoreInfo } from '../model/ports.ts';
import type { Context } from './context.ts';

/**
 * Who works on a store: the operator named with `--as`, on a redacted screen also by the stand-in, else the login at the terminal, else, on a demonstration store,
 * its guest.
 * @throws HandoverError `not-permitted`
 */
export function findOperator({ operators, settings, location }: StoreInfo, { as, login, veil }: Context): Operator {
  const find = (name: string | null) => operators.find((operator) => operator.login === name);
  const operator = as === null ? (find(login) ?? find(settings.guest)) : find(veil.operatorLogin(as));
  if (operator !== undefined) return operator;
  const known = operators.map((one) => one.login).join(', ') || 'nobody';
  throw new HandoverError(
    'not-permitted',
    'not-permitted',
    `${as ?? login} is no operator of the store ${location}.`,
    `Its operators are: ${known}. Work as one of them with --as LOGIN.`,
  );
}
