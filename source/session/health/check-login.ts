import { readLoginWarning } from '../login-warning.ts';
import type { Look } from './health-check.ts';

/** Whether a run outlives the login that it is started in. */
export const checkLogin: Look = async ({ context: { root, uid } }) => {
  const warning = await readLoginWarning(root, uid);
  if (warning !== null) return { name: 'login', ok: false, ...warning };
  return { name: 'login', ok: true, message: 'A run goes on when this login closes.' };
};
