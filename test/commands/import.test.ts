import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

interface Shown {
  email: string;
  active: boolean;
  profile: Record<string, unknown>;
}

const KEEP = ['--blanks', 'keep', '--missing', 'keep'];

const PEOPLE = [
  'User ID,Email,First Name,Last Name,Team,Deactivated',
  '19,john.smith@lindenhall.example,John,Smith,Support South,2999-12-31',
  '21,jenny.andrews@lindenhall.example,Jenny,Andrews,Support Nroth,',
  '22,sam.rodgers@lindenhall.example,Sam,Rodgers,Support South,',
  '0,new.person@lindenhall.example,New,Person,Support North,',
  '',
].join('\n');

test('an import is planned, applied and undone; its rows with problems are mended and imported by themselves', async () => {
  const { folder, run, json } = await demoFolder();
  await writeFile(join(folder, 'new.csv'), PEOPLE);
  const planned = await run('import', 'new.csv', ...KEEP, '--out', 'plan.json', '--problems', 'bad.csv', '--json');
  expect(planned.status).toBe(3);
  const plan = planned.json() as Plan;
  expect(plan.rows).toMatchObject({ create: 1, update: 1, unchanged: 1, problems: 1, reactivated: 1 });
  expect(plan.problems).toMatchObject([{ line: 3, column: 'Team', value: 'Support Nroth', code: 'unknown-name' }]);
  expect(plan.confirm).toBe('IMPORT 2');
  expect(plan.warnings.map(({ code }) => code)).toEqual(['no-login', 'smtp']);
  expect(await json<Shown>('users', 'show', '19')).toMatchObject({ active: false });

  expect(await codeOf(run('apply', 'plan.json', '--confirm', 'IMPORT 3', '--json'))).toMatchObject({ status: 2 });
  const applied = await run('apply', 'plan.json', '--confirm', plan.confirm);
  expect(applied.status).toBe(0);
  expect(applied.stdout).toContain('Left out: 1 row of the file with problems; nothing happened for it.\n');
  const john = await json<Shown>('users', 'show', '19');
  expect(john).toMatchObject({ active: true, profile: { Team: 'Support South' } });
  expect(john.profile.Deactivated).toBeUndefined();
  expect(await json<Shown>('users', 'show', '241')).toMatchObject({ email: 'new.person@lindenhall.example' });
  expect(await codeOf(run('apply', 'plan.json', '--confirm', plan.confirm, '--json'))).toEqual({
    status: 5,
    code: 'already-run',
  });

  // As the end of a run says: what is done is unchanged, whoever was made is a problem, and nothing comes of either.
  const again = await json<Plan>('import', 'new.csv', ...KEEP);
  expect(again).toMatchObject({ pairs: [], rows: { create: 0, update: 0, unchanged: 2, problems: 2 } });
  expect(again.problems.map(({ line, code }) => [line, code])).toEqual([
    [3, 'unknown-name'],
    [5, 'duplicate-email'],
  ]);

  const { stdout: audited } = await run('audit');
  expect(audited).toMatch(/John Smith \(19\) +done, 2 values changed, activated/);
  expect(audited).toMatch(/New Person \(241\) +created/);
  const id = (await json<{ id: string }[]>('runs'))[0]?.id ?? '';
  const { stdout: shown } = await run('runs', 'show', id);
  expect(shown).toMatch(/John Smith \(19\) +update: Team, Deactivated; active again/);
  expect(shown).toMatch(/New Person \(241\) +create$/m);
  expect(shown).toMatch(/^ {2}Left out: 1 row of the file with problems; nothing happened for it\.$/m);
  const { stdout: watched } = await run('watch', id, '--json');
  expect(JSON.parse(watched.trim().split('\n').at(-1) ?? '')).toMatchObject({ event: 'run-finished', leftOut: 1 });
  const { stdout: detail } = await run('runs', 'show', id, '--pair', '19:19');
  expect(detail).toMatch(/Team +.* -> Support South/);
  expect(detail).not.toContain('New Person');

  const bad = await readFile(join(folder, 'bad.csv'), 'utf8');
  expect(bad).toMatch(/^3,.*Write Support North.*,21,/m);
  await writeFile(join(folder, 'mended.csv'), bad.replaceAll('Support Nroth', 'Support Night'));
  const mended = await json<Plan>('import', 'mended.csv', ...KEEP, '--out', 'mended.json');
  expect(mended.pairs).toMatchObject([{ source: { id: 21 }, fields: [{ field: 'Team', source: 'Support Night' }] }]);
  expect(mended.warnings).toEqual([]);

  expect((await run('undo', '--out', 'undo.json')).status).toBe(0);
  const undo = JSON.parse(await readFile(join(folder, 'undo.json'), 'utf8')) as Plan;
  expect((await run('apply', 'undo.json', '--confirm', undo.confirm)).status).toBe(0);
  expect(await json<Shown>('users', 'show', '19')).toMatchObject({ active: false });
  expect((await run('users', 'show', '241')).status).not.toBe(0);
});

