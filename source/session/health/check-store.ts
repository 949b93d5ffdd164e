import { HandoverError } from '../../errors.ts';
import { hideOwner } from '../hide-owner.ts';
import type { Look } from './health-check.ts';

/** Whether the store opens: it is there, whole, of a shape that is known, and its journal goes with it. */
export const checkStore: Look = async ({ opened, context }) => {
  if (opened instanceof HandoverError) {
    const { message, hint } = context.veil.isOn ? hideOwner(opened) : opened;
    return { name: 'store', ok: false, message, cure: hint };
  }
  const [{ name, location }, users, runs] = await Promise.all([opened.info(), opened.users(), opened.runs()]);
  const message = `"${name}" in ${location} opens: ${users.length} people, ${runs.length} ${runs.length === 1 ? 'run' : 'runs'}.`;
  return { name: 'store', ok: true, message };
};
