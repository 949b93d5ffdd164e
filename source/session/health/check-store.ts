import { HandoverError } from '../../errors.ts';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import { hideOwner } from '../hide-owner.ts';
import type { Look } from './health-check.ts';

/** Whether the store opens: it is there, whole, of a shape that is known, and its journal goes with it. */
export const checkStore: Look = async ({ opened, context }) => {
  if (opened instanceof HandoverError) {
    const { message, hint } = context.veil.isOn ? hideOwner(opened) : opened;
    return { name: 'store', ok: false, message, cure: hint };
  }
  const [{ name, location }, users, runs] = await Promise.all([opened.info(), opened.users(), opened.runs()]);
  const message = `"${name}" in ${location} opens: ${numberText(users.length)} people, ${countOf(runs.length, 'run')}.`;
  return { name: 'store', ok: true, message };
};
