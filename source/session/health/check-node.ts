import { versions } from 'node:process';
import type { Look } from './health-check.ts';

/** On which Node this runs; on one that is too old handover does not begin at all. */
export const checkNode: Look = async () => ({ name: 'node', ok: true, message: `Node ${versions.node}.` });
