import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { openStore } from '../../source/store/open-store.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { killProcess, startProcess } from './given-process.ts';
import { comparePairs, type Measurement } from './measurement.ts';

const PEOPLE = 10_000;
const RECORDS = 2000;
const REPEATS = 9;

/** Opening a store whose writer was killed before it put a checkpoint, beside bare JSON of checkpoint and journal. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'handover-bench-'));
  try {
    const store = path.join(folder, 'store');
    await createStore(store, makeDemo({ users: PEOPLE, seed: 1 }), nodeDisk, systemRandom);
    await killProcess(await startProcess('hold-store', [store, String(RECORDS)]));
    const texts = await readTexts(store);
    const ours: number[] = [];
    const floors: number[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      const start = performance.now();
      for (const text of texts) JSON.parse(text);
      const parsed = performance.now();
      await openStore(store, systemRandom);
      ours.push(performance.now() - parsed);
      floors.push(parsed - start);
    }
    const name = 'opening after kill -9, 2,000 pairs in the journal, ms / JSON.parse of its bytes';
    return [comparePairs(name, ours, floors, '≤ 3 ×')];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** The checkpoint, and the JSON of each line of the journal: what stands before its hash. */
async function readTexts(store: string): Promise<string[]> {
  const journals = (await readdir(store)).filter((name) => name.startsWith('journal.'));
  const lines = await Promise.all(journals.map((name) => readFile(path.join(store, name), 'utf8')));
  const records = lines
    .join('')
    .split('\n')
    .flatMap((line) => line.split('\t')[0] || []);
  if (records.length < RECORDS) throw new Error(`The journal holds ${records.length} records`);
  return [await readFile(path.join(store, 'store.json'), 'utf8'), ...records];
}
