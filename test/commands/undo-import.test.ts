import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { RunSummary } from '../../source/model/run.ts';
import { openAt } from '../store/given-store.ts';
import { codeOf, type DemoFolder, demoFolder } from './demo-folder.ts';

/** Everybody, to the byte. */
async function textOf({ folder }: DemoFolder): Promise<string> {
  const store = await openAt(path.join(folder, 'store'));
  const people = await store.people((await store.users()).map(({ id }) => id));
  return JSON.stringify([...people.values()]);
}

/** Imports a new first name for 19, one for 21, and somebody new; gives the run's id. */
async function importThree({ folder, run, json }: DemoFolder): Promise<string> {
  const lines = [
    'User ID,First Name,Last Name,Email,Login',
    '19,Johanna,Smith,john.smith@lindenhall.example,john.smith',
    '21,Jen,Andrews,jenny.andrews@lindenhall.example,jenny.andrews',
    '0,Nora,New,nora.new@lindenhall.example,nora.new',
  ];
  await writeFile(path.join(folder, 'people.csv'), `${lines.join('\n')}\n`);
  const flags = ['--mapping', 'Calabrio', '--missing', 'keep', '--blanks', 'keep'];
  const planned = await run('import', 'people.csv', ...flags, '--out', 'plan.json');
  expect(planned.status, planned.stdout + planned.stderr).toBe(0);
  const { confirm } = JSON.parse(await readFile(path.join(folder, 'plan.json'), 'utf8')) as { confirm: string };
  const applied = await run('apply', 'plan.json', '--confirm', confirm);
  expect(applied.status, applied.stderr).toBe(0);
  expect(applied.stdout).toMatch(/^Import Successful\nRun \S+, 3 rows: 3 done, 0 failed, 0 left\.\nEvery row of it: /);
  const [newest] = await json<RunSummary[]>('runs');
  expect(newest).toMatchObject({ operation: 'import', counts: { done: 3 } });
  return newest?.id ?? '';
}

test('an import is undone to the byte, redone, and undone for one person; lists and log tell of people, never of pairs', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  const before = await textOf(demo);
  const id = await importThree(demo);
  const after = await textOf(demo);

  const shown = await run('undo', id, '--out', 'undo.json');
  expect(shown.stdout).toMatch(/^line 4: Nora New \(\d+\): 1 person REMOVED$/m);
  expect(shown.stdout).toContain('In all: 3 rows; 2 values put back, 1 person REMOVED.');
  expect(shown.stdout).not.toMatch(/ into |FROM/);
  expect(await textOf(demo)).toBe(after);
  const undone = await run('apply', 'undo.json', '--confirm', 'UNDO 3');
  expect(undone.stdout).toContain('In all: 2 values put back, 1 person REMOVED.');
  expect(await textOf(demo)).toBe(before);
  expect(await codeOf(run('apply', 'undo.json', '--confirm', 'UNDO 3', '--json'))).toMatchObject({ status: 4 });

  const [undo] = await json<RunSummary[]>('runs');
  const back = (await run('runs', 'show', undo?.id ?? '')).stdout;
  expect(back).toMatch(/^done +Nora New \(\d+\) +removed$/m);
  expect(back).toMatch(/^done +John Smith \(19\) +1 value put back$/m);
  await run('undo', undo?.id ?? '', '--out', 'redo.json');
  await run('apply', 'redo.json', '--confirm', 'UNDO 3');
  expect(await textOf(demo)).toBe(after);

  const [redo] = await json<RunSummary[]>('runs');
  const one = await run('undo', redo?.id ?? '', '--person', '19', '--out', 'one.json');
  expect(one.stdout).toContain('In all: 1 row; 1 value put back.');
  await run('apply', 'one.json', '--confirm', 'UNDO 1');
  const person = await json<{ firstName: string }>('users', 'show', '19');
  expect(person.firstName).toBe('John');

  const told = await run('runs', 'show', id);
  expect(told.stdout).toMatch(/^ {2}Counts +3 rows: 3 done, 0 failed, 0 left; \d undone since$/m);
  expect(told.stdout).toMatch(/^done.* {2}Nora New \(\d+\) +create$/m);
  const log = (await run('audit')).stdout;
  expect(log).toMatch(/ row +Nora New \(\d+\) +created$/m);
  expect(log).toMatch(/ row +Nora New \(\d+\) +removed$/m);
  expect((await run('audit', '--verify')).status).toBe(0);
});

