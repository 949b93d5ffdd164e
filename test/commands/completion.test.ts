import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, test } from 'vitest';
import { COMMANDS } from '../../source/commands/index.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { findShell } from '../helpers/shells.ts';
import { openTerminal } from '../helpers/terminal.ts';

const run = promisify(execFile);
let home: string;

/** What is typed, the last word being completed, and what must be offered, all of it, in any order. */
const CASES: readonly (readonly [string, readonly string[]])[] = [
  ['handover pl', ['plan']],
  ['handover users ', ['activate', 'deactivate', 'delete', 'show']],
  ['handover plan --dir', ['--direction']],
  ['handover plan --direction ', ['from-to', 'to-from']],
  ['handover --store here check --direction t', ['to-from']],
  ['handover apply pla', ['plan one.json', 'plan-two.json']],
  ['handover check --as pla', []],
  ['handover import --encoding u', ['utf-8', 'utf-16le', 'utf-16be']],
  ['handover help users ', ['activate', 'deactivate', 'delete', 'show']],
  ['handover help users show ', []],
  ['handover help comp', ['completion']],
  ['handover --store ', ['here']],
  ['handover users --store he', ['here']],
  ['handover completion ', ['bash', 'fish', 'zsh']],
];

beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'handover-test-'));
  await mkdir(path.join(home, 'here'));
  for (const name of ['plan one.json', 'plan-two.json']) await writeFile(path.join(home, name), '');
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout, status } = await runHandover(['completion', shell]);
    expect(status).toBe(0);
    await writeFile(path.join(home, `_handover.${shell}`), stdout);
  }
  return () => rm(home, { recursive: true, force: true });
});

describe('bash', () => {
  test.each(CASES)('%j', async (typed, offered) => {
    const words = typed.split(' ');
    const script = [
      'source ./_handover.bash',
      'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); compopt() { :; }; _handover',
      'printf "%s\\n" "$' + '{COMPREPLY[@]}"',
    ].join('\n');
    const { stdout } = await run('bash', ['--norc', '-c', script, 'bash', ...words], { cwd: home });
    expect(linesOf(stdout)).toEqual([...offered].sort());
  });

  test('a flag and its value with = between them', async () => {
    const script =
      'source ./_handover.bash; COMP_WORDS=(handover plan --direction = f); COMP_CWORD=4; _handover; echo "$COMPREPLY"';
    const { stdout } = await run('bash', ['--norc', '-c', script], { cwd: home });
    expect(linesOf(stdout)).toEqual(['from-to']);
  });
});

describe('fish', () => {
  test.each(CASES)('%j', async (typed, offered) => {
    const { command, env } = await findShell('fish');
    const script = 'source ./_handover.fish; complete -C $argv[1]';
    const { stdout } = await run(command, ['--no-config', '-c', script, typed], {
      cwd: home,
      env: { ...process.env, ...env, HOME: home },
    });
    // What it is for stands behind a tab; a space within a path is escaped.
    const words = linesOf(stdout).map((line) => (line.split('\t')[0] ?? '').replaceAll('\\ ', ' ').replace(/\/$/, ''));
    expect(words.sort()).toEqual([...offered].sort());
  });
});

describe('zsh', () => {
  test('Tab completes a command, a flag, its value and a path, and says what commands are for', async () => {
    const { command, env, root } = await findShell('zsh');
    const own =
      root === ''
        ? ''
        : `module_path=(${root}/usr/lib/*/zsh/*(/N)); fpath=(${root}/usr/share/zsh/functions/**/*(/N)); `;
    const begin = `${own}PS1='$ '; autoload -Uz compinit; compinit -u -D; source ./_handover.zsh`;
    await writeFile(path.join(home, '.zshrc'), begin);
    const shell = openTerminal({ command: [command, '-d'], cwd: home, env: { ...env, ZDOTDIR: home } });
    await shell.waitFor('$');
    shell.type('handover compl\t');
    await shell.waitFor('handover completion');
    shell.type('z\t');
    await shell.waitFor('handover completion zsh');
    shell.send('\x15');
    shell.type('handover check --direc\tt\t');
    await shell.waitFor('handover check --direction to-from');
    shell.send('\x15');
    shell.type('handover apply plan-\t');
    await shell.waitFor('handover apply plan-two.json');
    shell.send('\x15');
    shell.type('handover check --store \t');
    await shell.waitFor('handover check --store here/');
    shell.send('\x15');
    shell.type('handover users \t');
    await shell.waitFor(COMMANDS.find(({ name }) => name === 'users show')?.summary ?? 'no such command');
  });
});

test('a shell that there is no script for is refused by name', async () => {
  const { status, stderr } = await runHandover(['completion', 'fisch']);
  expect(status).toBe(2);
  expect(stderr).toContain('Did you mean fish?');
});

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .sort();
}
