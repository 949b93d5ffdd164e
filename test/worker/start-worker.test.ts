import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { locateRun } from '../../source/worker/run-folder.ts';
import { startWorker } from '../../source/worker/start-worker.ts';
import { tempFolder } from '../helpers/temp-folder.ts';

/** A program in place of handover that writes down how it was started, and says that it has begun. */
const WITNESS = `
  const { argv, env } = process;
  require('node:fs').writeFileSync(1, JSON.stringify({ words: argv.slice(2), env }));
  process.send({ started: true }, () => process.disconnect());
`;

/** How a worker is started, the store lying on a distrusted disk or not. */
async function startedAs(isUnsafeAllowed: boolean): Promise<{ words: string[]; env: Record<string, string> }> {
  return JSON.parse(await readFile(await start(WITNESS, isUnsafeAllowed), 'utf8'));
}

/** Starts this program as the worker of run "one", and gives its log. */
async function start(text: string, isUnsafeAllowed = false): Promise<string> {
  const location = await tempFolder();
  const program = path.join(location, 'witness.cjs');
  await writeFile(program, text);
  const { folder, log } = locateRun(location, 'one');
  await nodeDisk.makeFolder(folder);
  const environment = { PATH: process.env.PATH ?? '', TZ: 'UTC' };
  await startWorker('one', {
    program,
    location,
    operator: 'admin',
    catalogue: 'types.json',
    environment,
    isUnsafeAllowed,
  });
  return log;
}

test('a worker is told by words which run of which store it carries out, as whom and by which rules', async () => {
  const { words } = await startedAs(false);
  expect(words).toEqual([
    '_worker',
    'one',
    '--store',
    expect.any(String),
    '--as',
    'admin',
    '--catalogue',
    'types.json',
  ]);
});

test('where a distrusted disk was allowed to its starter, it is to the worker', async () => {
  expect((await startedAs(true)).words.at(-1)).toBe('--unsafe-fs');
});

test('of its starter’s environment it gets what it is given, and nothing else', async () => {
  const { env } = await startedAs(false);
  const names = Object.keys(env).filter((name) => !name.startsWith('NODE_CHANNEL_'));
  expect(names.sort()).toEqual(['PATH', 'TZ']);
});

test('of a worker that ends before it has begun it is told how, and its log is named where it holds something', async () => {
  await expect(start("process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);")).rejects.toMatchObject({
    code: 'worker-died',
    message: 'The worker was killed (SIGKILL) before it said that it had begun.',
    hint: 'It said nothing.',
  });
  await expect(start("process.stderr.write('Out of luck'); process.exitCode = 3;")).rejects.toMatchObject({
    message: 'The worker ended (status 3) before it said that it had begun.',
    hint: expect.stringMatching(/^What it said stands in .*worker\.log\.$/),
  });
});
