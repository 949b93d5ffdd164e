import { HandoverError } from '../../errors.ts';
import type { Context } from '../context.ts';
import { findOperator } from '../find-operator.ts';
import type { Look } from './health-check.ts';

/** As whom one works here, and who is behind that. */
export const checkOperator: Look = async ({ opened, context }) => {
  if (opened instanceof HandoverError) return null;
  try {
    const operator = findOperator(await opened.info(), context);
    return { name: 'operator', ok: true, message: `You work as ${operator.login}, under ${accountText(context)}.` };
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name: 'operator', ok: false, message: error.message, cure: error.hint };
  }
};

function accountText({ veil, login, realAccount }: Context): string {
  if (veil.isOn) return 'an account that --redact hides';
  return `the account ${realAccount === null ? login : `${login}, logged in as ${realAccount}`}`;
}
