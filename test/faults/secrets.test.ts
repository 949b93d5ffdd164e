import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { hasSystemCode } from '../../source/errors.ts';
import type { Holder } from '../../source/model/ports.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom, systemWait } from '../../source/system-ports.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { CELLS, PIECES, PLANTED, plantedData, plantedIn, SECRETS } from './planted.ts';

interface Given {
  folder: string;
  data: StoreData;
  run(...args: string[]): ReturnType<typeof runHandover>;
}

/** A store of `users` people, in two of whom values are planted; commands run in its folder among planted secrets. */
async function givenPlanted(users: number): Promise<Given> {
  const folder = await tempFolder();
  const data = plantedData(makeDemo({ users, seed: 7 }), [19, 21]);
  await createStore(path.join(folder, 'store'), data, nodeDisk, systemRandom);
  const env = { ...SECRETS, HANDOVER_STORE: 'store' };
  return { folder, data, run: (...args) => runHandover(args, { cwd: folder, env }) };
}

/** Everything there is under `folder`: path within it → permission bits. What is put in its place meanwhile is left out. */
async function modesIn(folder: string): Promise<Map<string, number>> {
  const names = await readdir(folder, { recursive: true });
  const modes = await Promise.all(
    names.map(async (name) => {
      const found = await stat(path.join(folder, name)).catch((error: unknown) => {
        if (hasSystemCode(error, 'ENOENT')) return null;
        throw error;
      });
      return found === null ? [] : [[name, found.mode & 0o777] as const];
    }),
  );
  return new Map(modes.flat());
}

const nothingPlanted = (outputs: { stdout: string; stderr: string }) =>
  expect(plantedIn(outputs.stdout + outputs.stderr)).toEqual([]);

test('forty values are planted, and would be found', () => {
  expect(new Set(PLANTED).size).toBe(40);
  expect(plantedIn(PLANTED.join('\n').toUpperCase())).toEqual(PLANTED);
});

type Starter = ChildProcessByStdio<null, Readable, Readable>;

