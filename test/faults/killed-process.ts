import { writeSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { systemClock, systemRandom } from '../../source/system-ports.ts';
import type { WorkerMessage } from '../../source/worker/start-worker.ts';
import { work } from '../../source/worker/work.ts';
import { killingDisk } from './killing-disk.ts';

/**
 * A worker of run "one" on the store of the folder named to it, with a disk that may end it at one of its calls. It says
 * `ready` before it opens the store, `done 19:21` once the entry of a pair is on disk, and `made 61 9` at its end: disk calls, and the writes among them.
 */
const [folder = '', catalogueFile = '', kind = '', number = '', part = ''] = process.argv.slice(2);
const catalogue = parseCatalogue(await readFile(catalogueFile, 'utf8'), catalogueFile);
// Straight into the pipe: what has been said is not lost with the process.
const say = (line: string) => writeSync(1, `${line}\n`);

say('ready');
const isWrite = kind === 'write';
const { disk, made } = killingDisk({ kind: isWrite ? 'write' : 'call', number: Number(number), part: Number(part) });
const store = await LowdbStore.open(folder, disk, systemRandom);
const { operators } = await store.info();
const operator = operators.find(({ login }) => login === 'admin');
if (operator === undefined) throw new Error('The store has no admin');
const startWriting = store.startWriting.bind(store);
store.startWriting = async (holder) => {
  const writer = await startWriting(holder);
  return {
    ...writer,
    async append(entries) {
      const written = await writer.append(entries);
      for (const entry of entries) if (entry.kind === 'pair-done') say(`done ${entry.source}:${entry.target}`);
      return written;
    },
  };
};
const stop = new AbortController().signal;
const tell = (message: WorkerMessage) => {
  if (!message.started) throw new Error(message.message);
};
const actor = { operator: operator.login, account: 'tester', realAccount: null, host: hostname() };
const here = { actor, clock: systemClock, disk, pid: process.pid };
process.exitCode = await work({ run: 'one', location: folder, store, catalogue, operator, ...here, stop, tell });
say(`made ${made.call} ${made.write}`);
