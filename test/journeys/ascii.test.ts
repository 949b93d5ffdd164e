import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, openWizard, quit } from './session.ts';

/** The row of the demonstration's export that begins with this ID, with another first name. */
async function writeRenamed(demo: DemoFolder, names: Record<number, string>, activated?: string): Promise<void> {
  expect((await demo.run('export', '--out', 'all.csv')).status).toBe(0);
  const [headings = '', ...rows] = (await readFile(path.join(demo.folder, 'all.csv'), 'utf8')).trimEnd().split('\r\n');
  const columns = headings.split(',');
  const renamed = rows.flatMap((row) => {
    const cells = row.split(',');
    const name = names[Number(cells[columns.indexOf('User ID')])];
    if (name === undefined) return [];
    cells[columns.indexOf('First Name')] = name;
    if (activated !== undefined) cells[columns.indexOf('Activated')] = activated;
    return [cells.join(',')];
  });
  await writeFile(path.join(demo.folder, 'acc.csv'), [headings, ...renamed].join('\r\n'));
}

async function chooseFile(terminal: Terminal): Promise<void> {
  await choose(terminal, 'Import');
  await terminal.waitFor('Choose the file of people');
  terminal.type('acc.csv');
  await terminal.waitFor(/^> acc\.csv/m);
  terminal.press('enter');
  await terminal.waitFor('What the file holds');
  terminal.press('enter');
  await terminal.waitFor('Every required field has a column.');
  terminal.press('enter');
  await terminal.waitFor('How cells are read');
}

test('LC_ALL=C, 60 × 15: what must be decided is seen at each step, and what an import changes differs to the eye', async () => {
  const demo = await demoFolder();
  await writeRenamed(demo, { 10: 'Zoe', 53: '健三' }, '03/04/2024');
  const plan = await demo.run('import', 'acc.csv', '--date-format', 'Activated=DD/MM/YYYY', '--ascii');
  expect(plan.stdout).toMatch(/First Name +Zo<U\+00EB> -> Zoe$/m);
  expect(plan.stdout).toMatch(/First Name +<U\+5065><U\+592A> -> <U\+5065><U\+4E09>$/m);

  const terminal = await openWizard({ ...demo, env: { LC_ALL: 'C' }, cols: 60, rows: 15 });
  await terminal.waitFor(/^Up\/Down Enter choose/m);
  await chooseFile(terminal);
  terminal.press('n');
  await terminal.waitFor(/> Activated .*DECIDE/);
  await terminal.waitFor('(MM/DD/YYYY)?');
  terminal.press('space');
  await terminal.waitFor(/> Activated .*by hand/);
  terminal.press('enter');
  await terminal.waitFor(/Fields without a column.*(values?|nothing)/);
  await terminal.waitFor('? shows all');
  terminal.press('?');
  await terminal.waitFor('blank never changes whether an account is active.');
  terminal.press('escape');
  await terminal.waitFor('? shows all');
  terminal.press('enter');
  await terminal.waitFor(/all rows, 1\/1$/m);
  terminal.press('d');
  await terminal.waitFor(/First Name +Zo<U\+00EB> -> Zoe$/m);
  terminal.press('escape');
  await terminal.waitFor('d whole row');
  terminal.press('down', 'd');
  await terminal.waitFor(/First Name +<U\+5065><U\+592A> -> <U\+5065><U\+4E09>$/m);
  terminal.press('escape');
  await terminal.waitFor('d whole row');
  expect(await quit(terminal)).toBe(0);
  expect([...terminal.output()].filter((byte) => byte > 0x7e)).toEqual([]);
});

test('at 80 columns the two ways in which a date reads, and what read-only leaves out, are whole', async () => {
  const demo = await demoFolder();
  await writeRenamed(demo, { 10: 'Zoe' }, '12/11/2024');
  const terminal = await openWizard({ ...demo, args: ['--ascii', '--read-only'] });
  const items = ['Transfer data from one user to another user', 'Many transfers at one time via a CSV file'];
  for (const item of items) await terminal.waitFor(`(read-only) ${item}`);
  expect(await quit(terminal)).toBe(0);

  const writing = await openWizard({ ...demo, args: ['--ascii'] });
  await chooseFile(writing);
  writing.press('n');
  await writing.waitFor('12 November 2024 (DD/MM/YYYY) or 11 December 2024 (MM/DD/YYYY)?');
  await writing.waitFor('Left/Right choose, Space says that it is right.');
  expect(await quit(writing)).toBe(0);
});
