import { join } from 'node:path';
import { HandoverError } from '../errors.ts';

/** Files of one run in its folder of the store. */
export interface RunFolder {
  folder: string;
  plan: string;
  /** What the worker printed: empty unless something went wrong. */
  log: string;
}

/** Whether `id` can be the id of a run, and so the name of a folder and nothing more. */
export function isRunId(id: string): boolean {
  return /^[a-z0-9-]+$/.test(id);
}

/**
 * Where the run `id` of the store in `location` keeps its files.
 * @throws HandoverError `unknown-run` for an id that is none
 */
export function locateRun(location: string, id: string): RunFolder {
  if (!isRunId(id)) {
    throw new HandoverError('usage', 'unknown-run', `"${id}" is no id of a run.`, 'List them with "handover runs".');
  }
  const folder = join(location, 'runs', id);
  return { folder, plan: join(folder, 'plan.json'), log: join(folder, 'worker.log') };
}
