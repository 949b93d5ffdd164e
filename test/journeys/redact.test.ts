import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import { type DemoFolder, workIn } from '../commands/demo-folder.ts';
import { copiedFolder } from '../helpers/copied-folder.ts';
import { openQuestions } from '../helpers/questions.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { leakIn, makeMarked, markedNames } from '../redact/given-marked.ts';
import { choose, confirm, openWizard, pick, quit, upload } from './session.ts';

/** A store in which all that tells who somebody is bears the mark. */
async function markedFolder(): Promise<DemoFolder> {
  return workIn(await copiedFolder('marked', makeMarked));
}

const REDACTED = { args: ['--redact'], cols: 120, rows: 40 };

/** All that was ever drawn, without what moves the cursor and colours. */
function drawnOn(terminal: Terminal): string {
  return terminal
    .output()
    .toString('utf8')
    .replaceAll(/\x1b\[[0-9;?]*[A-Za-z]/g, '');
}

/** Chooses an item of the first screen, whose menu passes over what cannot be chosen. */
async function chooseAtHome(terminal: Terminal, label: string): Promise<void> {
  await terminal.waitFor(/Emptied +Accounts/);
  const cursor = (screen: string[]) => screen.find((line) => line.startsWith('❯ '));
  for (let count = 0; count < 12 && !cursor(terminal.screen())?.startsWith(`❯ ${label}`); count += 1) {
    const before = cursor(terminal.screen());
    terminal.press('down');
    await terminal.waitFor((screen) => cursor(screen) !== undefined && cursor(screen) !== before);
  }
  terminal.press('enter');
}

/** Nothing of it tells who anybody is, nor does any file that was saved beside the store. */
async function expectNoLeak({ folder }: DemoFolder, shown: string, saved: readonly string[]): Promise<void> {
  expect(leakIn(shown)).toBeNull();
  const files = (await readdir(folder)).filter((name) => saved.some((start) => name.startsWith(start)));
  expect(files.length).toBe(saved.length);
  for (const name of files)
    expect([name, leakIn(await readFile(path.join(folder, name), 'utf8'))]).toEqual([name, null]);
}

test('a transfer on a redacted screen: found, looked into, confirmed by the stand-in alone; what runs is as it is', async () => {
  const demo = await markedFolder();
  const terminal = await openWizard({ ...demo, ...REDACTED });
  await terminal.waitFor(/operator1 {2}LIVE {2}REDACTED/);
  await terminal.waitFor('not under --redact; "handover import FILE" shows what it would do');
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  terminal.type('login21');
  await terminal.waitFor('Nobody matches');
  terminal.press('escape');
  await terminal.waitForGone('Nobody matches');
  await pick(terminal, 'first21', 'First21 Last21');
  await terminal.waitFor('2/8: Source user');
  terminal.press('tab');
  await terminal.waitFor('[x] Show inactive users');
  await pick(terminal, 'user19', 'First19 Last19');
  await terminal.waitFor('FROM First19 Last19 (19) INTO First21 Last21 (21), First21 Last21 is kept');
  await terminal.waitFor('3/8: What is carried');
  terminal.press('enter');
  await terminal.waitFor('[By type');
  terminal.press('down', 'down', 'd');
  await terminal.waitFor('(name)');
  terminal.press('escape');
  await confirm(terminal, 'user21');
  await terminal.waitFor('Data Transfer Successful');
  await choose(terminal, 'Save the log of this run');
  await terminal.waitFor(/saved already: \S+/);
  await choose(terminal, 'Back to the first screen');
  await chooseAtHome(terminal, 'Emptied');
  await terminal.waitFor('First19 Last19');
  terminal.press('escape');
  await chooseAtHome(terminal, 'Export');
  await terminal.waitFor('people.csv');
  terminal.press('enter');
  await terminal.waitFor(/Exported 40 people to \S+people\.csv, with stand-ins: only to be looked at\./);
  terminal.press('escape');
  await chooseAtHome(terminal, 'History');
  await terminal.waitFor(/old +transfer/);
  terminal.type('old');
  await terminal.waitFor('1 of 2');
  terminal.press('enter');
  await terminal.waitFor('Errors occurred during data transfer.');
  terminal.press('tab', 'tab');
  await terminal.waitFor('First20 Last20 (20) into user22 <person22@example.invalid> has changed.');
  terminal.press('escape');
  await choose(terminal, 'Retry only these');
  await terminal.waitFor('Retry transfer 1/5: Review');
  await terminal.waitFor('[By type');
  expect(await quit(terminal)).toBe(0);
  await expectNoLeak(demo, drawnOn(terminal), ['handover-log-', 'people.csv']);

  const [run] = await demo.json<{ id: string }[]>('runs');
  const file = path.join(demo.folder, 'store', 'runs', run?.id ?? '', 'plan.json');
  const frozen = JSON.parse(await readFile(file, 'utf8')) as Plan;
  expect(frozen).toMatchObject({ operator: 'q0zadmin', confirm: markedNames(21).login });
  expect(frozen.pairs[0]?.source.name).toBe(`${markedNames(19).firstName} ${markedNames(19).lastName}`);
});

test('a file with problems on a redacted screen: its cells are stand-ins where they say what the store says; so is its copy', async () => {
  const demo = await markedFolder();
  const row = (from: number, to: string, email = markedNames(from).email) =>
    `${from},${to},${email},${markedNames(from).firstName},Q0zwrong,note on Q0z`;
  const rows = [
    row(19, '21'),
    row(20, '22', 'q0z.another@q0zhost.example'),
    row(23, 'Q0z-f24'),
    row(1, '26'),
    row(25, ''),
  ];
  await writeFile(
    path.join(demo.folder, 'pairs.csv'),
    ['From User ID,To User ID,Email,First Name,Last Name,Remark', ...rows].join('\n'),
  );
  const terminal = await openWizard({ ...demo, ...REDACTED });
  await upload(terminal, 'pairs.csv');
  terminal.press('enter');
  await terminal.waitFor('2 pairs, 2 problems');
  for (const line of [2, 3, 4, 5]) {
    await terminal.waitFor(new RegExp(`❯ .?\\s*${line} │`));
    terminal.press('d');
    await terminal.waitFor(/Esc/);
    terminal.press('escape', 'down');
  }
  terminal.press('c');
  await terminal.waitFor('2 problems are left.');
  terminal.press('enter');
  await choose(terminal, 'Leave this row out');
  await terminal.waitFor('1 problem,');
  terminal.press('n', 'enter');
  await choose(terminal, 'Leave this row out');
  await terminal.waitFor('0 problems');
  terminal.press('s');
  await terminal.waitFor('2 mended rows');
  terminal.press('enter');
  await terminal.waitFor('Mended file (2 rows changed)');
  terminal.press('c');
  await terminal.waitFor('What is carried');
  terminal.press('enter');
  await confirm(terminal, 'TRANSFER 2');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  await expectNoLeak(demo, drawnOn(terminal), ['pairs-mended.csv']);
  const copy = await readFile(path.join(demo.folder, 'pairs-mended.csv'), 'utf8');
  expect(copy.split('\n')[1]).toBe('19,21,person19@example.invalid,First19,Last19,(hidden)');

  const [run] = await demo.json<{ id: string }[]>('runs');
  const frozen = await readFile(path.join(demo.folder, 'store', 'runs', run?.id ?? '', 'plan.json'), 'utf8');
  expect(frozen).not.toMatch(/First\d|user\d|example\.invalid/);
});

test('a merge on a redacted screen: every field that tells who somebody is can be chosen, and none is shown', async () => {
  const demo = await markedFolder();
  const terminal = await openWizard({ ...demo, ...REDACTED });
  await choose(terminal, 'Merge');
  await choose(terminal, 'Two profiles');
  await terminal.waitFor('Source profile');
  terminal.press('tab');
  await terminal.waitFor('[x] Show inactive users');
  await pick(terminal, 'user19', 'First19 Last19');
  await terminal.waitFor('Destination');
  await pick(terminal, 'user21', 'First21 Last21');
  await terminal.waitFor(/E-mail address +│ person19@.*│ person21@/);
  terminal.press('enter');
  await terminal.waitFor('User information');
  await terminal.waitFor(/First Name +│ .*First19 +│ .*First21/);
  terminal.press('enter');
  await terminal.waitFor('Enrolments');
  terminal.press('enter');
  await terminal.waitFor('What is merged');
  terminal.press('enter');
  await terminal.waitFor('[User Information');
  await terminal.waitFor('First19');
  terminal.press('enter');
  await terminal.waitFor('Merge these users?');
  terminal.press('right');
  await terminal.waitFor('[ Merge Users ]');
  terminal.press('enter');
  await terminal.waitFor(/Type +user21 +to confirm/);
  terminal.type('user21');
  await terminal.waitFor(/❯ user21/);
  terminal.press('enter');
  await terminal.waitFor('Merge Successful');
  const merged = await demo.json<{ firstName: string }>('users', 'show', '21');
  expect(merged.firstName).toBe(markedNames(19).firstName);
  await choose(terminal, 'Undo this run');
  await terminal.waitFor('What is put back');
  terminal.press('enter');
  await terminal.waitFor('[By type');
  await terminal.waitFor('BACK TO First19 Last19 (19) FROM First21 Last21 (21)');
  terminal.press('d');
  await terminal.waitFor('User information');
  terminal.press('escape');
  expect(await quit(terminal)).toBe(0);
  await expectNoLeak(demo, drawnOn(terminal), []);
});

test('the wizard as questions says stand-ins alone', async () => {
  const demo = await markedFolder();
  const wizard = openQuestions({ ...demo, args: ['--accessible', '--redact'] });
  await wizard.waitFor('1. Single: Transfer data');
  await wizard.answers(
    ['1', 'Target user.'],
    ['login21', 'Nobody matches'],
    ['user21', /^1\. First21 Last21, ID 21/m],
    ['1', 'Source user.'],
    ['user19', /i shows them|First19 Last19/],
  );
  wizard.end();
  await wizard.ended;
  expect(leakIn(wizard.all())).toBeNull();
});
