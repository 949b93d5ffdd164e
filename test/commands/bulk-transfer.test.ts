import { readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from './demo-folder.ts';

interface Person {
  records: Record<string, { id: number }[]>;
}

test('a whole bulk transfer: export, edit, check, plan, apply, runs show', async () => {
  const { folder, run, json } = await demoFolder();
  const file = (name: string) => path.join(folder, name);

  expect(await run('export')).toMatchObject({ status: 0 });
  const exported = await readFile(file('people.csv'), 'utf8');
  const rows = exported.trimEnd().split('\r\n');
  expect(rows).toHaveLength(241);
  expect(rows[0]).toMatch(/^From User ID,To User ID,ACD ID,/);
  expect((await stat(file('people.csv'))).mode & 0o777).toBe(0o600);

  const edited = exported.replace('\r\n19,,', '\r\n19,21,').replace('\r\n20,,', '\r\n20,22,');
  await writeFile(file('edited.csv'), edited);
  const checked = await run('check', 'edited.csv', '--json');
  expect(checked.status).toBe(0);
  expect(checked.json()).toEqual({
    file: 'edited.csv',
    encoding: 'utf-8',
    isEncodingGuessed: false,
    delimiter: ',',
    direction: 'from-to',
    rows: 240,
    skipped: 238,
    pairs: [
      { line: 20, source: 19, target: 21 },
      { line: 21, source: 20, target: 22 },
    ],
    problems: [],
    warnings: [],
  });

  const planned = await run('plan', '--file', 'edited.csv', '--out', 'plan.json');
  expect(planned.status).toBe(0);
  expect(planned.stdout).toContain('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');
  expect(planned.stdout).toContain('handover apply plan.json --confirm "TRANSFER 2"');
  expect((await stat(file('plan.json'))).mode & 0o777).toBe(0o600);
  expect(await json('runs')).toEqual([]);

  const before = await Promise.all([19, 21].map((id) => json<Person>('users', 'show', String(id))));
  const applied = await run('apply', 'plan.json', '--confirm', 'TRANSFER 2');
  expect(applied.status).toBe(0);
  expect(applied.stdout).toContain('Data Transfer Successful');
  const after = await Promise.all([19, 21].map((id) => json<Person>('users', 'show', String(id))));

  const ids = (person: Person | undefined) => person?.records['agent-schedules']?.map(({ id }) => id) ?? [];
  expect(ids(before[0]).length).toBeGreaterThan(0);
  expect(ids(after[1])).toEqual(ids(before[0]));
  expect(ids(after[0])).toEqual([]);

  const [summary] = await json<{ id: string }[]>('runs');
  const shown = await json<Record<string, unknown>>('runs', 'show', summary?.id ?? '');
  expect(shown).toMatchObject({
    ...summary,
    operation: 'transfer',
    operator: 'admin',
    state: 'succeeded',
    counts: { pairs: 2, done: 2, failed: 0, left: 0 },
    pairs: [
      { source: 19, target: 21, state: 'done' },
      { source: 20, target: 22, state: 'done' },
    ],
  });
  expect((await run('runs', 'show', summary?.id ?? '')).stdout).toContain('John Smith (19) into Jenny Andrews (21)');
});

test('to-from reads the file the other way round', async () => {
  const { folder, json } = await demoFolder();
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n21,19\n');
  const { pairs } = await json<{ pairs: unknown }>('check', 'pairs.csv', '--direction', 'to-from');
  expect(pairs).toEqual([{ line: 2, source: 19, target: 21 }]);
  const plan = await json<{ direction: string; pairs: { source: { id: number } }[] }>(
    'plan',
    '--file',
    'pairs.csv',
    '--direction',
    'to-from',
  );
  expect(plan).toMatchObject({ direction: 'to-from', pairs: [{ source: { id: 19 }, target: { id: 21 } }] });
});

test('apply --json tells one event a line', async () => {
  const { run } = await demoFolder();
  await run('plan', '--source', '19', '--target', '21', '--out', 'plan.json');
  const applied = await run('apply', 'plan.json', '--confirm', 'jenny.andrews', '--json');
  const events = applied.jsonLines() as { event: string; run: string }[];
  expect(events[0]).toMatchObject({ event: 'run-started', run: expect.stringMatching(/^\d{4}-/) });
  expect(events.at(-1)).toEqual({
    event: 'run-finished',
    run: events[0]?.run,
    state: 'succeeded',
    done: 1,
    failed: 0,
    left: 0,
    audit: { lines: 4, head: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  const watched = await run('watch', '--json');
  expect(watched.status).toBe(0);
  expect(watched.jsonLines().at(-1)).toEqual(events.at(-1));
});
