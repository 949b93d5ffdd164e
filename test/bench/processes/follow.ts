import { openStore } from '../../../source/store/open-store.ts';
import { systemClock, systemRandom, systemWait } from '../../../source/system-ports.ts';
import { followRun } from '../../../source/worker/follow-run.ts';

/** Opens the store named to it, says so, and follows the run named to it from its beginning to its end; tells the pairs. */
const [location = '', run = ''] = process.argv.slice(2);
const store = await openStore(location, systemRandom);
const { signal } = new AbortController();
process.send?.('watching');
while ((await store.run(run)) === null) {
  await systemWait(100, signal);
  await store.refresh();
}
let settled = 0;
for await (const events of followRun(store, run, signal, { wait: systemWait, clock: systemClock })) {
  for (const event of events) settled = event.done + event.failed;
}
process.send?.(settled);
process.disconnect();
