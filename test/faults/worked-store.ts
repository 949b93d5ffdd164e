import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { StorePort } from '../../source/model/ports.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { contentOf, done, failed, finished, givenStore, started, writeAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';

/** A store that was worked with: the runs "one" and "two" lie in checkpoints, "three" in the journal behind them. */
export interface WorkedStore {
  folder: string;
  /** Path within the folder → content, of every file that holds something. */
  files: ReadonlyMap<string, Buffer>;
}

/** Makes one that is gone when its test has ended; at rest it has no record behind the last checkpoint. */
export async function workedStore(isAtRest: boolean): Promise<WorkedStore> {
  const { folder, data } = await givenStore(12);
  const { writer } = await writeAt(folder);
  for (const run of ['one', 'two']) {
    await freezePlan(
      nodeDisk,
      systemRandom,
      folder,
      run,
      planOn(data, pairsOf([6, 7], [8, 9]), { id: `plan of ${run}` }),
    );
    await writer.append([started(run, 5)]);
    await writer.append([done(run, 0), failed(run, 1), done(run, 2, `ü € 😀 of ${run}`)]);
    await writer.append([finished(run)]);
    await writer.checkpoint();
  }
  if (!isAtRest) {
    await writer.append([started('three', 5)]);
    await writer.append([done('three', 0), done('three', 1)]);
    await writer.append([failed('three', 2), done('three', 3)]);
  }
  await writer.close();
  const names = [
    'store.json',
    'checkpoint.1.json',
    'checkpoint.2.json',
    'journal.1.jsonl',
    'journal.2.jsonl',
    ...(isAtRest ? [] : ['journal.3.jsonl']),
    'runs/one/plan.json',
    'runs/two/plan.json',
  ];
  const contents = names.map(async (name) => [name, await readFile(path.join(folder, name))] as const);
  return { folder, files: new Map(await Promise.all(contents)) };
}

/** All that `store` tells, journal records included, as text to compare. */
export async function everythingOf(store: StorePort): Promise<{ content: string; records: string[] }> {
  const records: string[] = [];
  for await (const record of store.records()) records.push(JSON.stringify(record));
  const content = [await contentOf(store), await store.info(), [...(await store.donePairs('transfer'))]];
  return { content: JSON.stringify(content), records };
}