test('a day has come when the calendar of the operator says so, wherever the clock of the world stands', async () => {
  const { folder } = await demoFolder();
  // 26 hours apart: it is never the same day in both.
  const [east, west] = ['Pacific/Kiritimati', 'Etc/GMT+12'];
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: east }).format(new Date());
  const rows = [
    'User ID,Email,First Name,Last Name,Deactivated',
    `21,jenny.andrews@lindenhall.example,Jenny,Andrews,${day}`,
  ];
  await writeFile(join(folder, 'leaving.csv'), `${rows.join('\n')}\n`);
  const planIn = async (TZ: string) => {
    const env = { HANDOVER_STORE: 'store', TZ };
    return (await runHandover(['import', 'leaving.csv', ...KEEP, '--json'], { cwd: folder, env })).json() as Plan;
  };
  expect((await planIn(east)).rows).toMatchObject({ deactivated: 1 });
  const later = await planIn(west);
  expect(later.rows).toMatchObject({ update: 1, deactivated: 0 });
  expect(later.warnings.map(({ message }) => message)).toContainEqual(
    expect.stringContaining('later day than today, '),
  );
});

test('an export that is imported again changes nothing, and there is nothing to apply', async () => {
  const { run } = await demoFolder();
  const exported = await run('export');
  expect(exported.stdout).toMatch(/handover import people.csv$[\s\S]*handover check people.csv/m);
  expect(exported.stderr).not.toContain('outside');
  const limited = await run('export', '--out', 'lead.csv', '--as', 'team-lead');
  expect(limited.stderr).toMatch(/holds everybody: \d+ rows are outside your view/);
  const { status, stdout } = await run('import', 'people.csv', '--out', 'plan.json');
  // A script that goes on with the plan must not: it was not written.
  expect(status).toBe(4);
  expect((await run('import', 'people.csv')).status).toBe(0);
  expect(stdout).toMatch(/240 +unchanged/);
  expect(stdout).toMatch(/nothing to do.*plan\.json was not written/);
});

describe('the same mapping', () => {
  const JOHN = ['Email,First Name,Last Name,Divisions', 'john.smith@lindenhall.example,John,Smith,Lindenhall'];
  const TYPES: Record<string, object> = { 'User ID': { kind: 'number' }, Divisions: { kind: 'list', separator: ';' } };
  const mapping = (columns: Record<string, string>, missing: 'erase' | 'keep') => ({
    ...{ version: 1, name: 'Own', about: '', blanks: 'keep', missing },
    columns: Object.entries(columns).map(([heading, field]) => ({
      ...{ heading, field },
      type: TYPES[field] ?? { kind: 'text' },
    })),
    rules: {
      required: ['Email'],
      emailCase: 'ignored',
      emailCharacters: 'any',
      separatorSpaces: 'trimmed',
      encoding: 'any',
    },
  });

  /** The plan with the mapping that is named, and with that which the file looks like. */
  async function planned(columns: Record<string, string>, missing: 'erase' | 'keep', rows: string[]) {
    const { folder, run, json } = await demoFolder('--users', '40');
    if (missing === 'erase') {
      await writeFile(join(folder, 'first.csv'), JOHN.join('\n'));
      const first = await json<Plan>('import', 'first.csv', ...KEEP, '--out', 'first.json');
      expect((await run('apply', 'first.json', '--confirm', first.confirm)).status).toBe(0);
    }
    await writeFile(join(folder, 'own.json'), JSON.stringify(mapping(columns, missing)));
    await writeFile(join(folder, 'own.csv'), rows.join('\n'));
    expect((await run('mappings', 'save', 'Own', '--from', 'own.json')).stderr).toBe('');
    const plans = [];
    for (const flags of [['--mapping', 'Own'], []]) {
      const { id, createdAt, seal, ...plan } = await json<Plan>('import', 'own.csv', ...flags);
      expect(id + createdAt + seal).not.toBe('');
      plans.push(plan);
    }
    expect(plans[1]).toEqual(plans[0]);
    return plans[0];
  }

  test('named or guessed, reads its own columns where others are called like its fields', async () => {
    const plan = await planned({ Nr: 'User ID', 'Work Mail': 'Email', Badge: 'Employee ID' }, 'keep', [
      'Nr,Email,Work Mail,Employee ID,Badge',
      '19,private@home.example,work@lindenhall.example,private,B-19',
    ]);
    expect(plan?.pairs[0]?.fields.map(({ field, source }) => [field, source])).toEqual([
      ['Email', 'work@lindenhall.example'],
      ['Employee ID', 'B-19'],
    ]);
  });

  test('named or guessed, erases as much and warns of what the file lacks', async () => {
    const columns = { Nr: 'User ID', Mail: 'Email', Vorname: 'First Name', Nachname: 'Last Name', Div: 'Divisions' };
    const plan = await planned(columns, 'erase', ['Mail,Vorname,Nachname', 'john.smith@lindenhall.example,John,Smith']);
    expect(plan?.pairs[0]?.fields.map(({ field }) => field)).toContain('Divisions');
    const gone = plan?.warnings.filter(({ code }) => code === 'heading-gone');
    expect(gone?.map(({ column }) => column)).toEqual(['Nr', null]);
    expect(plan?.import?.mapping.columns).toHaveLength(3);
  });
});

