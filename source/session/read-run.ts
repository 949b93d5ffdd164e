import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run } from '../model/run.ts';

/**
 * Run `id`, as the store was last read.
 * @throws HandoverError `unknown-run`
 */
export async function readRun(id: string, store: StorePort): Promise<Run> {
  const run = await store.run(id);
  if (run !== null) return run;
  throw new HandoverError('usage', 'unknown-run', `There is no run "${id}".`, 'List them with: handover runs');
}
