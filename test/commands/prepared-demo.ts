import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, writeAt } from '../store/given-store.ts';
import { CLOCK, pairsOf, planOn } from '../transfer/given-plan.ts';
import { type DemoFolder, demoIn, workIn } from './demo-folder.ts';

/** The run that the examples of help name: one pair of it was carried, one failed. */
export const RUN = '2026-03-02-0915-k3vd';
const USERS = 400;
const PAIRS = 143;

/**
 * A folder with all that the examples of help speak of: a store with `RUN` in its history, `people.csv` with 143 pairs
 * filled in, a plan of those in `plan.json`, and `staff.csv` with another last name of John Smith.
 */
export async function preparedDemo(): Promise<DemoFolder> {
  return workIn(await copiedFolder('prepared', prepare));
}

async function prepare(folder: string): Promise<void> {
  const { run } = await demoIn(folder, '--users', String(USERS));
  const data = makeDemo({ users: USERS, seed: 1 });
  await carry(path.join(folder, 'store'), RUN, withStalePair(planOn(data, pairsOf([25, 26], [27, 28]))));
  await run('export');
  const file = path.join(folder, 'people.csv');
  const exported = await readFile(file, 'utf8');
  await writeFile(file, fillIn(exported, data));
  await writeFile(path.join(folder, 'staff.csv'), exported.replace(',Smith,', ',Smithson,'));
  const planned = await run('plan', '--file', 'people.csv', '--out', 'plan.json');
  if (planned.status !== 0) throw new Error(`No plan: ${planned.stdout}${planned.stderr}`);
}

/** Carries out `plan` as run `id` in this process; `stop` aborted: not a pair of it. */
export async function carry(store: string, id: string, plan: Plan, stop = new AbortController().signal): Promise<void> {
  await freezePlan(nodeDisk, systemRandom, store, id, plan);
  const { writer } = await writeAt(store);
  for await (const _event of runPlan({ run: id, plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, stop }));
  await writer.close();
}

/** The plan, its last source said to have been another than it is. */
function withStalePair({ seal: _, ...plan }: Plan): Plan {
  const last = plan.pairs.length - 1;
  const pairs = plan.pairs.map((pair, index) =>
    index === last ? { ...pair, source: { ...pair.source, fingerprint: 'another' } } : pair,
  );
  return sealPlan({ ...plan, pairs });
}

/** The exported file with the To User ID filled in of every other person who may be moved, from the 30th person on. */
function fillIn(exported: string, { people }: StoreData): string {
  const ids = people.filter(({ id, access }) => id >= 30 && access === 'user').map(({ id }) => id);
  const targets = new Map(Array.from({ length: PAIRS }, (_, index) => [ids[2 * index], ids[2 * index + 1]]));
  return exported.replace(/^(\d+),,/gm, (row, id: string) => {
    const target = targets.get(Number(id));
    return target === undefined ? row : `${id},${target},`;
  });
}