describe('what keeps a file from being planned', () => {
  test('each is told with its status and what to do, and no plan is written', async () => {
    const { folder, run } = await demoFolder();
    const file = (name: string, ...lines: string[]) => writeFile(join(folder, name), `${lines.join('\n')}\n`);
    await file('bad.csv', 'Email,First Name,Last Name', 'nobody,A,B');
    await file('dates.csv', 'Email,First Name,Last Name,Activated', 'a@b.example,A,B,03/04/2024');
    await file('pairs.csv', 'From User ID,To User ID', '19,21');
    await file('some.csv', 'Email,First Name,Last Name', 'nobody,A,B', 'a@b.example,A,B');

    const allBad = await run('import', 'bad.csv', '--out', 'plan.json', '--json');
    expect(allBad.status).toBe(4);
    expect(allBad.json()).toMatchObject({ pairs: [], problems: [{ line: 2, column: 'Email', code: 'bad-email' }] });
    expect((await run('import', 'some.csv', '--all-or-nothing', '--out', 'plan.json')).status).toBe(4);
    await expect(readFile(join(folder, 'plan.json'))).rejects.toMatchObject({ code: 'ENOENT' });

    expect(await codeOf(run('import', 'dates.csv', '--json'))).toEqual({ status: 4, code: 'ambiguous-date' });
    const said = await run('import', 'dates.csv', '--date-format', 'Activated=DD/MM/YYYY', '--json');
    expect(said.status).toBe(0);
    expect((said.json() as Plan).pairs[0]?.fields).toContainEqual(
      expect.objectContaining({ field: 'Activated', source: '2024-04-03' }),
    );

    const pairs = await run('import', 'pairs.csv', '--problems', 'bad-rows.csv');
    expect(pairs.status).toBe(4);
    expect(pairs.stdout).toMatch(/^No row was looked at, and bad-rows\.csv was not written: This file says who goes/m);
    expect(pairs.stdout).not.toContain('No row has a problem');
    expect(pairs.stdout).toContain('handover check pairs.csv');
    const people = await run('check', 'bad.csv');
    expect(people.status).toBe(4);
    expect(people.stdout).toContain('handover import FILE');
    expect(people.stdout).toMatch(/^Nothing was changed\.$/m);

    expect(await codeOf(run('import', 'bad.csv', '--as', 'auditor', '--json'))).toEqual({
      status: 7,
      code: 'not-permitted',
    });
    expect(await codeOf(run('import', 'none.csv', '--json'))).toMatchObject({ code: 'unreadable' });
    expect(await codeOf(run('import', 'bad.csv', '--mapping', 'Nobody', '--json'))).toEqual({
      status: 2,
      code: 'unknown-mapping',
    });
    expect(await codeOf(run('import', 'bad.csv', '--blanks', 'perhaps', '--json'))).toEqual({
      status: 2,
      code: 'bad-value',
    });
  });
});

