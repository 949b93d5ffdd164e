import { link, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { codeOf, type DemoFolder, demoFolder, demoIn } from './demo-folder.ts';

const single = ['plan', '--source', '19', '--target', '21'] as const;

test('without a terminal the wizard says in two lines what to run instead', async () => {
  const { status, stdout, stderr } = await runHandover([]);
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  expect(stderr).toContain('handover help');
});

describe('of people', () => {
  test('nobody has that id: 2 for show, a problem of the plan for plan', async () => {
    const { run, folder } = await demoFolder();
    expect(await codeOf(run('users', 'show', '999', '--json'))).toEqual({ status: 2, code: 'unknown-user' });
    expect(await codeOf(run('users', 'show', '019', '--json'))).toEqual({ status: 2, code: 'not-an-id' });
    const planned = await run('plan', '--source', '999', '--target', '21', '--out', 'p.json', '--json');
    expect(planned.status).toBe(4);
    expect(planned.json()).toMatchObject({ pairs: [], problems: [{ code: 'unknown-user', line: null }] });
    expect(planned.stderr).toContain('p.json was not written');
    await expect(readFile(path.join(folder, 'p.json'))).rejects.toThrow('ENOENT');
  });

  test.each([
    ['19', '19', 'self-transfer'],
    ['1', '21', 'privileged-user'],
    ['19', '1', 'privileged-user'],
  ])('from %s into %s is the problem %s', async (source, target, code) => {
    const { run } = await demoFolder();
    const planned = await run('plan', '--source', source, '--target', target, '--json');
    expect(planned.status).toBe(4);
    expect(planned.json()).toMatchObject({ pairs: [], problems: [{ code }] });
  });

  test('who is named by flags is told so by flags, and whom to look for', async () => {
    const { run } = await demoFolder();
    const same = await run('plan', '--source', '19', '--target', '19');
    expect(same.stdout).toContain('Name two people with --source and --target.');
    expect(same.stdout).not.toContain('User ID is');
    expect((await run('plan', '--source', '19')).stderr).toContain('--target is missing');
    const named = await run('users', 'show', "John O'Hara");
    expect(named.stderr).toContain(`handover users --inactive --query 'John O'\\''Hara'`);
  });

  test('an operator may touch only the people of their view', async () => {
    const { folder, run, json } = await demoFolder();
    const people = (await json<{ id: number; access: string }[]>('users')).filter(({ access }) => access === 'user');
    const rows = people.slice(0, 20).map(({ id }, index) => `${id},${people[index + 20]?.id}`);
    await writeFile(path.join(folder, 'pairs.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
    const problemsOf = async (login: string) =>
      ((await run('check', 'pairs.csv', '--as', login, '--json')).json() as { problems: { code: string }[] }).problems;
    expect(await problemsOf('admin')).toEqual([]);
    const refused = await problemsOf('team-lead');
    expect(new Set(refused.map(({ code }) => code))).toEqual(new Set(['out-of-view']));
    expect(refused.length).toBeLessThan(40);
  });
});

test('two flags that contradict each other are refused, neither is passed over', async () => {
  const { run } = await demoFolder();
  const both = ['--only', 'ccrs', '--without', 'CCRs'];
  for (const words of [
    ['demo', '--keep', '--force'],
    [...single, ...both],
  ]) {
    expect(await codeOf(run(...words, '--json')), words.join(' ')).toEqual({ status: 2, code: 'wrong-flag' });
  }
});

test('a file that is read, or written in another way, is not written over, whatever is forced', async () => {
  const { folder, run } = await demoFolder();
  await writeFile(path.join(folder, 'people.csv'), 'From User ID,To User ID\n19,21\n');
  await symlink(folder, path.join(folder, 'here'));
  await link(path.join(folder, 'people.csv'), path.join(folder, 'twin.csv'));
  for (const words of [
    ['plan', '--file', 'people.csv', '--out', './people.csv'],
    ['import', 'people.csv', '--problems', 'people.csv'],
    ['import', 'people.csv', '--out', 'here/people.csv'],
    ['plan', '--file', 'people.csv', '--out', 'twin.csv'],
    ['import', 'people.csv', '--out', 'new.json', '--problems', 'here/new.json'],
    ['import', 'people.csv', '--out', 'new.json', '--problems', path.join(folder, 'new.json')],
  ]) {
    const refused = codeOf(run(...words, '--force', '--json'));
    expect(await refused, words.join(' ')).toEqual({ status: 2, code: 'wrong-flag' });
  }
  expect(await readFile(path.join(folder, 'people.csv'), 'utf8')).toBe('From User ID,To User ID\n19,21\n');
});

describe('of operators', () => {
  test.each([
    ['somebody unknown', [...single, '--as', 'nobody'], 7, 'not-permitted'],
    ['one without the permission', [...single, '--as', 'auditor'], 7, 'not-permitted'],
    ['--read-only', ['demo', '--force', '--read-only'], 7, 'read-only'],
  ])('%s', async (_what, args, status, code) => {
    const { run } = await demoFolder();
    expect(await codeOf(run(...args, '--json'))).toEqual({ status, code });
  });

  test('an unknown operator is told who may', async () => {
    const { run } = await demoFolder();
    expect((await run('users', '--as', 'nobody')).stderr).toMatch(/nobody is no operator.*admin, team-lead, auditor/s);
  });

  test('a plan of one who may is not run by one who may not', async () => {
    const { run } = await demoFolder();
    await run(...single, '--out', 'plan.json');
    const refused = run('apply', 'plan.json', '--confirm', 'jenny.andrews', '--as', 'auditor', '--json');
    expect(await codeOf(refused)).toEqual({ status: 7, code: 'not-permitted' });
  });
});

test('a plan of a file is not run by an operator whose view holds only some of its people', async () => {
  const { folder, run, json } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,23\n');
  const asLead = ['--as', 'team-lead', '--json'];
  const seen = (await run('check', 'pairs.csv', ...asLead)).json() as { pairs: unknown[]; problems: unknown[] };
  expect([seen.pairs.length, seen.problems.length]).toEqual([1, 1]);
  await run('plan', '--file', 'pairs.csv', '--out', 'plan.json');
  const refused = await run('apply', 'plan.json', '--confirm', 'TRANSFER 2', ...asLead);
  expect(refused.status).toBe(7);
  expect(refused.json()).toMatchObject({
    error: { code: 'out-of-view', message: expect.stringContaining('team-lead') },
  });
  expect(await json('runs')).toEqual([]);
  expect(await run('apply', 'plan.json', '--confirm', 'TRANSFER 2')).toMatchObject({ status: 0 });
});

describe('of files', () => {
  let shared: DemoFolder;

  beforeAll(async () => {
    shared = await demoIn(await mkdtemp(path.join(tmpdir(), 'handover-test-')));
    await writeFile(path.join(shared.folder, 'empty.txt'), '');
    await writeFile(path.join(shared.folder, 'list.json'), '[1, 2]');
  });

  afterAll(() => rm(shared.folder, { recursive: true }));

  test.each([
    ['a missing CSV file', ['check', 'nope.csv'], 4, 'unreadable'],
    ['a folder as CSV file', ['check', '.'], 4, 'unreadable'],
    ['a missing plan', ['apply', 'nope.json'], 4, 'unreadable'],
    ['a folder as plan', ['apply', 'store'], 4, 'unreadable'],
    ['an empty plan', ['apply', 'empty.txt'], 4, 'broken-plan'],
    ['a plan that is none', ['apply', 'list.json'], 4, 'broken-plan'],
    ['a missing catalogue', ['users', '--catalogue', 'nope.json'], 4, 'unreadable'],
    ['a broken catalogue', ['users', '--catalogue', 'list.json'], 4, 'broken-catalogue'],
    ['a store that is not there', ['users', '--store', 'nowhere'], 2, 'no-store'],
    ['a store of another kind', ['users', '--store', 'postgres://db/x'], 2, 'unknown-store-kind'],
    ['an output that is there', [...single, '--out', 'empty.txt'], 2, 'file-exists'],
    ['an output in no folder', ['export', '--out', 'no/where.csv'], 4, 'not-written'],
    ['a run that never was', ['runs', 'show', '../plan'], 2, 'unknown-run'],
    ['a store without runs', ['watch'], 2, 'no-run'],
    ['a file and two people', [...single, '--file', 'x.csv'], 2, 'wrong-flag'],
    ['a direction for two people', [...single, '--direction', 'to-from'], 2, 'wrong-flag'],
    ['half a pair', ['plan', '--source', '19'], 2, 'wrong-words'],
    ['an unknown data type', [...single, '--only', 'nonsense'], 2, 'unknown-type'],
    ['a locked data type', [...single, '--without', 'evaluation-statistics'], 2, 'locked-type'],
  ])('%s', async (_what, args, status, code) => {
    const { folder, run } = shared;
    expect(await codeOf(run(...args, '--json'))).toEqual({ status, code });
    expect(await readFile(path.join(folder, 'empty.txt'), 'utf8')).toBe('');
  });

  test('a CSV file with problems: all of them, with line, column, value and cure', async () => {
    const { folder, run } = await demoFolder();
    await writeFile(path.join(folder, 'bad.csv'), 'From User ID,To User ID\n19,1.9E+01\n20,20\n22,\n23,4711\n');
    const checked = await run('check', 'bad.csv', '--json');
    expect(checked.status).toBe(4);
    expect(checked.json()).toMatchObject({
      rows: 4,
      skipped: 1,
      problems: [
        { line: 2, column: 'To User ID', value: '1.9E+01', code: 'not-an-id', cure: expect.stringMatching(/./) },
        { line: 3, code: 'self-transfer' },
        { line: 5, column: 'To User ID', value: '4711', code: 'unknown-user' },
      ],
    });
    const text = await run('check', 'bad.csv');
    expect(text.status).toBe(4);
    expect(text.stdout).toContain('line 5, column To User ID, "4711": Nobody has the user ID 4711.');
    expect(await run('plan', '--file', 'bad.csv', '--out', 'p.json')).toMatchObject({ status: 4 });
  });

  test('no byte of a cell reaches the terminal as a control', async () => {
    const { folder, run } = await demoFolder();
    const hostile =
      'From User ID,To User ID,Email\n19,"2\u001B]0;owned\u0007\u009B2J1",x\n20,22,"\u001B[31m\u202Ered"\n';
    await writeFile(path.join(folder, 'bad.csv'), hostile);
    const { stdout, stderr } = await run('check', 'bad.csv');
    expect(stdout).toContain('owned');
    expect(stdout + stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u202A-\u202E]/);
  });
});

describe('of plans', () => {
  test('edited by hand', async () => {
    const { folder, run, json } = await demoFolder();
    await run(...single, '--out', 'plan.json');
    const file = path.join(folder, 'plan.json');
    await writeFile(file, (await readFile(file, 'utf8')).replace('"id": 21', '"id": 22'));
    const refused = run('apply', 'plan.json', '--confirm', 'jenny.andrews', '--json');
    expect(await codeOf(refused)).toEqual({ status: 4, code: 'edited-plan' });
    expect(await json('runs')).toEqual([]);
  });

  test('gone stale, done already, or made by other rules', async () => {
    const { folder, run } = await demoFolder();
    await run('plan', '--source', '19', '--target', '21', '--out', 'first.json');
    await run('plan', '--source', '20', '--target', '21', '--out', 'second.json');
    const first = ['apply', 'first.json', '--confirm', 'jenny.andrews', '--json'];
    const shipped = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');
    const other = (await readFile(shipped, 'utf8')).replace('"Standard"', '"Other"');
    await writeFile(path.join(folder, 'other.json'), other);
    expect(await codeOf(run(...first, '--catalogue', 'other.json'))).toEqual({ status: 5, code: 'other-catalogue' });
    expect((await run(...first)).status).toBe(0);
    const second = run('apply', 'second.json', '--confirm', 'jenny.andrews', '--json');
    expect(await codeOf(second)).toEqual({ status: 5, code: 'stale-plan' });
    expect(await codeOf(run(...first))).toEqual({ status: 4, code: 'already-done' });
  });

  test('made for another store', async () => {
    const { run } = await demoFolder();
    await run(...single, '--out', 'plan.json');
    await run('demo', '--store', 'other', '--seed', '7');
    const refused = run('apply', 'plan.json', '--confirm', 'jenny.andrews', '--store', 'other', '--json');
    expect(await codeOf(refused)).toEqual({ status: 4, code: 'foreign-plan' });
  });
});

test('a damaged store is named and never taken for empty', async () => {
  const { folder, run } = await demoFolder();
  const file = path.join(folder, 'store', 'store.json');
  const whole = await readFile(file);
  for (const broken of [Buffer.alloc(0), Buffer.from('null'), whole.subarray(0, whole.length / 2)]) {
    await writeFile(file, broken);
    const { status, stderr } = await run('users');
    expect(status).toBe(4);
    expect(stderr).toContain(file);
    for (const flag of ['--keep', '--force'])
      expect(await codeOf(run('demo', flag, '--json'))).toEqual({ status: 4, code: 'damaged-store' });
    expect(await readFile(file)).toEqual(broken);
  }
});

test('the default store is where XDG says, else in the home folder', async () => {
  const folder = await tempFolder();
  const at = async (env: Record<string, string>) => (await runHandover(['users'], { cwd: folder, env })).stderr;
  expect(await at({ XDG_DATA_HOME: path.join(folder, 'xdg') })).toContain(path.join(folder, 'xdg', 'handover'));
  expect(await at({})).toContain(path.join(folder, '.local', 'share', 'handover'));
});
