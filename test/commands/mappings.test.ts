import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';
import type { AuditEntry } from '../../source/audit/read-audit.ts';
import type { Mapping } from '../../source/model/mapping.ts';
import { decodeCheckpoint, encodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { codeOf, demoFolder } from './demo-folder.ts';

interface Listed {
  name: string;
  isPreset: boolean;
  columns: number;
}

const STAFF = 'Mail,Given name,Surname,Hired,Team\na@example.com,Ada,Byron,31/01/2024,Claims\n';

test('mappings are listed, shown, saved from a file, replaced, deleted, and the log tells who did it', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  const names = async () => (await json<Listed[]>('mappings')).map(({ name, isPreset }) => [name, isPreset]);
  const presets = ['Calabrio', 'Symbiant', 'Docebo'].map((name) => [name, true]);
  expect(await names()).toEqual(presets);
  expect((await run('mappings', 'show', 'symbiant')).stdout).toMatch(/Account Name +Login +text +required/);

  await writeFile(join(folder, 'staff.csv'), STAFF.replace('Hired', 'Hire Date'));
  const saved = await json<Mapping>('mappings', 'save', 'Staff', '--file', 'staff.csv', '--blanks', 'erase');
  expect(saved).toMatchObject({
    name: 'Staff',
    about: expect.stringMatching(/^Made with staff\.csv, of \d of its \d columns\.$/),
    blanks: 'erase',
    missing: 'keep',
  });
  expect(saved.columns).toContainEqual({
    heading: 'Hire Date',
    field: 'Company Start Date',
    type: { kind: 'date', format: 'DD/MM/YYYY' },
  });
  expect(await names()).toEqual([...presets, ['Staff', false]]);
  expect(await json('mappings', 'show', 'Staff')).toEqual(saved);

  await writeFile(join(folder, 'staff.json'), JSON.stringify({ ...saved, about: 'By hand.' }));
  const again = ['mappings', 'save', 'Staff', '--from', 'staff.json'];
  expect(await codeOf(run(...again, '--json'))).toEqual({ status: 2, code: 'mapping-exists' });
  expect(await json('mappings', 'show', 'Staff')).toEqual(saved);
  await json(...again, '--force', '--date-format', 'Hire Date=mm/dd/yyyy');
  const replaced = await json<Mapping>('mappings', 'show', 'Staff');
  expect(replaced.about).toBe('By hand.');
  expect(replaced.columns[3]?.type).toEqual({ kind: 'date', format: 'MM/DD/YYYY' });

  expect(await json('mappings', 'delete', 'Staff')).toEqual({ deleted: 'Staff' });
  expect(await names()).toEqual(presets);
  const told = (await json<AuditEntry[]>('audit')).map(({ event, operator, result }) => [event, operator, result]);
  expect(told.slice(1)).toEqual([
    ['mapping-saved', 'admin', 'Staff'],
    ['mapping-saved', 'admin', 'Staff'],
    ['mapping-deleted', 'admin', 'Staff'],
  ]);
});

test('what cannot be saved or deleted is refused by name, and the store stays as it is', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  await writeFile(join(folder, 'staff.csv'), STAFF.replace('31/01', '03/04').replace('Hired', 'Hire Date'));
  await writeFile(join(folder, 'pair.csv'), 'Mail,Given name,Surname,Team,Group\n');
  await writeFile(join(folder, 'empty.csv'), '');
  const calabrio = await json<Mapping>('mappings', 'show', 'Calabrio');
  const [first, ...rest] = calabrio.columns;
  await writeFile(join(folder, 'twice.json'), JSON.stringify({ ...calabrio, columns: [first, first, ...rest] }));
  await writeFile(join(folder, 'broken.json'), JSON.stringify({ ...calabrio, blanks: 'maybe' }));
  const transfers = calabrio.columns.map((one) => (one.field === 'Rank' ? { ...one, heading: 'From User ID' } : one));
  await writeFile(join(folder, 'transfers.json'), JSON.stringify({ ...calabrio, columns: transfers }));
  await writeFile(join(folder, 'huge.json'), JSON.stringify({ ...calabrio, about: 'A'.repeat(100_000) }));
  const all = await json('mappings');
  for (const [words, status, code] of [
    [['save', 'Staff'], 2, 'wrong-words'],
    [['save', 'Staff', '--file', 'staff.csv', '--from', 'twice.json'], 2, 'wrong-words'],
    [['save', 'Staff', '--file', 'staff.csv'], 4, 'ambiguous-date'],
    [['save', 'Staff', '--file', 'empty.csv'], 4, 'empty-file'],
    [['save', 'Staff', '--file', 'nowhere.csv'], 4, 'unreadable'],
    [['save', 'Staff', '--from', 'twice.json'], 4, 'bad-mapping'],
    [['save', 'Staff', '--from', 'transfers.json'], 4, 'bad-mapping'],
    [['save', 'Staff', '--from', 'broken.json'], 4, 'broken-mapping'],
    [['save', 'Staff', '--from', 'huge.json'], 4, 'bad-mapping'],
    [['save', 'Staff', '--file', 'pair.csv', '--preset', 'Symbian'], 2, 'unknown-mapping'],
    [['save', 'Staff', '--file', 'pair.csv', '--date-format', 'Team=DD/MM/YYYY'], 2, 'bad-value'],
    [['save', 'calabrio', '--file', 'pair.csv', '--force'], 2, 'fixed-mapping'],
    [['save', ' ', '--file', 'pair.csv'], 2, 'bad-name'],
    [['save', 'Staff\u2028list', '--file', 'pair.csv'], 2, 'bad-name'],
    [['save', 'Ｃalabrio', '--file', 'pair.csv'], 2, 'fixed-mapping'],
    [['save', 'Staff', '--file', 'pair.csv', '--as', 'auditor'], 7, 'not-permitted'],
    [['save', 'Staff', '--file', 'pair.csv', '--read-only'], 7, 'read-only'],
    [['delete', 'Calabrio'], 2, 'fixed-mapping'],
    [['delete', 'Staff'], 2, 'unknown-mapping'],
    [['delete', 'Staff', '--as', 'auditor'], 7, 'not-permitted'],
    [['show', 'Staff'], 2, 'unknown-mapping'],
  ] as const) {
    expect(await codeOf(run('mappings', ...words, '--json')), words.join(' ')).toEqual({ status, code });
  }
  expect(await json('mappings')).toEqual(all);
});

