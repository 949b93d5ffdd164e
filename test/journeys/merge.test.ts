import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { RunSummary } from '../../source/model/run.ts';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, openWizard, pick, quit } from './session.ts';

interface Shown {
  firstName: string;
  lastName: string;
  mergedInto: number | null;
  records: Record<string, { course?: string; status?: string }[]>;
}

const show = (demo: DemoFolder, id: number) => demo.json<Shown>('users', 'show', String(id));
const SENTENCE = 'FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept';

/** From the first screen to the user information of John Smith (19), the source, and Jenny Andrews (21). */
async function toFields(terminal: Terminal): Promise<void> {
  await choose(terminal, 'Merge');
  await choose(terminal, 'Two profiles');
  await terminal.waitFor('Merge 1/11: Source profile');
  terminal.press('tab');
  await terminal.waitFor('[x] Show inactive users');
  await pick(terminal, 'john smith', 'John Smith');
  await terminal.waitFor('Merge 2/11: Destination');
  await pick(terminal, 'jenny andrews', 'Jenny Andrews');
  await terminal.waitFor(/│ +E-mail address +│ john\.smith@.*│ jenny\.andrews@/);
  terminal.press('enter');
  await terminal.waitFor('4/11: User information');
}

/** Downwards until the cursor is on the row of that name. */
async function goDownTo(terminal: Terminal, name: string): Promise<void> {
  const isThere = (screen: string[]) => screen.some((line) => line.startsWith(`│ ❯ ${name}`));
  for (let count = 0; count < 60 && !isThere(terminal.screen()); count += 1) {
    const before = terminal.screen().find((line) => line.startsWith('│ ❯'));
    terminal.press('down');
    await terminal.waitFor((screen) => screen.some((line) => line.startsWith('│ ❯') && line !== before));
  }
  await terminal.waitFor(isThere);
}

/** At the preview of a file of two merges: John Smith into Jenny Andrews, James Anderson into Sam Rodgers. */
async function toPreview(demo: DemoFolder, size: { cols?: number; rows?: number } = {}): Promise<Terminal> {
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n19,21\n20,22\n');
  const terminal = await openWizard({ ...demo, ...size });
  await choose(terminal, 'Merge');
  await choose(terminal, 'Many merges');
  await choose(terminal, 'Upload');
  await terminal.waitFor('Choose the edited file');
  terminal.type('pairs.csv');
  await terminal.waitFor(/^Path: .*pairs\.csv/m);
  terminal.press('enter');
  await terminal.waitFor('Which one do you mean?');
  await terminal.waitFor('John Smith (19) is merged INTO Jenny Andrews (21)');
  terminal.press('enter');
  await terminal.waitFor('2 rows: 2 pairs, 0 problems');
  return terminal;
}

/** From the review of a file of two merges through both confirmations to its result. */
async function mergeBoth(terminal: Terminal): Promise<void> {
  terminal.press('enter');
  await terminal.waitFor('Merge these users?');
  terminal.press('right');
  await terminal.waitFor('[ Merge Users ]');
  terminal.press('enter');
  await terminal.waitFor(/Type +MERGE 2 +to confirm/);
  terminal.type('MERGE 2');
  await terminal.waitFor(/❯ MERGE 2/);
  terminal.press('enter');
  await terminal.waitFor('Merge Successful');
}

/** From the review of a merge through both confirmations to its result. */
async function mergeUsers(terminal: Terminal): Promise<void> {
  await terminal.waitFor('[User Information');
  terminal.press('enter');
  await terminal.waitFor('Merge these users?');
  terminal.press('right');
  await terminal.waitFor('[ Merge Users ]');
  terminal.press('enter');
  await terminal.waitFor(/Type +jenny\.andrews +to confirm/);
  terminal.type('jenny.andrews');
  await terminal.waitFor(/❯ jenny\.andrews/);
  terminal.press('enter');
  await terminal.waitFor('Merge Successful');
}

test.each([
  [80, 24],
  [120, 40],
])('a merge at %i × %i: picked, chosen, reviewed, confirmed, run, undone', async (cols, rows) => {
  const demo = await demoFolder();
  const before = await Promise.all([show(demo, 19), show(demo, 21)]);
  const terminal = await openWizard({ ...demo, cols, rows });
  await toFields(terminal);
  expect(terminal.screen()[2]).toBe(SENTENCE);
  terminal.press('d');
  await terminal.waitFor('are the same and not shown');
  await goDownTo(terminal, 'Last Name');
  terminal.press('right');
  await terminal.waitFor(/❯ Last Name +│ {3}Smith +│ ● Andrews +│ target/);

  terminal.press('enter');
  await terminal.waitFor('5/11: Enrolments');
  await goDownTo(terminal, 'Fire safety');
  await terminal.waitFor('"completed" comes before "enrolled"');
  terminal.press('right');
  await terminal.waitFor(/❯ Fire safety +│ {3}completed, 94 +│ ● enrolled, 48 +│ target/);
  terminal.press('enter');
  await terminal.waitFor('6/11: What is merged');
  terminal.press('enter');
  await mergeUsers(terminal);

  const [john, jenny] = await Promise.all([show(demo, 19), show(demo, 21)]);
  expect(john.mergedInto).toBe(21);
  expect([jenny.firstName, jenny.lastName]).toEqual(['John', 'Andrews']);
  const courses = new Map(jenny.records['course-enrolments']?.map(({ course, status }) => [course, status]));
  expect(courses.get('Fire safety')).toBe('enrolled');
  expect(courses.get('Data protection')).toBe('completed');
  expect(courses.has('Telephone system')).toBe(false);

  await choose(terminal, 'Undo this run');
  await terminal.waitFor(/User information +11 fields/);
  terminal.press('enter');
  await terminal.waitFor('[By type');
  terminal.press('d');
  await terminal.waitFor('John Smith (19): merged into 21 → not merged');
  terminal.press('escape');
  await terminal.waitFor('[By type');
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  terminal.press('right');
  await terminal.waitFor('[ Undo ]');
  terminal.press('enter');
  await terminal.waitFor('UNDO 1');
  terminal.type('UNDO 1');
  await terminal.waitFor(/❯ UNDO 1/);
  terminal.press('enter');
  await terminal.waitFor('Undone: what the review showed has been put back.');
  expect(await Promise.all([show(demo, 19), show(demo, 21)])).toEqual(before);
  expect(await quit(terminal)).toBe(0);
  expect(await demo.json<RunSummary[]>('runs')).toMatchObject([{ operation: 'undo' }, { operation: 'merge' }]);
});