test('the plan of an import that has run already, and one that was edited, are refused by name, and nothing is changed', async () => {
  const demo = await demoFolder();
  const { folder, run } = demo;
  await importThree(demo);
  const before = await textOf(demo);
  const again = await codeOf(run('apply', 'plan.json', '--confirm', 'IMPORT 3', '--json'));
  expect(again).toEqual({ status: 5, code: 'already-run' });
  const file = path.join(folder, 'plan.json');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('Johanna', 'Joanna'));
  expect(await codeOf(run('apply', 'plan.json', '--json'))).toEqual({ status: 4, code: 'edited-plan' });
  expect(await textOf(demo)).toBe(before);
});

test('the ID of somebody who was undone or deleted never comes to mean another person, whichever plan is applied', async () => {
  const { folder, run, json } = await demoFolder();
  const planNew = async (name: string) => {
    const lines = ['User ID,First Name,Last Name,Email,Login', `0,${name},New,${name}@lindenhall.example,${name}.new`];
    await writeFile(path.join(folder, `${name}.csv`), `${lines.join('\n')}\n`);
    const flags = ['--blanks', 'keep', '--missing', 'keep', '--out', `${name}.json`, '--force'];
    return (await run('import', `${name}.csv`, ...flags, '--json')).json() as { pairs: { source: { id: number } }[] };
  };
  const apply = (plan: string, phrase = 'IMPORT 1') => codeOf(run('apply', plan, '--confirm', phrase, '--json'));
  const idOf = async (name: string) => (await planNew(name)).pairs[0]?.source.id;
  const given = await idOf('ann');
  expect(await idOf('bob')).toBe(given);
  expect((await run('apply', 'ann.json', '--confirm', 'IMPORT 1')).status).toBe(0);
  const [ann] = await json<RunSummary[]>('runs');
  await run('undo', ann?.id ?? '', '--out', 'undo.json');
  expect((await run('apply', 'undo.json', '--confirm', 'UNDO 1')).status).toBe(0);
  expect(await apply('bob.json')).toEqual({ status: 5, code: 'stale-plan' });

  const [undo] = await json<RunSummary[]>('runs');
  await run('undo', undo?.id ?? '', '--out', 'redo.json');
  expect((await run('apply', 'redo.json', '--confirm', 'UNDO 1')).status).toBe(0);
  expect(await json('users', 'show', String(given))).toMatchObject({ login: 'ann.new' });
  expect((await run('users', 'delete', String(given), '--confirm', 'ann.new')).status).toBe(0);
  expect(await apply('bob.json')).toEqual({ status: 5, code: 'stale-plan' });
  expect(await idOf('bob')).toBe((given ?? 0) + 1);
  expect((await run('apply', 'bob.json', '--confirm', 'IMPORT 1')).status).toBe(0);
});

/** Imports another first name, team and day of deactivation, where there is any, of John Smith and Jenny Andrews; gives the run's id. */
async function importRows(
  { folder, run, json }: DemoFolder,
  rows: { john?: readonly string[]; jenny?: readonly string[] },
): Promise<string> {
  const { john, jenny } = rows;
  const lines = [
    'User ID,Last Name,Email,Login,First Name,Team,Deactivated',
    ...(john === undefined ? [] : [['19,Smith,john.smith@lindenhall.example,john.smith', ...john].join(',')]),
    ...(jenny === undefined ? [] : [['21,Andrews,jenny.andrews@lindenhall.example,jenny.andrews', ...jenny].join(',')]),
  ];
  await writeFile(path.join(folder, 'rows.csv'), `${lines.join('\n')}\n`);
  const flags = ['--mapping', 'Calabrio', '--missing', 'keep', '--blanks', 'keep', '--out', 'rows.json', '--force'];
  const planned = await run('import', 'rows.csv', ...flags);
  expect(planned.status, planned.stdout + planned.stderr).toBe(0);
  const { confirm } = JSON.parse(await readFile(path.join(folder, 'rows.json'), 'utf8')) as { confirm: string };
  expect((await run('apply', 'rows.json', '--confirm', confirm)).status).toBe(0);
  const [newest] = await json<RunSummary[]>('runs');
  return newest?.id ?? '';
}

const linesOf = ({ stdout }: { stdout: string }) =>
  stdout.split('\n').map((line) => line.replace(/ +/g, ' ').trimEnd());

