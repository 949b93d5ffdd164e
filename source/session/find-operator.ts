import { HandoverError } from '../errors.ts';
import type { Operator } from '../model/operator.ts';
import type { StoreInfo } from '../model/ports.ts';
import type { Context } from './context.ts';

/**
 * Who works on a store: the operator named with `--as`, else the login at the terminal, else, on a demonstration store,
 * its guest.
 * @throws HandoverError `not-permitted`
 */
export function findOperator({ operators, settings, location }: StoreInfo, { as, login }: Context): Operator {
  const find = (name: string | null) => operators.find((operator) => operator.login === name);
  const operator = as === null ? (find(login) ?? find(settings.guest)) : find(as);
  if (operator !== undefined) return operator;
  const known = operators.map((one) => one.login).join(', ') || 'nobody';
  throw new HandoverError(
    'not-permitted',
    'not-permitted',
    `${as ?? login} is no operator of the store ${location}.`,
    `Its operators are: ${known}. Work as one of them with --as LOGIN.`,
  );
}
