import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import type { Disk, StoreWriter } from '../../source/model/ports.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import type { WorkerMessage } from '../../source/worker/start-worker.ts';
import { work } from '../../source/worker/work.ts';

interface Job {
  run: string;
  folder: string;
  catalogueFile: string;
  disk: Disk;
  /** What the worker does instead of `append`, which it is given. */
  around(append: StoreWriter['append']): StoreWriter['append'];
  tell(message: WorkerMessage): void;
}

/** Carries out a run as the worker does, with a disk and with writing of one's own. @returns the exit status */
export async function workOn({ run, folder, catalogueFile, disk, around, tell }: Job): Promise<number> {
  const catalogue = parseCatalogue(await readFile(catalogueFile, 'utf8'), catalogueFile);
  const store = await LowdbStore.open(folder, disk, systemRandom);
  const { operators } = await store.info();
  const operator = operators.find(({ login }) => login === 'admin');
  if (operator === undefined) throw new Error('The store has no admin');
  const startWriting = store.startWriting.bind(store);
  store.startWriting = async (holder) => {
    const writer = await startWriting(holder);
    return { ...writer, append: around(writer.append) };
  };
  return work({
    run,
    location: folder,
    store,
    catalogue,
    operator,
    actor: { operator: operator.login, account: 'tester', realAccount: null, host: hostname() },
    clock: systemClock,
    random: systemRandom,
    disk,
    pid: process.pid,
    stop: new AbortController().signal,
    tell,
  });
}
