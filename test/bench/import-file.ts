import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { peopleRows } from '../../source/people/write-people-csv.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { comparePairs, type Measurement } from './measurement.ts';
import type { ImportBenchResult } from './processes/plan-import.ts';

const PEOPLE = 100_000;
const REPEATS = 5;

/**
 * The plan of an import of 100,000 rows of 31 columns into a store of 100,000 people, of whom each second one changes:
 * its time beside csv-parse alone on the file, its memory beside that of a process which has the store open.
 */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-bench-'));
  try {
    const [location, file] = [join(folder, 'store'), join(folder, 'people.csv')];
    await givenStore(location, file);
    const floors: number[] = [];
    const results: ImportBenchResult[] = [];
    for (let repeat = 0; repeat < REPEATS; repeat += 1) {
      floors.push(await parseAlone(file));
      results.push(await runAlone(location, file));
    }
    const bare = await runAlone(location, null);
    const times = results.map(({ milliseconds }) => milliseconds);
    const peaks = results.map(({ peak }) => peak);
    return [
      comparePairs('plan of an import of 100,000 rows × 31 columns, ms / csv-parse alone', times, floors, '≤ 3 ×'),
      comparePairs(
        'peak memory of that plan, MB / of the opened store',
        peaks,
        peaks.map(() => bare.peak),
        '≤ 3 ×',
      ),
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A store, and a file of its people of whom every other one has another rank. */
async function givenStore(location: string, file: string): Promise<void> {
  const data = makeDemo({ users: PEOPLE, seed: 1 });
  await createStore(location, { ...data, settings: { ...data.settings, seats: null } }, nodeDisk, systemRandom);
  const rank = [...peopleRows([])][0]?.indexOf('Rank') ?? -1;
  function* lines(): Generator<string> {
    for (const [index, cells] of [...peopleRows(data.people)].entries()) {
      if (index > 0 && index % 2 === 0) cells[rank] = `${cells[rank]}0`;
      yield `${cells.join(',')}\r\n`;
    }
  }
  await pipeline(lines(), createWriteStream(file));
}

async function parseAlone(file: string): Promise<number> {
  const start = performance.now();
  let rows = 0;
  const parser = createReadStream(file).pipe(parse());
  parser.on('data', () => {
    rows += 1;
  });
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  if (rows !== PEOPLE + 1) throw new Error(`csv-parse found ${rows} rows`);
  return performance.now() - start;
}

/** In a process of its own. @param file null: it only opens the store */
async function runAlone(location: string, file: string | null): Promise<ImportBenchResult> {
  const script = pathToFileURL(join(import.meta.dirname, 'processes', 'plan-import.ts')).pathname;
  const { stdout } = await promisify(execFile)(process.execPath, [script, location, ...(file === null ? [] : [file])]);
  return JSON.parse(stdout);
}
