import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run } from '../model/run.ts';

/**
 * Run `id`, which is at work no more.
 * @throws HandoverError `unknown-run`, `still-running`
 */
export async function findEndedRun(id: string, store: StorePort): Promise<Run> {
  const run = await store.run(id);
  if (run === null) {
    throw new HandoverError('usage', 'unknown-run', `There is no run "${id}".`, 'List them with: handover runs');
  }
  if (run.state !== 'running') return run;
  throw new HandoverError(
    'held',
    'still-running',
    `Run ${id} is still at work.`,
    `Wait for its end, or stop it with: handover stop ${id}`,
  );
}
