import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../source/model/run.ts';
import type { User } from '../../source/model/user.ts';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, openWizard, quit } from './session.ts';

/** From the first screen to the look at the file of this name. */
async function chooseFile(terminal: Terminal, name: string): Promise<void> {
  await choose(terminal, 'Import');
  await terminal.waitFor('Choose the file of people');
  terminal.type(name);
  await terminal.waitFor(new RegExp(`^❯ ${name.replace('.', '\\.')}`, 'm'));
  terminal.press('enter');
  await terminal.waitFor('What the file holds');
}

/** Through the columns and how they are read, to what is blank or missing, once its values are counted. */
async function toBlanks(terminal: Terminal): Promise<void> {
  terminal.press('enter');
  await terminal.waitFor('Every required field has a column.');
  terminal.press('enter');
  await terminal.waitFor('How cells are read');
  terminal.press('enter');
  await terminal.waitFor(/Fields without a column.*(values?|nothing)/);
}

/** On to the preview, once the rows are checked. */
async function toPreview(terminal: Terminal): Promise<void> {
  terminal.press('enter');
  await terminal.waitFor(/all rows, 1\/\d/);
}

/** Presses the button that imports, where the sentences say this; they fit the window, and no key that scrolls is named. */
async function pressImport(terminal: Terminal, sentence: string): Promise<void> {
  terminal.press('c');
  await terminal.waitFor(sentence);
  await terminal.waitFor('Enter press the button');
  expect(terminal.screen().join('\n')).not.toMatch(/scroll|lines \d+ to/);
  terminal.press('right');
  await terminal.waitFor('[ Import ]');
  terminal.press('enter');
}

async function typePhrase(terminal: Terminal, phrase: string): Promise<void> {
  await terminal.waitFor(/Type\s+.*to confirm/);
  terminal.type(phrase);
  await terminal.waitFor('That is the phrase.');
  terminal.press('enter');
}

async function everybody(demo: DemoFolder): Promise<User[]> {
  return demo.json<User[]>('users', '--inactive');
}

/** The export of `demo` with these rows changed: a column by its heading, in the row of each id. */
async function editExport(demo: DemoFolder, edits: Record<number, Record<string, string>>): Promise<string[]> {
  expect((await demo.run('export', '--out', 'all.csv')).status).toBe(0);
  const [headings = '', ...rows] = (await readFile(path.join(demo.folder, 'all.csv'), 'utf8')).trimEnd().split('\r\n');
  const names = headings.split(',');
  const edited = rows.map((row) => {
    const cells = row.split(',');
    const edit = edits[Number(cells[0])] ?? {};
    return cells.map((cell, place) => edit[names[place] ?? ''] ?? cell).join(',');
  });
  return [headings, ...edited];
}

test('Calabrio: an edited export is mended, erases and deactivates by its phrase, and is undone', async () => {
  const demo = await demoFolder();
  const lines = await editExport(demo, {
    19: { Rank: '', 'Display Time Zone': 'Europe/Berln' },
    21: { Deactivated: '2026-01-01' },
  });
  const names = (lines[0] ?? '').split(',');
  const fresh: Record<string, string> = {
    'User ID': '0',
    Email: 'zoe@lindenhall.example',
    'First Name': 'Zoë',
    'Last Name': '山田',
  };
  lines.push(names.map((name) => fresh[name] ?? '').join(','));
  await writeFile(path.join(demo.folder, 'edited.csv'), lines.join('\r\n'));
  const before = await everybody(demo);

  const terminal = await openWizard(demo);
  await chooseFile(terminal, 'edited.csv');
  await terminal.waitFor('Guessed (fits “Calabrio” best): 29 of 31 columns mapped');
  await toBlanks(terminal);
  await toPreview(terminal);
  await terminal.waitFor('241 rows: 1 PROBLEM, 1 create, 1 update, 238 unchanged');
  terminal.press('n');
  await terminal.waitFor('Write Europe/Berlin, if that is meant.');
  terminal.press('enter');
  await terminal.waitFor(/❯ Display Time Zone.*PROBLEM/);
  terminal.type('xq');
  await terminal.waitFor('Cell: xq');
  terminal.press('escape');
  await terminal.waitFor(/❯ Display Time Zone.*Europe\/Berln.*PROBLEM/);
  terminal.press('enter');
  await terminal.waitFor('Cell: Europe/Berln');
  terminal.press('ctrl+u');
  terminal.type('Europe/Berlin');
  await terminal.waitFor('Cell: Europe/Berlin');
  terminal.press('enter');
  await terminal.waitFor('241 rows: 1 create, 2 update, 238 unchanged');
  await terminal.waitFor('1 value ERASED, 1 INACTIVE');
  terminal.press('s');
  await terminal.waitFor('1 mended row');
  terminal.press('enter');
  await terminal.waitFor('Mended file (1 row changed)');
  const saved = await readFile(path.join(demo.folder, 'edited-mended.csv'), 'utf8');
  expect(saved).toBe(lines.join('\r\n').replace('Europe/Berln', 'Europe/Berlin'));

  await pressImport(terminal, 'ERASED: 1 value goes without another in its place.');
  await typePhrase(terminal, 'IMPORT 3 ERASE 1 DEACTIVATE 1');
  await terminal.waitFor('Undo this run');
  expect(terminal.screen().join('\n')).not.toContain('INTO');
  const after = await everybody(demo);
  expect(after.find(({ id }) => id === 241)).toMatchObject({ firstName: 'Zoë', lastName: '山田', active: true });
  expect(after.find(({ id }) => id === 21)?.active).toBe(false);

  await choose(terminal, 'Undo this run');
  await terminal.waitFor(/Review the undo/);
  await terminal.waitFor(/\[.*\d+\]/);
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right');
  await terminal.waitFor('[ Undo ]');
  terminal.press('enter');
  await typePhrase(terminal, 'UNDO 3');
  await terminal.waitFor('Undone:');
  await terminal.waitFor(/^done +Zoë 山田 \(241\), removed/m);
  expect(terminal.screen().join('\n')).toMatch(/^done +John Smith \(19\), 2 values put back/m);
  expect(await everybody(demo)).toEqual(before);
  const [undo, run] = await demo.json<RunSummary[]>('runs');
  expect([undo?.operation, run?.operation]).toEqual(['undo', 'import']);
  expect(await quit(terminal)).toBe(0);
});