test('of two files that are to be written none is where one cannot be; what a folder refuses later names the other', async () => {
  const { folder, run } = await demoFolder('--users', '40');
  const rows = ['Email,First Name,Last Name,User ID', 'nobody,A,B,0', 'a@b.example,A,B,0'];
  await writeFile(join(folder, 'some.csv'), `${rows.join('\n')}\n`);
  await writeFile(join(folder, 'there.csv'), 'mine');
  const taken = await run('import', 'some.csv', '--out', 'plan.json', '--problems', 'there.csv', '--json');
  expect(taken).toMatchObject({ status: 2 });
  expect(taken.json()).toMatchObject({ error: { code: 'file-exists' } });
  expect(await readFile(join(folder, 'there.csv'), 'utf8')).toBe('mine');
  await expect(readFile(join(folder, 'plan.json'))).rejects.toMatchObject({ code: 'ENOENT' });

  const late = await run('import', 'some.csv', '--out', 'plan.json', '--problems', 'nowhere/bad.csv', '--json');
  expect(late.status).toBe(4);
  const { error } = late.json() as { error: { message: string } };
  expect(error.message).toMatch(/nowhere\/bad\.csv” could not be written: .* The plan was written: plan\.json\.$/);
  expect((JSON.parse(await readFile(join(folder, 'plan.json'), 'utf8')) as Plan).pairs).toHaveLength(1);

  const none = await run('import', 'some.csv', '--all-or-nothing', '--out', 'there.csv', '--problems', 'bad.csv');
  expect(none.status).toBe(4);
  expect(await readFile(join(folder, 'bad.csv'), 'utf8')).toContain('nobody');
});

test('what it would do is told in words: old values against new, what is erased, seats, and how to go on', async () => {
  const { folder, run } = await demoFolder();
  const rows = Array.from({ length: 25 }, (_, index) => `0,new${index}@lindenhall.example,New,Person ${index}`);
  const head = 'User ID,Email,First Name,Last Name';
  await writeFile(
    join(folder, 'new.csv'),
    [head, '21,jenny.andrews@lindenhall.example,Jenny,Andrews-Cole', ...rows, 'x,y,z,z', ''].join('\n'),
  );
  const kept = await run('import', 'new.csv');
  expect(kept.stdout).toContain('read as Plain headings\nThat was chosen by itself, as no mapping has most of');
  expect(kept.stdout).toMatch(/To take another: --mapping NAME; "handover mappings" lists them\./);
  const plain = await run('import', 'new.csv', '--mapping', 'plain headings');
  expect(plain.stdout).toBe(kept.stdout.replace(/^That was chosen by itself.*\n/m, ''));
  expect(kept.stdout).not.toContain('ERASED');
  const { status, stdout } = await run('import', 'new.csv', '--mapping', 'Calabrio', '--out', 'plan.json');
  expect(status).toBe(3);
  expect(stdout).toMatch(/^Columns\n {2}4 columns have the name of their field\n\n/m);
  expect(stdout).not.toContain('chosen by itself');
  expect(stdout).toMatch(/values are erased: Login 1, Roles 1, Team 1, /);
  expect(stdout).toMatch(/line 2: Jenny Andrews \(21\) is updated/);
  expect(stdout).toMatch(/Last Name +Andrews -> Andrews-Cole/);
  expect(stdout).toMatch(/Team +Support North -> ERASED/);
  expect(stdout).toContain('line 3: New Person 0 (241) is created');
  expect(stdout).toContain('and 6 more rows; --json tells of all');
  expect(stdout).toContain('line 28, column User ID, "x"');
  expect(stdout).toMatch(/Seats: 207 of 300 are taken, 232 afterwards; 68 left then\./);
  expect(stdout).toMatch(/handover apply plan\.json --confirm "IMPORT 26 ERASE \d+"/);
});

test('a column whose dates are written otherwise than the mapping has it is told once, with what reads it', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  const file = (days: string[]) =>
    [
      'Email,First Name,Last Name,Hire Date',
      ...days.map((day, index) => `n${index}@lindenhall.example,New,${index},${day}`),
    ].join('\n');
  await writeFile(join(folder, 'old.csv'), file(['31/01/2024', '28/02/2024']));
  await writeFile(join(folder, 'new.csv'), file(['2024-01-31', '2024-02-28', '']));
  await json('mappings', 'save', 'Staff DE', '--file', 'old.csv', '--blanks', 'keep', '--missing', 'keep');

  const { stdout } = await run('import', 'new.csv');
  expect(stdout).toContain('read as Staff DE\nThat was chosen by itself, as the file has 4 of its 4 columns.');
  expect(stdout).toMatch(
    /^ {2}Hire Date +Company Start Date +date, DD\/MM\/YYYY\n {2}3 columns have the name of their field$/m,
  );
  const { problems, warnings } = (await run('import', 'new.csv', '--json')).json() as Plan;
  expect(problems.map(({ line, code }) => [line, code])).toEqual([
    [2, 'bad-date'],
    [3, 'bad-date'],
  ]);
  expect(warnings.filter(({ code }) => code === 'column-unread')).toEqual([
    {
      line: null,
      column: 'Hire Date',
      value: null,
      code: 'column-unread',
      message:
        'All 2 cells of “Hire Date”, such as “2024-01-31”, read as YYYY-MM-DD, but the column is read as DD/MM/YYYY.',
      cure: expect.stringContaining(`--date-format 'Hire Date=YYYY-MM-DD', or take another --mapping; in the wizard, `),
    },
  ]);
  expect(await json<Plan>('import', 'new.csv', '--date-format', 'Hire Date=YYYY-MM-DD')).toMatchObject({
    problems: [],
  });

  // Of two that were saved with these columns, the one that reads these dates.
  await json('mappings', 'save', 'Staff US', '--file', 'new.csv', '--blanks', 'keep', '--missing', 'keep');
  const named = async (path: string) => (await json<Plan>('import', path)).import?.mapping.name;
  expect([await named('new.csv'), await named('old.csv')]).toEqual(['Staff US', 'Staff DE']);
});

