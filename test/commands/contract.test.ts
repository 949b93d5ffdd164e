import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COMMANDS } from '../../source/commands/index.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { writeAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';
import { FAILURE, SHAPES } from './json-shapes.ts';
import { carry, preparedDemo, RUN } from './prepared-demo.ts';

const KEEP = ['--blanks', 'keep', '--missing', 'keep'];

/** Every command with --json, in an order in which each has what it needs, on the store of `preparedDemo`. */
const CALLS: readonly (readonly [name: string, ...words: string[]])[] = [
  ['help'],
  ['completion', 'zsh'],
  ['demo', '--store', 'another', '--users', '20'],
  ['users', '--query', 'john', '--inactive'],
  ['users show', '19'],
  ['duplicates'],
  ['export', '--out', 'all.csv'],
  ['check', 'people.csv'],
  ['plan', '--source', '19', '--target', '21', '--out', 'single.json'],
  ['plan', '--operation', 'merge', '--source', '19', '--target', '21'],
  ['plan', '--file', 'people.csv'],
  ['plan show', 'plan.json'],
  ['mappings'],
  ['mappings show', 'Docebo'],
  ['mappings save', 'Staff list', '--file', 'staff.csv'],
  ['mappings delete', 'Staff list'],
  ['import', 'staff.csv', ...KEEP],
  ['retry', RUN],
  ['undo', RUN],
  ['stop', 'stopped', '--for-good'],
  ['apply', 'plan.json', '--confirm', 'TRANSFER 143'],
  ['runs'],
  ['runs show', RUN],
  ['watch'],
  ['import', 'new.csv', '--mapping', 'Symbiant', '--out', 'new.json'],
  ['apply', 'new.json', '--confirm', 'IMPORT 1'],
  ['users deactivate', '401', '--confirm', 'DEACTIVATE 1'],
  ['users activate', '401', '--confirm', 'ACTIVATE 1'],
  ['users delete', '401', '--confirm', 'new.one'],
  ['audit'],
  ['settings'],
  ['doctor'],
];

test('every command says with --json what the contract says, and ends with 0', async () => {
  const demo = await preparedDemo();
  const { folder, run } = demo;
  const row = 'new.one,new.one@lindenhall.example,New,One';
  await writeFile(path.join(folder, 'new.csv'), `Account Name,Email,First Name,Last Name\n${row}\n`);
  await stoppedRun(demo);
  for (const [name, ...words] of CALLS) {
    const ended = await run(...name.split(' '), ...words, '--json');
    expect(ended.status, `${name}: ${ended.stdout} ${ended.stderr}`).toBe(0);
    const told = name === 'apply' || name === 'watch' ? ended.jsonLines() : ended.json();
    expect(SHAPES[name]?.safeParse(told), name).toMatchObject({ success: true });
  }
  const names = COMMANDS.filter(({ isHidden }) => !isHidden).map(({ name }) => name);
  expect(new Set(CALLS.map(([name]) => name))).toEqual(new Set(names));
  expect(Object.keys(SHAPES).sort()).toEqual(names.sort());
});

/** A run "stopped" in the store, of which nothing is done. */
async function stoppedRun({ folder }: DemoFolder): Promise<void> {
  const data: StoreData = makeDemo({ users: 400, seed: 1 });
  await carry(path.join(folder, 'store'), 'stopped', planOn(data, pairsOf([21, 22])), AbortSignal.abort());
}

