import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreWriter } from '../../source/model/ports.ts';
import { STORE_VERSION } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../transfer/given-plan.ts';
import { toldContent } from './told-content.ts';

/**
 * Writes test/faults/shapes/<shape>: a store as this handover writes it, and what it holds. Run it by hand before the
 * shape changes, and never again for that shape: a run that ended with a failed pair stands in the checkpoint, one
 * that broke off after its first pair in the journal behind it.
 */
const home = path.join(import.meta.dirname, 'shapes', String(STORE_VERSION));
const folder = path.join(home, 'store');
await mkdir(home, { recursive: true });
const data = makeDemo({ users: 12, seed: 7 });
await createStore(folder, data, nodeDisk, systemRandom);
const store = await LowdbStore.open(folder, nodeDisk, systemRandom);

const ended = '20260302-0915-ende';
await carry(ended, planOn(data, pairsOf([8, 7], [10, 9]), { id: 'plan-ended' }), (writer) => ({
  ...writer,
  // Somebody else changed 10 after the plan was made: that pair fails.
  person: (id) => {
    const person = writer.person(id);
    return person === undefined || id !== 10 ? person : { ...person, lastName: 'Changed' };
  },
}));

const people = [...(await store.people(data.people.map(({ id }) => id))).values()];
const broken = '20260302-0915-brok';
const plan = planOn({ ...data, people }, pairsOf([11, 12], [10, 9], [6, 8]), { id: 'plan-broken' });
await carry(broken, plan, (writer) => {
  let isBroken = false;
  return {
    ...writer,
    append: async (entries: readonly JournalEntry[]) => {
      if (isBroken) throw new Error('broken off');
      isBroken = entries.length > 1;
      const written = await writer.append(entries.slice(0, 1));
      if (isBroken) throw new Error('broken off');
      return written;
    },
  };
}).catch((error: unknown) => {
  if (!(error instanceof Error) || error.message !== 'broken off') throw error;
});

const told = await toldContent(await LowdbStore.open(folder, nodeDisk, systemRandom));
await writeFile(path.join(home, 'expected.json'), `${JSON.stringify(told, null, 1)}\n`);

/** Carries out `given` as the worker does, with a writer that `alter` made of the store's own. */
async function carry(run: string, given: Plan, alter: (writer: StoreWriter) => StoreWriter): Promise<void> {
  await freezePlan(nodeDisk, systemRandom, folder, run, given);
  const since = CLOCK.now().toISOString();
  const writer = await store.startWriting({ login: 'admin', host: 'desk', pid: 4242, since, doing: `run ${run}` });
  try {
    const stop = new AbortController().signal;
    const request = { run, plan: given, catalogue: STANDARD, clock: CLOCK, actor: ACTOR, stop };
    for await (const _event of runPlan({ ...request, writer: alter(writer) }));
    await writer.checkpoint();
  } finally {
    await writer.close();
  }
}
