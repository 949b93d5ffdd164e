import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { done, HOLDER, started } from './given-store.ts';

/** The process of writer-lock.test.ts: becomes the writer of the store named to it, says so, and holds on until killed. */
const store = await LowdbStore.open(process.argv[2] ?? '', nodeDisk, systemRandom);
const writer = await store.startWriting({ ...HOLDER, login: 'sam', pid: process.pid, doing: 'run one' });
await writer.append([started('one'), done('one', 0)]);
process.send?.('written');
setInterval(() => undefined, 2 ** 30);
