import { execFile } from 'node:child_process';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'csv-parse';
import type { User } from '../../source/model/user.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { readPairsFile } from '../../source/pairs/read-pairs-file.ts';
import { peopleRows } from '../../source/people/write-people-csv.ts';
import { isNoisy, type Measurement, medianOf } from './measurement.ts';

const ROWS = 200_000;
const PAIRS = 2000;
const REPEATS = 5;

/** `check` of 200,000 rows of 31 columns: its time beside csv-parse alone, its memory beside an idle Node. */
export async function measure(): Promise<Measurement[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-bench-'));
  try {
    const path = join(folder, 'people.csv');
    await writeBigFile(path);
    return [await measureTime(path), await measureMemory(path)];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function measureTime(path: string): Promise<Measurement> {
  const users = new Map(makeUsers().map((user) => [user.id, user]));
  const ours: number[] = [];
  const floors: number[] = [];
  for (let repeat = 0; repeat < REPEATS; repeat += 1) {
    floors.push(await timeOf(() => parseAlone(path)));
    ours.push(await timeOf(() => checkFile(path, users)));
  }
  const value = medianOf(ours);
  const floor = medianOf(floors);
  const ratio = value / floor;
  const name = 'check of 200,000 rows (ms) / csv-parse alone';
  return { name, value, floor, ratio, goal: '≤ 1.5 ×', met: ratio <= 1.5, noisy: isNoisy(floors) };
}

async function measureMemory(path: string): Promise<Measurement> {
  const reader = pathToFileURL(join(import.meta.dirname, '../../source/pairs/read-pairs-file.ts')).href;
  const matcher = pathToFileURL(join(import.meta.dirname, '../../source/pairs/match-pairs.ts')).href;
  const script = `
    import { readPairsFile } from ${JSON.stringify(reader)};
    import { matchPairs } from ${JSON.stringify(matcher)};
    const file = await readPairsFile(${JSON.stringify(path)});
    matchPairs({ rows: file.rows, direction: 'from-to', users: new Map(), view: null, donePairs: new Map() });
    console.log(process.resourceUsage().maxRSS);`;
  const value = await peakOf(script);
  const floor = await peakOf('console.log(process.resourceUsage().maxRSS);');
  const name = 'peak memory of that check (MB) above an idle Node';
  return { name, value, floor, ratio: null, goal: '≤ 200 MB above', met: value - floor <= 200 };
}

async function peakOf(script: string): Promise<number> {
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script]);
  return Number(stdout) / 1024;
}

async function timeOf(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

async function parseAlone(path: string): Promise<void> {
  let rows = 0;
  const parser = createReadStream(path).pipe(parse());
  parser.on('data', () => {
    rows += 1;
  });
  await new Promise((resolve, reject) => parser.on('end', resolve).on('error', reject));
  if (rows !== ROWS + 1) throw new Error(`csv-parse found ${rows} rows`);
}

async function checkFile(path: string, users: ReadonlyMap<number, User>): Promise<void> {
  const file = await readPairsFile(path);
  const view = null;
  const matched = matchPairs({ rows: file.rows, direction: 'from-to', users, view, donePairs: new Map() });
  if (matched.pairs.length !== PAIRS || matched.problems.length > 0)
    throw new Error('the file is not what it should be');
}

async function writeBigFile(path: string): Promise<void> {
  function* lines(): Generator<string> {
    for (const [index, cells] of [...peopleRows(makeUsers())].entries()) {
      if (index > 0 && index % 2 === 1 && index < PAIRS * 2) cells[1] = String(index + 1);
      yield `${cells.join(',')}\r\n`;
    }
  }
  await pipeline(lines(), createWriteStream(path));
}

function makeUsers(): User[] {
  return Array.from({ length: ROWS }, (_, index) => ({
    id: index + 1,
    login: `login${index + 1}`,
    email: `person${index + 1}@example.com`,
    firstName: `First${index + 1}`,
    lastName: `Last${index + 1}`,
    active: true,
    access: 'user',
    profile: {
      'ACD ID': `A${index}`,
      Activated: '2020-01-02',
      'Company Start Date': '2019-05-06',
      'Display Time Zone': 'Europe/London',
      'Employee ID': `E${index}`,
      'Enable Scheduling': true,
      'Full Scope': false,
      Locale: 'en_GB',
      'Member Group': `Group ${index % 20}`,
      Roles: ['Agent', 'Viewer'],
      'Scope Teams': ['Team 1', 'Team 2'],
      Team: `Team ${index % 30}`,
    },
    mergedInto: null,
  }));
}