test('the rows with problems are imported again as the file was read, by the command that is named for it', async () => {
  const { folder, run } = await demoFolder('--users', '40');
  const file = (name: string, ...lines: string[]) => writeFile(join(folder, name), `${lines.join('\n')}\n`);
  await file(
    'dates.csv',
    'User ID;Email;First Name;Last Name;Activated',
    '0;a@b.example;Zoë;A;25/06/2020',
    '0;nobody;B;B;05/06/2020',
    '0;c@b.example;C;C;05/13/2020',
  );
  const how = [...KEEP, '--mapping', 'Plain headings', '--date-format', 'Activated=DD/MM/YYYY', '--delimiter'];
  const first = await run('import', 'dates.csv', ...how, 'semicolon', '--problems', 'bad.csv');
  expect(first.status).toBe(3);
  const [, command = ''] =
    /^2 rows with problems are in bad\.csv\. Mend them there, .*:\nhandover (.+)$/m.exec(first.stdout) ?? [];
  expect(command).toBe(
    "import bad.csv --mapping 'Plain headings' --blanks keep --missing keep --date-format 'Activated=DD/MM/YYYY' --delimiter comma",
  );
  const words = (command.match(/'[^']*'|\S+/g) ?? []).map((word) => word.replaceAll("'", ''));
  const codes = async () => {
    const plan = (await run(...words, '--json')).json() as Plan;
    return [plan.pairs.length, ...plan.problems.map(({ line, code }) => [line, code])];
  };
  expect(await codes()).toEqual([0, [2, 'bad-email'], [3, 'bad-date']]);
  await writeFile(
    join(folder, 'bad.csv'),
    (await readFile(join(folder, 'bad.csv'), 'utf8')).replace(',nobody,', ',b@b.example,'),
  );
  const mended = (await run(...words, '--json')).json() as Plan;
  expect(mended.pairs[0]?.fields).toContainEqual(expect.objectContaining({ field: 'Activated', source: '2020-06-05' }));

  // Nobody named the mapping or said how dates are written: the whole file told.
  await file('found.csv', 'Email,First Name,Last Name,Activated', 'a@b.example,A,A,25/06/2020', 'x,B,B,05/06/2020');
  expect((await run('import', 'found.csv', '--problems', 'found-bad.csv', '--store', 'store')).stdout).toContain(
    "handover --store store import found-bad.csv --mapping 'Plain headings' --date-format 'Activated=DD/MM/YYYY'\n",
  );

  // No flag says how a list is joined; a saved mapping does.
  await file(
    'list.csv',
    'Email,First Name,Last Name,Roles',
    'a@b.example,A,A,Agent;Evaluator',
    'b@b.example,B,B,Agent|Evaluator',
  );
  const save = 'handover mappings save NAME --file list.csv';
  const list = await run('import', 'list.csv', '--problems', 'list-bad.csv');
  expect(list.stdout).toMatch(
    /^Those rows by themselves look as if “Roles” was written in another way than in list\.csv\.$/m,
  );
  expect(list.stdout).toContain(save);
  await run('mappings', 'save', 'Lists', '--file', 'list.csv');
  const held = await run('import', 'list.csv', '--mapping', 'Lists', '--problems', 'held-bad.csv');
  expect(held.stdout).not.toContain(save);
  const problems = (ended: { json(): unknown }) => (ended.json() as Plan).problems.map(({ line }) => line);
  expect(problems(await run('import', 'held-bad.csv', '--mapping', 'Lists', '--json'))).toContain(2);
});