test('each exit status, with the document of a failure or of what was found', async () => {
  const demo = await demoFolder();
  const { folder, run } = demo;
  const write = (name: string, ...lines: string[]) => writeFile(path.join(folder, name), `${lines.join('\n')}\n`);
  await write('bad.csv', 'From User ID,To User ID', '19,19');
  await write('some.csv', 'Email,First Name,Last Name', 'nobody,A,B', 'x@lindenhall.example,A,B');
  await run('plan', '--source', '19', '--target', '21', '--out', 'first.json');
  await run('plan', '--source', '20', '--target', '21', '--out', 'second.json');

  expect(await codeOf(run('users', 'show', '--json'))).toEqual({ status: 2, code: 'wrong-words' });
  const imported = await run('import', 'some.csv', ...KEEP, '--json');
  expect(imported.status).toBe(3);
  expect(SHAPES.import?.safeParse(imported.json())).toMatchObject({ success: true });
  await write('none.csv', 'Email,First Name,Last Name', 'nobody,A,B');
  await write('empty.csv', 'From User ID,To User ID', '19,');
  for (const [code, name = '', ...words] of [
    ['has-problems', 'check', 'bad.csv'],
    ['has-problems', 'plan', '--file', 'bad.csv'],
    ['has-problems', 'plan', '--source', '19', '--target', '9999'],
    ['has-problems', 'plan', '--file', 'bad.csv', '--operation', 'merge'],
    ['has-problems', 'import', 'none.csv', ...KEEP],
    ['empty-plan', 'plan', '--file', 'empty.csv'],
    ['not-well', 'doctor', '--as', 'nobody'],
  ]) {
    const found = await run(name, ...words, '--json');
    expect(found.status, words.join(' ')).toBe(4);
    expect(SHAPES[name]?.safeParse(found.json()), words.join(' ')).toMatchObject({ success: true });
    expect(FAILURE.parse(found.json()).error.code, words.join(' ')).toBe(code);
  }
  expect((await run('apply', 'first.json', '--confirm', 'jenny.andrews')).status).toBe(0);
  const stale = run('apply', 'second.json', '--confirm', 'jenny.andrews', '--json');
  expect(await codeOf(stale)).toEqual({ status: 5, code: 'stale-plan' });
  expect(await codeOf(run('users', '--as', 'nobody', '--json'))).toEqual({ status: 7, code: 'not-permitted' });

  const { writer } = await writeAt(path.join(folder, 'store'));
  expect(await codeOf(run('settings', 'seats', '7', '--json'))).toEqual({ status: 6, code: 'store-held' });
  await writer.close();

  expect(await interrupted(demo)).toMatchObject({ status: 130, told: { error: { code: 'interrupted' } } });
  await writeFile(path.join(folder, 'store', 'store.json'), '');
  const damaged = await run('users', '--json');
  expect(damaged.status).toBe(4);
  expect(FAILURE.parse(damaged.json()).error.message).toContain('store.json');
});

/** How "apply" ends where Ctrl+C comes as soon as it listens to it, which is before it has read its plan. */
async function interrupted({ folder }: DemoFolder): Promise<{ status: number | null; told: unknown }> {
  const code = `process.on('newListener', (event) => {
    if (event === 'SIGINT') setImmediate(() => process.kill(process.pid, 'SIGINT'));
  });`;
  const { status, json } = await runHandover(['apply', 'second.json', '--json'], {
    cwd: folder,
    env: { HANDOVER_STORE: 'store', NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(code)}` },
  });
  return { status, told: FAILURE.parse(json()) };
}

test.each([
  [['pln'], 'unknown-command'],
  [['users', '--confrim', 'x'], 'unknown-flag'],
  [['help', 'usres'], 'unknown-command'],
  [['usres', '--help'], 'unknown-command'],
  [['completion', 'fisch'], 'unknown-shell'],
  [[], 'no-terminal'],
  [['demo', '--read-only'], 'read-only'],
  [['check', 'nope.csv'], 'unreadable'],
  [['runs', 'show', 'nope'], 'unknown-run'],
])('a failure of %j is one JSON document on standard output, and nothing besides', async (command, code) => {
  const { run } = await demoFolder();
  const ended = await run(...command, '--json');
  expect(FAILURE.parse(ended.json()).error.code).toBe(code);
  expect(ended.stderr).toBe('');
  expect(ended.status).toBeGreaterThan(0);
});
