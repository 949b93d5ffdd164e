import { startingRun } from '../model/doing-run.ts';
import type { StorePort } from '../model/ports.ts';

/** How often it is looked, in milliseconds. */
const LOOK_EVERY = 100;

/**
 * Waits while run `id` is starting: until the store knows it, whoever was starting it is gone, or `signal` aborts.
 * @param id undefined: whichever is starting
 * @returns the run that was waited for, or null where none was starting
 */
export async function awaitStart(
  store: StorePort,
  id: string | undefined,
  signal: AbortSignal,
  { wait }: { wait(milliseconds: number, signal: AbortSignal): Promise<void> },
): Promise<string | null> {
  let awaited: string | null = null;
  for (;;) {
    await store.refresh();
    const starting = startingRun(await store.holder(), await store.runs());
    const isMeant = starting !== null && starting === (awaited ?? id ?? starting);
    if (!isMeant || signal.aborted) break;
    awaited = starting;
    await wait(LOOK_EVERY, signal);
  }
  // It may have begun, and ended, between the look at the store and the one at its holder.
  if (awaited !== null) await store.refresh();
  return awaited;
}