/** A run of 2,000 pairs in a process that follows it, all files made under umask 000; its worker is held where it is. */
async function runHeld(): Promise<{ folder: string; pid: number; starter: Starter; ended: Promise<[string, string]> }> {
  const { folder, data, run } = await givenPlanted(5000);
  const ids = data.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const others = ids.filter((id) => id !== 19 && id !== 21);
  const pairs = [[19, 21], ...Array.from({ length: 1999 }, (_, index) => [others[2 * index], others[2 * index + 1]])];
  const rows = pairs.map(([source, target], index) => `${source},${target},${CELLS[index % 4]}`);
  await writeFile(path.join(folder, 'pairs.csv'), `From User ID,To User ID,Address\n${rows.join('\n')}\n`);
  const former = process.umask(0);
  onTestFinished(() => void process.umask(former));
  const planned = await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  expect(planned.status, planned.stderr).toBe(0);
  const starter = spawn(process.execPath, [PROGRAM, 'apply', 'plan.json', '--confirm', 'TRANSFER 2000'], {
    cwd: folder,
    env: plainEnvironment(folder, { ...SECRETS, HANDOVER_STORE: 'store' }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void starter.kill('SIGKILL'));
  await once(starter.stderr, 'readable');
  const { pid } = JSON.parse(await readFile(path.join(folder, 'store', 'lock.json'), 'utf8')) as Holder;
  process.kill(pid, 'SIGSTOP');
  onTestFinished(() => endProcess(pid));
  return { folder, pid, starter, ended: Promise.all([text(starter.stdout), text(starter.stderr)]) };
}

/** What is left at work is ended before its folder goes. */
function endProcess(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

const processFile = (pid: number | undefined, name: string) => readFile(`/proc/${pid}/${name}`, 'utf8');

/** What stands in a log once anything does. */
async function firstWords(log: string): Promise<string> {
  for (;;) {
    const words = await readFile(log, 'utf8');
    if (words !== '') return words;
    await systemWait(5, new AbortController().signal);
  }
}

describe.runIf(process.platform === 'linux')('a run at work', () => {
  test('shows no secret in its processes, and leaves none in its log, its names or to anybody else', async () => {
    const { folder, pid, starter, ended } = await runHeld();
    expect(plantedIn(await processFile(pid, 'cmdline'))).toEqual([]);
    expect(plantedIn(await processFile(starter.pid, 'cmdline'))).toEqual([]);
    const environment = (await processFile(pid, 'environ')).split('\0').filter((entry) => entry !== '');
    const names = environment.map((entry) => entry.split('=', 1)[0] ?? '');
    // Node adds by which channel the worker tells its starter that it has begun.
    const handedOn = names.filter((name) => !name.startsWith('NODE_CHANNEL_'));
    expect(handedOn.sort()).toEqual(['HOME', 'LANG', 'PATH', 'USER']);
    process.kill(pid, 'SIGCONT');
    const [stdout, stderr] = await ended;
    expect(stdout).toContain('Data Transfer Successful');
    nothingPlanted({ stdout, stderr });

    const [id = ''] = await readdir(path.join(folder, 'store', 'runs'));
    expect(await readFile(path.join(folder, 'store', 'runs', id, 'worker.log'), 'utf8')).toBe('');
    const modes = await modesIn(path.join(folder, 'store'));
    expect(plantedIn([...modes.keys()].join('\n'))).toEqual([]);
    expect(
      Object.fromEntries([...modes].filter(([name, mode]) => mode !== (/^runs(\/[^/]+)?$/.test(name) ? 0o700 : 0o600))),
    ).toEqual({});
    expect((await stat(path.join(folder, 'store'))).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(folder, 'plan.json'))).mode & 0o777).toBe(0o600);
  });

  test('that breaks down says so without anything of the people or of its surroundings', async () => {
    const { folder, pid, ended } = await runHeld();
    const checkpoint = path.join(folder, 'store', 'store.json');
    await rm(checkpoint);
    await mkdir(path.join(checkpoint, 'in the way'), { recursive: true });
    process.kill(pid, 'SIGCONT');
    const [stdout, stderr] = await ended;
    const [id = ''] = await readdir(path.join(folder, 'store', 'runs'));
    const log = await firstWords(path.join(folder, 'store', 'runs', id, 'worker.log'));
    expect(log).toContain('could not be written');
    expect(plantedIn(log)).toEqual([]);
    nothingPlanted({ stdout, stderr });
  });
});

/** Files given in place of others, and others damaged: each is refused. */
async function givenBrokenFiles({ folder, run }: Given): Promise<void> {
  const write = (name: string, content: string) => writeFile(path.join(folder, name), content);
  const planned = await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  expect(planned.status, planned.stderr).toBe(0);
  const plan = await readFile(path.join(folder, 'plan.json'), 'utf8');
  await write('cut.json', plan.slice(0, plan.indexOf('Zq17berg') + 4));
  await write('edited.json', plan.replace('Zq17berg', 'Zq17burg'));
  await write('wrong.json', plan.replace('"name":"Zq15wina Zq17berg"', '"name":["zq35-private-key"]'));
  await write('letter.txt', `${PIECES.join('\n')}\n`);
  await write('letter.json', `{"zq35-private-key": ${PIECES.join(' ')}`);
  await write('ragged.csv', `From User ID,To User ID,Address\n19,21,${CELLS[0]},${CELLS[1]}\n`);
}

describe('what is refused shows nothing of what stands in files and people', () => {
  test('of files given by mistake', async () => {
    const given = await givenPlanted(240);
    await givenBrokenFiles(given);
    const refused = [
      ['apply', 'cut.json', '--confirm', 'x'],
      ['apply', 'edited.json', '--confirm', 'x'],
      ['apply', 'wrong.json', '--confirm', 'x'],
      ['apply', 'plan.json', '--confirm', 'x', '--catalogue', 'letter.txt'],
      ['apply', 'letter.txt', '--confirm', 'x'],
      ['apply', 'letter.json', '--confirm', 'x'],
      ['apply', 'plan.json', '--confirm', 'x'],
      ['apply', 'plan.json', '--confirm', 'x', '--as', 'auditor'],
      ['users', '--catalogue', 'letter.json'],
      ['users', 'show', '999999'],
      ['plan', '--source', '19', '--target', '999999', '--out', 'plan.json'],
      ['check', 'ragged.csv'],
      ['runs', 'show', 'none'],
    ];
    for (const [index, args] of refused.entries()) {
      // The sentence is the same one either way.
      const ended = await given.run(...args, ...(index % 2 === 0 ? ['--json'] : []));
      expect(ended.status, args.join(' ')).toBeGreaterThan(0);
      expect(plantedIn(ended.stdout + ended.stderr), args.join(' ')).toEqual([]);
    }
  });

  test.each([
    ['a byte of a name', (text: string) => text.replace('Zq15wina', 'Zq15wiNa')],
    ['its end', (text: string) => text.slice(0, text.indexOf('zq23') + 6)],
    ['its beginning', (text: string) => text.slice(text.indexOf('Zq15wina'))],
    ['all of it, by a letter', () => PIECES.join('\n')],
  ])('of a store that has lost %s', async (_what, damage) => {
    const { folder, run } = await givenPlanted(60);
    const checkpoint = path.join(folder, 'store', 'store.json');
    await writeFile(checkpoint, damage(await readFile(checkpoint, 'utf8')));
    for (const args of [['users'], ['users', '--json'], ['doctor', '--json']]) {
      const ended = await run(...args);
      expect(ended.status).toBeGreaterThan(0);
      nothingPlanted(ended);
    }
  });
});