test('the plan of an undo of an import tells every value as it is and as it will be, in words, for one row, and as data', async () => {
  const demo = await demoFolder();
  const { folder, run, json } = demo;
  const id = await importRows(demo, { john: ['Johanna', 'Claims', ''], jenny: ['Jen', '', '2026-03-01'] });
  const john = [' First Name Johanna -> John', ' Team Claims -> Support North'];
  const jenny = [
    'line 3: Jen Andrews (21): 3 values put back, 1 person active again',
    ' Deactivated 2026-03-01 -> (empty)',
    ' First Name Jen -> Jenny',
    ' Active? no -> yes',
  ];
  const made = linesOf(await run('undo', id, '--out', 'undo.json'));
  expect(made).toEqual(expect.arrayContaining([...john, ...jenny]));
  expect(made).toContain('In all: 2 rows; 5 values put back, 1 person active again.');
  expect(linesOf(await run('plan', 'show', 'undo.json'))).toEqual(expect.arrayContaining([...john, ...jenny]));
  const one = linesOf(await run('plan', 'show', 'undo.json', '--pair', '21:21'));
  expect(one).toEqual(expect.arrayContaining(jenny));
  expect(one.join('\n')).not.toContain('Johanna');
  expect(linesOf(await run('undo', id, '--pair', '19:19'))).toContain('In all: 1 row; 2 values put back.');

  const told = await run('plan', 'show', 'undo.json', '--json');
  const { pairs } = told.json() as Plan;
  expect(pairs.find(({ source }) => source.id === 19)?.fields).toEqual([
    { field: 'First Name', source: 'John', target: 'Johanna', taken: 'source', why: 'as before the run' },
    { field: 'Team', source: 'Support North', target: 'Claims', taken: 'source', why: 'as before the run' },
  ]);
  const hidden = (await run('undo', id, '--redact')).stdout;
  expect(hidden).toContain('First Name   First21 -> First21 (before)');
  expect(hidden).not.toMatch(/Jenny|Jen |John/);

  await writeFile(path.join(folder, 'told.json'), told.stdout);
  const undone = await run('apply', 'told.json', '--confirm', 'UNDO 2');
  expect(undone.stdout).toContain('In all: 5 values put back, 1 person active again.');
  const [undo] = await json<RunSummary[]>('runs');
  const shown = linesOf(await run('runs', 'show', undo?.id ?? '', '--pair', '21:21'));
  expect(shown).toEqual(expect.arrayContaining(jenny.slice(1)));
  expect((await run('runs', 'show', undo?.id ?? '')).stdout).toMatch(/3 values put back, active again$/m);
  expect(linesOf(await run('undo', undo?.id ?? ''))).toContain(
    'In all: 2 rows; 5 values put back, 1 person DEACTIVATED.',
  );
});

test('of a person who has changed since, an undo tells what stays and what is lost, and a plan made before no value at all', async () => {
  const demo = await demoFolder();
  const { run, json } = demo;
  const id = await importRows(demo, { john: ['Johanna', 'Claims', ''], jenny: ['Jen', '', ''] });
  await run('undo', id, '--out', 'undo.json');
  await importRows(demo, { john: ['Joan', '', ''] });

  const stale = linesOf(await run('plan', 'show', 'undo.json', '--pair', '19:19'));
  expect(stale.join('\n')).toContain(
    'line 2: The values of Johanna Smith (19) are not told: the store is not as the plan saw it.',
  );
  expect(stale.join('\n')).not.toContain('->');
  expect((await run('plan', 'show', 'undo.json')).stdout).toContain('First Name  Jen -> Jenny');
  expect((await run('plan', 'show', 'undo.json', '--pair', '21:21')).stdout).not.toContain('are not told');

  const spared = linesOf(await run('undo', id));
  expect(spared).toContain(' First Name Joan stays: changed since the run, before which it was John');
  expect(spared).toContain(' Team Claims -> Support North');
  const { pairs } = await json<Plan>('undo', id);
  expect(pairs.flatMap(({ fields }) => fields).find(({ taken }) => taken === 'target')).toEqual({
    field: 'First Name',
    source: 'John',
    target: 'Joan',
    taken: 'target',
    why: 'changed since the run',
  });
  expect(linesOf(await run('undo', id, '--overwrite-changed'))).toContain(
    ' First Name Joan -> John (changed since the run: that change is LOST)',
  );
});
