import type { Holder } from './ports.ts';
import type { RunSummary } from './run.ts';

/** What the writer of a run says that it does (`Holder.doing`): by this others know which run is at work. */
export function doingRun(run: string): string {
  return `run ${run}`;
}

/** The run that whoever writes has taken the store for and that `runs` do not know yet: it is just starting; or null. */
export function startingRun(holder: Holder | null, runs: readonly Pick<RunSummary, 'id'>[]): string | null {
  const id = /^run (\S+)$/.exec(holder?.doing ?? '')?.[1];
  return id === undefined || runs.some((run) => run.id === id) ? null : id;
}
