import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { openAt } from '../store/given-store.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

const single = ['plan', '--source', '19', '--target', '21'] as const;

test('the JSON shape of a plan, the same on standard output and in the file', async () => {
  const { folder, run, json } = await demoFolder();
  const planned = await run(...single, '--out', 'plan.json', '--json');
  const plan = planned.json() as Plan;
  expect(JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8'))).toEqual(plan);
  expect(plan).toMatchObject({
    version: 2,
    id: expect.any(String),
    operation: 'transfer',
    direction: 'from-to',
    operator: 'admin',
    createdAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
    confirm: 'jenny.andrews',
    pairs: [
      {
        source: { id: 19, name: 'John Smith', fingerprint: expect.any(String) },
        target: { id: 21, name: 'Jenny Andrews', fingerprint: expect.any(String) },
        changes: {
          'agent-schedules': { rule: 'overwrite', combined: expect.any(Number), replaced: expect.any(Number) },
        },
        fields: [],
      },
    ],
    problems: [],
    warnings: [],
    totals: { pairs: 1 },
  });
  expect(plan.notMoved).toContainEqual({
    type: 'desk-bookings',
    label: expect.any(String),
    count: 2,
    why: expect.any(String),
  });
  expect(await json('runs')).toEqual([]);
});

test('--only carries just these types, --without all but these; what is declined is listed', async () => {
  const { json } = await demoFolder();
  const only = await json<Plan>(...single, '--only', 'agent-schedules', 'skill-mappings');
  expect(only.carried).toEqual(expect.arrayContaining(['agent-schedules', 'skill-mappings']));
  expect(only.pairs[0]?.changes).not.toHaveProperty('projects');
  expect(only.notMoved.map(({ type }) => type)).toContain('projects');
  const without = await json<Plan>(...single, '--without', 'projects');
  expect(without.carried).not.toContain('projects');
  expect(without.carried).toContain('agent-schedules');
});

test('an existing file is replaced with --force only', async () => {
  const { folder, run } = await demoFolder();
  const file = path.join(folder, 'plan.json');
  await run(...single, '--out', 'plan.json');
  const first = await readFile(file, 'utf8');
  expect(await run(...single, '--out', 'plan.json')).toMatchObject({ status: 2 });
  expect(await readFile(file, 'utf8')).toBe(first);
  expect(await run(...single, '--out', 'plan.json', '--force')).toMatchObject({ status: 0 });
  expect(await readFile(file, 'utf8')).not.toBe(first);
});

test('an inactive target is a warning and no problem', async () => {
  const { json } = await demoFolder();
  const plan = await json<Plan>('plan', '--source', '21', '--target', '19');
  expect(plan.warnings).toMatchObject([{ code: 'inactive-target' }]);
  expect(plan.pairs).toHaveLength(1);
});

test('in words: by type, what is not moved and why, and what to do next', async () => {
  const { run } = await demoFolder();
  const { stdout } = await run(...single);
  const lines = stdout.split('\n').map((line) => line.trimEnd());
  expect(lines).toEqual(
    expect.arrayContaining([
      "  Evaluations as evaluator                 3 move, 1 in both, 3 of the target's kept",
      '  Evaluation statistics                    1 stay, 1 worked out anew',
      "  Agent schedules                          4 move, 3 of the target's REPLACED",
      "In all: 1 pair; records: 125 move, 47 of the target's REPLACED, 13 in both, 1 worked out anew, 57 of the target's kept; 148 not moved.",
    ]),
  );
  const notMoved = lines.slice(lines.indexOf('Not moved'));
  expect(notMoved[0]).toBe('Not moved');
  expect(notMoved).toContain('    2  desk-bookings');
  expect(lines).not.toContain('Warnings');
  expect(stdout).toContain('--out plan.json');
});

test('a plan that changes nothing ends as one with problems does: it goes into no file, and is not run', async () => {
  const { folder, run, json } = await demoFolder();
  const store = await openAt(path.join(folder, 'store'));
  const ordinary = (await store.users()).filter(({ access }) => access === 'user').map(({ id }) => id);
  const [source, target] = [...(await store.people(ordinary)).values()].filter(({ records }) => !('ccrs' in records));
  const two = ['plan', '--source', String(source?.id), '--target', String(target?.id), '--only', 'ccrs'];
  const { status, stdout } = await run(...two, '--out', 'plan.json');
  expect(status).toBe(4);
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(
    'There is nothing to do: nobody owns anything of what the plan carries. plan.json was not written.',
  );
  expect(await readdir(folder)).toEqual(['store']);
  const told = await run(...two, '--json');
  expect(told.status).toBe(4);
  await writeFile(path.join(folder, 'plan.json'), told.stdout);
  expect(await codeOf(run('apply', 'plan.json', '--json'))).toEqual({ status: 4, code: 'empty-plan' });
  expect(await json('runs')).toEqual([]);
});

test('--ascii, and a locale that is not UTF-8, keep everything to ASCII, names of people too', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,26\n21,19\nx,20\n');
  const commands = [
    ['users', '--inactive'],
    ['users', '--inactive', '--json'],
    ['users', 'show', '26'],
    ['users', 'show', 'é'],
    ['check', 'pairs.csv'],
    ['plan', '--source', '19', '--target', '26'],
    ['help'],
  ];
  for (const command of commands) {
    const plain = await run(...command, '--ascii');
    expect(plain.stdout + plain.stderr, command.join(' ')).toMatch(/^[\x20-\x7e\n]+$/);
    const env = { HANDOVER_STORE: 'store', LANG: 'C' };
    expect(await runHandover(command, { cwd: folder, env })).toMatchObject({
      stdout: plain.stdout,
      stderr: plain.stderr,
    });
  }
  const { stderr } = await run('users', 'show', 'x', '--ascii');
  expect(stderr).toContain('"x"');
  const { json } = await runHandover(['users', '--inactive', '--json', '--ascii', '--store', 'store'], { cwd: folder });
  expect(json()).toEqual((await run('users', '--inactive', '--json')).json());
});