test('a mapping that does not read all cells of its file is saved, and says of each column how many, which and what to do', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  const words = ['TRUE', 'Ja', 'nein', 'TRUE', 'Ja', 'Ja', 'nein', 'FALSE', 'Ja', 'nein', 'Ja', ''];
  const rows = words.map((word, index) => `p${index}@x.example,P,Q${index},${word}`);
  await writeFile(join(folder, 'hr.csv'), `Email,First Name,Last Name,Active?\n${rows.join('\n')}\n`);
  const saved = await run('mappings', 'save', 'HR', '--file', 'hr.csv');
  expect(saved).toMatchObject({ status: 0, stdout: expect.stringMatching(/^HR, saved in this store/) });
  expect(saved.stderr.trim().split('\n')).toEqual([
    'It was saved, but not all cells of the file read by it; an import leaves out their rows:',
    'column Active?, "Ja": 8 of its 11 cells do not read. The first: “Ja” is neither TRUE nor FALSE.',
    '  Write TRUE or FALSE, or add the word to those of the column.',
    expect.stringMatching(/changed in what "handover mappings show NAME --json" gives/),
  ]);
  expect((await json<Mapping>('mappings', 'show', 'HR')).columns).toHaveLength(4);
  await writeFile(join(folder, 'good.csv'), 'Email,First Name,Last Name,Active?\np@x.example,P,Q,Ja\n');
  expect(await run('mappings', 'save', 'Good', '--file', 'good.csv')).toMatchObject({ status: 0, stderr: '' });
});

test('a mapping of an older store that takes a column of transfers is read by nobody unasked, and told', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  const calabrio = await json<Mapping>('mappings', 'show', 'Calabrio');
  const columns = calabrio.columns.map((one) => (one.field === 'Rank' ? { ...one, heading: 'From User ID' } : one));
  const file = join(folder, 'store', 'store.json');
  const data = decodeCheckpoint(await readFile(file), file);
  await writeFile(file, encodeCheckpoint({ ...data, mappings: [{ ...calabrio, name: 'M2', columns }] }));
  await run('export', '--out', 'people.csv');
  const plain = await run('import', 'people.csv');
  expect(plain.status).toBe(0);
  expect(plain.stdout).toContain('read as Calabrio');
  expect(plain.stdout).toContain('There is nothing to do');
  const named = await json<{ pairs: unknown[]; problems: unknown[] }>('import', 'people.csv', '--mapping', 'M2');
  expect(named).toMatchObject({ pairs: [], problems: [{ code: 'bad-mapping', column: 'From User ID' }] });
  const { stdout } = await run('mappings', 'show', 'M2');
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'No file can be read by it: The column “From User ID” is mapped to Rank;',
  );
});

test('an export has the headings and separators of a mapping, and tells what it cannot write', async () => {
  const { folder, run, json } = await demoFolder('--users', '40');
  const file = join(folder, 'store', 'store.json');
  const data = decodeCheckpoint(await readFile(file), file);
  for (const { id, profile } of data.people) if (id === 19) profile.Roles = ['Agent', 'A|B'];
  await writeFile(file, encodeCheckpoint(data));
  expect(await json('export', '--mapping', 'symbiant', '--out', 'people.csv')).toMatchObject({
    people: 40,
    mapping: 'Symbiant',
    unfit: [{ person: 19, heading: 'Roles' }],
  });
  const rows: Record<string, string>[] = parse(await readFile(join(folder, 'people.csv')), { columns: true });
  expect(Object.keys(rows[0] ?? {})).toHaveLength(33);
  expect(rows[18]).toMatchObject({
    'From User ID': '19',
    'To User ID': '',
    'Account Name': 'john.smith',
    'Active?': 'FALSE',
    Roles: 'Agent|A|B',
    'Scope Teams': 'Support North|Support South',
  });
  const told = await run('export', '--out', 'again.csv', '--mapping', 'Symbiant');
  expect(told.stderr).toMatch(/One value cannot be written.*\n +user 19: Roles/);
  expect(await codeOf(run('export', '--mapping', 'nobody', '--json'))).toEqual({ status: 2, code: 'unknown-mapping' });
});

test('the plain headings, by which a file is read that looks like no mapping, can be shown by that name', async () => {
  const { run } = await demoFolder('--users', '40');
  const { status, stdout } = await run('mappings', 'show', 'Plain headings');
  expect(status).toBe(0);
  expect(stdout).toContain('Plain headings, ships with handover');
  expect(stdout).toContain('A column of the file is the field whose name it has');
});
