import type { Catalogue } from '../../source/model/catalogue.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Disk, StoreWriter } from '../../source/model/ports.ts';
import type { RunEvent } from '../../source/model/run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from './given-plan.ts';

/** Of a run that nobody stops. */
export const NEVER = new AbortController().signal;

/** Runs `plan` on `writer` and gives its events; `onEvent` sees each as it comes. */
export async function runOn(
  writer: StoreWriter,
  plan: Plan,
  but: { catalogue?: Catalogue; stop?: AbortSignal; onEvent?: (event: RunEvent) => unknown } = {},
): Promise<RunEvent[]> {
  const { catalogue = STANDARD, stop = NEVER, onEvent } = but;
  const events: RunEvent[] = [];
  for await (const event of runPlan({
    run: 'one',
    plan,
    catalogue,
    writer,
    clock: CLOCK,
    actor: ACTOR,
    stop,
  })) {
    events.push(event);
    onEvent?.(event);
  }
  return events;
}

/** A store of so many people with a plan of as many pairs as they make, all of them apart. */
export async function givenRun(users: number, disk: Disk = nodeDisk) {
  const { folder, data } = await givenStore(users);
  const pairs = pairsOf(
    ...Array.from({ length: users / 2 }, (_, index): [number, number] => [2 * index + 1, 2 * index + 2]),
  );
  return { folder, data, plan: planOn(data, pairs), ...(await writeAt(folder, disk)) };
}
