import { execFile } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { openTerminal } from '../helpers/terminal.ts';

const STORE = "the teacher's demo";

/** Runs a command as it was printed, in a shell that finds handover. */
async function runAsPrinted(line: string, cwd: string): Promise<string> {
  const bin = path.join(cwd, 'bin');
  await mkdir(bin, { recursive: true });
  await writeFile(path.join(bin, 'handover'), `#!/bin/sh\nexec "${process.execPath}" "${PROGRAM}" "$@"\n`);
  await chmod(path.join(bin, 'handover'), 0o755);
  const env = plainEnvironment(cwd);
  const { stdout } = await promisify(execFile)('sh', ['-c', line], {
    cwd,
    env: { ...env, PATH: `${bin}${path.delimiter}${env.PATH}` },
  });
  return stdout;
}

/** What stands behind "…: handover" on some line of `text`. */
function commandIn(text: string, words: string): string {
  const found = text.split('\n').find((line) => line.startsWith(words));
  if (found === undefined) throw new Error(`No line begins with "${words}":\n${text}`);
  return found.slice(words.length);
}

test('each printed command, typed as it stands, means the same store, operator and file', async () => {
  const folder = await tempFolder();
  const run = (...args: string[]) => runHandover(args, { cwd: folder });
  const made = await run('demo', '--store', STORE);
  expect(commandIn(made.stdout, 'Open it with: ')).toBe(
    `handover --store '${path.join(folder, STORE).replace("'", "'\\''")}'`,
  );
  const flags = ['--store', STORE, '--as', 'admin'];
  const spoken = `handover --store 'the teacher'\\''s demo' --as admin`;

  await writeFile(path.join(folder, 'my pairs.csv'), 'From User ID,To User ID\n19,21\n');
  const checked = await run('check', 'my pairs.csv', ...flags);
  const plan = commandIn(checked.stdout, 'Go on with: ');
  expect(plan).toBe(`${spoken} plan --file 'my pairs.csv' --out plan.json`);
  const planned = await runAsPrinted(plan.replace('plan.json', "'my plan.json'"), folder);
  const apply = commandIn(planned, 'Run it with: ');
  expect(apply).toBe(`${spoken} apply 'my plan.json' --confirm "TRANSFER 1"`);
  const applied = await runAsPrinted(apply, folder);
  const show = commandIn(applied, 'Every pair of it: ');
  expect(show.startsWith(`${spoken} runs show `)).toBe(true);
  expect(await runAsPrinted(show, folder)).toContain('John Smith (19) into Jenny Andrews (21)');
});

test('hints of refusals do so too, and one without flags stays as it is', async () => {
  const folder = await tempFolder();
  await runHandover(['demo', '--store', 'demo'], { cwd: folder });
  const refused = await runHandover(['runs', 'show', 'x', '--store', 'demo'], { cwd: folder });
  expect(refused.stderr.trimEnd().split('\n').at(-1)).toBe('List them with: handover --store demo runs');
  const misspelt = await runHandover(['runs', 'x', '--store', 'demo'], { cwd: folder });
  expect(misspelt.stderr.trimEnd()).toMatch(/For one of them: handover --store demo runs show x$/);
  const plain = await runHandover(['runs', 'show', 'x'], { cwd: folder, env: { HANDOVER_STORE: 'demo' } });
  expect(plain.stderr.trimEnd().split('\n').at(-1)).toBe('List them with: handover runs');
});

test.each([
  ['', 60],
  // Standard output is a file, and the width is still that of the terminal.
  ['> out.txt', 50],
])('a refusal is folded at the width of the terminal %s', async (redirected, cols) => {
  const cwd = await tempFolder();
  const command = `"${process.execPath}" "${PROGRAM}" users --store nowhere ${redirected}`;
  const terminal = openTerminal({ command: ['/bin/sh', '-c', command], cwd, cols });
  expect(await terminal.exited).toMatchObject({ exitCode: 2 });
  const rows = terminal
    .normalScreenText()
    .split('\n')
    .map((row) => row.trimEnd());
  const hint = rows.filter((row) => !row.includes(cwd) && row !== '');
  expect(hint.length).toBeGreaterThan(1);
  const { stderr } = await runHandover(['users', '--store', 'nowhere'], { cwd });
  expect(rows.join(' ').replace(/\s+/g, ' ').trim()).toBe(stderr.replace(/\s+/g, ' ').trim());
});
