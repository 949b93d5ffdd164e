import { type LogHead, readHead } from '../audit/read-head.ts';
import { doingRun } from '../model/doing-run.ts';
import type { StorePort } from '../model/ports.ts';
import type { Context } from './context.ts';

/** How often the audit log is looked at, in milliseconds. */
const LOOK_EVERY = 10;

/**
 * The head of the audit log once the worker of `run` has said all there.
 * @returns null where it is gone before it could, another run is at work, or the log cannot be read
 */
export async function waitForHead(
  store: StorePort,
  run: string,
  { disk, wait, interrupt }: Pick<Context, 'disk' | 'wait' | 'interrupt'>,
): Promise<LogHead | null> {
  for (;;) {
    // Asked first: what a worker wrote that is gone by now is then read as well.
    const holder = await store.holder();
    const head = await readHead(store, disk).catch(() => null);
    if (head?.isAnchored) return head;
    if (holder?.doing !== doingRun(run) || interrupt.aborted) return null;
    await wait(LOOK_EVERY, interrupt);
  }
}