test('Symbiant: roles by the pipe, a mapping is saved and taken for the next file; what is missing is kept', async () => {
  const demo = await demoFolder();
  const heading = 'Account Name,Email,First Name,Last Name,Active?,Roles';
  await writeFile(
    path.join(demo.folder, 'one.csv'),
    `${heading}\nnew.one,new.one@lindenhall.example,New,One,,Agent|Supervisor\n`,
  );
  await writeFile(
    path.join(demo.folder, 'two.csv'),
    `${heading}\nnew.two,new.two@lindenhall.example,New,Two,FALSE,Agent\n`,
  );
  const terminal = await openWizard(demo);
  await chooseFile(terminal, 'one.csv');
  await terminal.waitFor('Guessed (fits “Symbiant” best): 6 of 6 columns mapped');
  await toBlanks(terminal);
  await terminal.waitFor(/Fields without a column +│ kept/);
  terminal.press('s');
  await terminal.waitFor('Name:');
  terminal.type('New staff');
  terminal.press('enter');
  await terminal.waitFor('The mapping “New staff” is saved');
  await toPreview(terminal);
  await terminal.waitFor('1 row: 1 create');
  await pressImport(terminal, '1 person is created, 0 people are changed.');
  await typePhrase(terminal, 'IMPORT 1');
  await terminal.waitFor('Back to the first screen');
  await choose(terminal, 'Back to the first screen');
  await terminal.waitFor(/History +1 run so far/);

  await chooseFile(terminal, 'two.csv');
  terminal.press('m');
  await terminal.waitFor(/❯ New staff +│ saved .*│ in use/);
  terminal.press('enter');
  await terminal.waitFor('Mapping “New staff”: 6 of 6 columns mapped');
  await toBlanks(terminal);
  await toPreview(terminal);
  await pressImport(terminal, '1 person is created');
  await typePhrase(terminal, 'IMPORT 1');
  await terminal.waitFor('Back to the first screen');
  const one = await demo.json('users', 'show', '241');
  expect(one).toMatchObject({ login: 'new.one', active: true, profile: { Roles: ['Agent', 'Supervisor'] } });
  expect(await demo.json('users', 'show', '242')).toMatchObject({ login: 'new.two', active: false });
  expect(await quit(terminal)).toBe(0);
});

test('Docebo: a date that reads in two ways is decided, a file of pairs is shown the other door', async () => {
  const demo = await demoFolder();
  const rows = [
    'Username,Email,First Name,Last Name,Hire Date',
    'new.one,new.one@lindenhall.example,New,One,03/04/2024',
  ];
  await writeFile(path.join(demo.folder, 'staff.csv'), rows.join('\n'));
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n');
  const terminal = await openWizard(demo);
  await choose(terminal, 'Import');
  await terminal.waitFor('Choose the file of people');
  terminal.type('pairs.csv');
  await terminal.waitFor(/^❯ pairs\.csv/m);
  terminal.press('enter');
  await terminal.waitFor('is a file of transfers');
  terminal.press('right', 'enter');
  await terminal.waitFor('Which one do you mean?');
  terminal.press('escape', 'escape', 'escape');
  await terminal.waitFor(/^❯ Bulk/m);

  await chooseFile(terminal, 'staff.csv');
  await terminal.waitFor('Guessed (fits “Docebo” best)');
  terminal.press('enter');
  await terminal.waitFor('Every required field has a column.');
  terminal.press('x', 'down', 'x');
  await terminal.waitFor('“Email” is left out');
  terminal.press('z', 'z', 'up');
  await terminal.waitFor('Every required field has a column.');
  terminal.press('down', 'down', 'down', 'down');
  await terminal.waitFor(/❯ Hire Date/);
  terminal.press('space');
  await terminal.waitFor('“Hire Date” is:');
  terminal.type('dep');
  await terminal.waitFor(/❯ Department Start Date/);
  terminal.press('enter');
  await terminal.waitFor('“Hire Date” is Department Start Date now');
  terminal.press('enter');
  await terminal.waitFor('How cells are read');
  terminal.press('enter');
  await terminal.waitFor('reads in two ways');
  await terminal.waitFor(/3 April 2024 .* or 4 March 2024/);
  terminal.press('space');
  await terminal.waitFor(/is read as (DD\/MM|MM\/DD)\/YYYY/);
  terminal.press('enter');
  await terminal.waitFor(/Fields without a column.*(values?|nothing)/);
  await toPreview(terminal);
  await pressImport(terminal, '1 person is created');
  await typePhrase(terminal, 'IMPORT 1');
  await terminal.waitFor('Back to the first screen');
  const { profile } = await demo.json<User>('users', 'show', '241');
  expect(profile['Department Start Date']).toBe('2024-04-03');
  expect(await quit(terminal)).toBe(0);
});
