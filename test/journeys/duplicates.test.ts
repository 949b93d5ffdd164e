import { expect, test } from 'vitest';
import { type DemoFolder, demoFolder } from '../commands/demo-folder.ts';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, openWizard, quit } from './session.ts';

interface Found {
  source: { id: number };
  target: { id: number };
}

/** At the list of accounts that may be one person's. */
async function toDuplicates(demo: DemoFolder): Promise<Terminal> {
  const terminal = await openWizard(demo);
  await choose(terminal, 'Merge');
  await choose(terminal, 'Find duplicates');
  await terminal.waitFor(/Score +Is merged +Into, is kept +Why/);
  await terminal.waitFor(/^❯ \[ \]/m);
  return terminal;
}

/** From a review through both confirmations to the result of the merge. */
async function merge(terminal: Terminal, phrase: RegExp): Promise<void> {
  terminal.press('enter');
  await terminal.waitFor(/Merge these users\?/);
  terminal.press('right');
  await terminal.waitFor('[ Merge Users ]');
  terminal.press('enter');
  const screen = (await terminal.waitFor(phrase)).toString();
  const typed = phrase.exec(screen)?.[1] ?? '';
  terminal.type(typed);
  await terminal.waitFor('That is the phrase');
  terminal.press('enter');
  await terminal.waitFor('Merge Successful');
}

const mergedInto = async (demo: DemoFolder, id: number) =>
  (await demo.json<{ mergedInto: number | null }>('users', 'show', String(id))).mergedInto;

test('two accounts that are found are merged field by field, the other way round than proposed', async () => {
  const demo = await demoFolder();
  const [first] = await demo.json<Found[]>('duplicates');
  if (first === undefined) throw new Error('The demonstration store has no duplicates');
  const terminal = await toDuplicates(demo);
  await terminal.waitFor(`(${first.source.id}) INTO`);
  terminal.press('right');
  await terminal.waitFor(/The other way round/);
  terminal.press('enter');
  await terminal.waitFor('Both profiles');
  await terminal.waitFor(/│ +E-mail address/);
  for (const step of ['User information', 'Enrolments', 'What is merged', '[User Information']) {
    terminal.press('enter');
    await terminal.waitFor(step);
  }
  await merge(terminal, /Type +(\S+) +to confirm/);
  expect(await mergedInto(demo, first.target.id)).toBe(first.source.id);
  expect(await quit(terminal)).toBe(0);
});

test('several that are marked are merged in bulk, and are no duplicates any more', async () => {
  const demo = await demoFolder();
  const before = await demo.json<Found[]>('duplicates');
  const terminal = await toDuplicates(demo);
  terminal.press('tab', 'down', 'tab');
  await terminal.waitFor('2 pairs marked; Enter merges them, as a bulk merge');
  terminal.press('enter');
  await terminal.waitFor('2 rows: 2 pairs, 0 problems');
  for (const [key, step] of [
    ['c', 'Whose value wins'],
    ['enter', 'What is merged'],
    ['enter', '[By type'],
  ] as const) {
    terminal.press(key);
    await terminal.waitFor(step);
  }
  await merge(terminal, /Type +(MERGE 2) +to confirm/);
  const after = await demo.json<Found[]>('duplicates');
  expect(before.length - after.length).toBeGreaterThanOrEqual(2);
  expect(await quit(terminal)).toBe(0);
});
