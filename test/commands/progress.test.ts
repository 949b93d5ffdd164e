import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { PROGRAM } from '../helpers/program.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { openTerminal } from '../helpers/terminal.ts';
import { type DemoFolder, demoFolder } from './demo-folder.ts';

/** A demonstration with a CSV file of a little over a megabyte, `people.csv`, that asks for one pair. */
async function withLargeFile(): Promise<DemoFolder> {
  const demo = await demoFolder();
  const rows = Array.from({ length: 60_000 }, (_, index) => `${index + 1000000},,"Somebody"`);
  await writeFile(
    path.join(demo.folder, 'people.csv'),
    `From User ID,To User ID,Name\n19,21,"John Smith"\n${rows.join('\n')}\n`,
  );
  return demo;
}

/** Runs a command in a terminal, its standard output in a file, and gives all that the terminal got. */
async function inTerminal(folder: string, command: string, env: Record<string, string> = {}) {
  const line = `"${process.execPath}" "${PROGRAM}" ${command} > out.txt`;
  const terminal = openTerminal({
    command: ['/bin/sh', '-c', line],
    cwd: folder,
    env: { HANDOVER_STORE: 'store', ...env },
  });
  const { exitCode } = await terminal.exited;
  const out = await readFile(path.join(folder, 'out.txt'), 'utf8');
  return { exitCode, out, sent: terminal.output().toString(), left: terminal.normalScreenText().trim() };
}

test('a large file that is read moves a line on the terminal, and leaves nothing of it', async () => {
  const { folder } = await withLargeFile();
  for (const command of ['check people.csv', 'plan --file people.csv']) {
    const { sent, left, out } = await inTerminal(folder, command);
    expect(sent).toMatch(/\r\x1b\[KReading people\.csv: \d+ %/);
    expect(left).toBe('');
    expect(out).not.toContain('\x1b');
    expect(out).toContain('FROM John Smith (19) INTO Jenny Andrews (21)');
  }
});

test.each([
  ['TERM=dumb', 'check people.csv', { TERM: 'dumb' }],
  ['--accessible', 'check people.csv --accessible', {}],
  ['--json', 'check people.csv --json', {}],
])('with %s nothing moves', async (_what, command, env) => {
  const { folder } = await withLargeFile();
  expect(await inTerminal(folder, command, env)).toMatchObject({ exitCode: 0, sent: '' });
});

test('a run counts on the terminal; in a pipe all is as still as can be', async () => {
  const { folder, run } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const { sent, out, left } = await inTerminal(folder, 'apply plan.json --confirm jenny.andrews');
  expect(sent).toMatch(/\r\x1b\[K\d of 1 pairs, 0 failed/);
  expect(left).toMatch(/^Run \S+ is at work\./);
  expect(left).not.toContain('of 1 pairs');
  expect(out).toMatch(/^Data Transfer Successful\n/);
  const piped = await run('watch');
  expect(piped.stdout).toBe(out);
  expect(piped.stderr).toBe('');
});

test('the same question to the same store gives the same bytes, and no colour', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n');
  const commands = [['users'], ['duplicates'], ['plan', '--file', 'pairs.csv'], ['audit'], ['doctor']];
  for (const command of commands) {
    const [first, second] = await Promise.all([run(...command), run(...command)]);
    expect(second, command.join(' ')).toMatchObject({ stdout: first.stdout, stderr: first.stderr });
    expect(first.stdout + first.stderr).not.toContain('\x1b');
  }
});

test('two plans from the same input are the same but for id, time and the seal on both', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n21,22\n');
  await writeFile(
    path.join(folder, 'new.csv'),
    'User ID,Email,First Name,Last Name\n0,new@lindenhall.example,New,One\n',
  );
  const bare = async (...command: string[]) => {
    const { status, json } = await run(...command, '--json');
    expect(status).toBe(0);
    const { id, createdAt: _, seal, ...rest } = json() as Plan;
    return { own: [id, seal], rest: JSON.stringify(rest) };
  };
  const twice = async (...command: string[]) => {
    const [first, second] = await Promise.all([bare(...command), bare(...command)]);
    expect(second.rest).toBe(first.rest);
    expect(new Set([...first.own, ...second.own]).size).toBe(4);
  };
  await twice('plan', '--file', 'pairs.csv');
  await twice('plan', '--operation', 'merge', '--source', '208', '--target', '60');
  await twice('import', 'new.csv');
  await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  expect((await run('apply', 'plan.json', '--confirm', 'TRANSFER 2')).status).toBe(0);
  await twice('undo');
});

test('apply --json and watch --json tell of every pair, whenever they come in', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n24,26\n');
  await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  const applied = await run('apply', 'plan.json', '--confirm', 'TRANSFER 3', '--json');
  const [{ run: id } = { run: '' }] = applied.jsonLines() as { run: string }[];
  expect(applied.jsonLines()).toMatchObject([
    { event: 'run-started', run: id, pairs: 3, done: 0, failed: 0, left: 3 },
    { event: 'pair-done', run: id, source: 19, target: 21, done: 1, failed: 0, left: 2 },
    { event: 'pair-done', run: id, source: 20, target: 22, done: 2, failed: 0, left: 1 },
    { event: 'pair-done', run: id, source: 24, target: 26, done: 3, failed: 0, left: 0 },
    { event: 'run-finished', run: id, state: 'succeeded', done: 3, failed: 0, left: 0 },
  ]);
  const watched = await runHandover(['watch', id, '--json'], { cwd: folder, env: { HANDOVER_STORE: 'store' } });
  expect(watched.stdout).toBe(applied.stdout);
});
