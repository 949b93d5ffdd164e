import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { Run } from '../model/run.ts';
import { readRun } from '../session/read-run.ts';

/**
 * The run `id`; without an id the one at work, else the newest.
 * @throws HandoverError `unknown-run`, `no-run`
 */
export async function findRun(store: StorePort, id: string | undefined): Promise<Run> {
  if (id !== undefined) return readRun(id, store);
  const runs = await store.runs();
  const chosen = runs.find(({ state }) => state === 'running') ?? runs[0];
  const run = chosen === undefined ? null : await store.run(chosen.id);
  if (run !== null) return run;
  throw new HandoverError(
    'usage',
    'no-run',
    'Nothing has been run in this store yet.',
    'Make a plan with "handover plan", and run it with "handover apply".',
  );
}