test('from the review to the step that decides a tab, and back to a plan made anew', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await toFields(terminal);
  terminal.press('enter');
  await terminal.waitFor('5/11: Enrolments');
  terminal.press('enter');
  await terminal.waitFor('6/11: What is merged');
  terminal.press('enter');
  await terminal.waitFor('[User Information');
  terminal.press('e');
  await terminal.waitFor('4/11: User information');
  await goDownTo(terminal, 'First Name');
  terminal.press('right', 'enter');
  await terminal.waitFor(/\[User Information/);
  await terminal.waitFor(/❯ First Name +│ {3}John +│ ● Jenny +│ target/);
  terminal.press('right');
  await terminal.waitFor('[Enrolments');
  terminal.press('e');
  await terminal.waitFor('5/11: Enrolments');
  terminal.press('space');
  await terminal.waitFor('[ ] Merge enrolments');
  terminal.press('escape');
  await terminal.waitFor('[Enrolments');
  await terminal.waitFor(/Data protection +│ {3}completed, 78 +│ {3}\(not enrolled\) +│ ● neither/);
  for (const tab of ['Transactions', 'Badges', 'Subscriptions', 'Everything else', 'Not merged', 'Warnings']) {
    terminal.press('right');
    await terminal.waitFor(`[${tab}`);
  }
  expect(await quit(terminal)).toBe(0);
  expect(await demo.json('runs')).toEqual([]);
});

test('a file of merges: a policy, a queue of what it leaves open, one review, and everybody is merged', async () => {
  const demo = await demoFolder();
  const terminal = await toPreview(demo);
  terminal.press('c');
  await terminal.waitFor(/❯ EVERY FIELD +│ +\d+ │ the source’s/);
  terminal.press('down', 'left');
  await terminal.waitFor(/❯ First Name +│ +2 │ ask me/);
  terminal.press('enter');
  await terminal.waitFor('2 conflicts, 2 of them open.');
  terminal.press('enter');
  await terminal.waitFor('2 conflicts are still open');
  terminal.press('right', 'a');
  await terminal.waitFor('2 conflicts, 0 of them open.');
  terminal.press('enter');
  await terminal.waitFor('7/12: What is merged');
  terminal.press('enter');
  await terminal.waitFor('[By type');
  await mergeBoth(terminal);
  expect(await quit(terminal)).toBe(0);
  const [john, jenny, sam] = await Promise.all([show(demo, 19), show(demo, 21), show(demo, 22)]);
  expect(john.mergedInto).toBe(21);
  expect([jenny.firstName, jenny.lastName, sam.firstName, sam.lastName]).toEqual(['Jenny', 'Smith', 'Sam', 'Anderson']);
});

test.each([
  [80, 24],
  [120, 40],
])(
  'a file of merges at %i × %i: one pair is opened and chosen for by hand, the other goes by the policy',
  async (cols, rows) => {
    const demo = await demoFolder();
    const terminal = await toPreview(demo, { cols, rows });
    terminal.press('o');
    await terminal.waitFor('Merge user information');
    expect(terminal.screen()[2]).toBe(SENTENCE);
    await goDownTo(terminal, 'Rank');
    terminal.press('right', 'enter');
    await terminal.waitFor('Merge enrolments');
    await goDownTo(terminal, 'Fire safety');
    terminal.press('right', 'enter');
    await terminal.waitFor(/❯ +2 │ .*│ by hand/);
    terminal.press('c');
    await terminal.waitFor(/❯ EVERY FIELD/);
    terminal.press('enter');
    await terminal.waitFor('What is merged');
    terminal.press('enter');
    await terminal.waitFor('[By type');
    terminal.press('right');
    await terminal.waitFor(/Chosen by hand: Rank; 1 course/);
    terminal.press('down', 'e');
    // The sentence names these two under the cursor of the review already.
    await terminal.waitFor('Merge user information');
    await terminal.waitFor('FROM James Anderson (20) INTO Sam Rodgers (22)');
    await goDownTo(terminal, 'Last Name');
    terminal.press('right', 'w');
    await terminal.waitFor('Last Name: You chose it.');
    terminal.press('escape');
    await terminal.waitFor(/❯ Last Name .*● Rodgers/);
    terminal.press('escape');
    await terminal.waitFor('Chosen by hand: Last Name; r goes back');
    terminal.press('r');
    await terminal.waitFor('By the policy; o chooses by hand');
    await mergeBoth(terminal);
    expect(await quit(terminal)).toBe(0);
    const [jenny, sam] = await Promise.all([show(demo, 21), show(demo, 22)]);
    const courses = new Map(jenny.records['course-enrolments']?.map(({ course, status }) => [course, status]));
    expect([courses.get('Fire safety'), jenny.lastName, sam.lastName]).toEqual(['enrolled', 'Smith', 'Anderson']);
  },
);
