import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run } from '../model/run.ts';
import { readRun } from './read-run.ts';

/**
 * Run `id`, which is at work no more.
 * @throws HandoverError `unknown-run`, `still-running`
 */
export async function findEndedRun(id: string, store: StorePort): Promise<Run> {
  const run = await readRun(id, store);
  if (run.state !== 'running') return run;
  throw new HandoverError(
    'held',
    'still-running',
    `Run ${id} is still at work.`,
    `Wait for its end, or stop it with: handover stop ${id}`,
  );
}
