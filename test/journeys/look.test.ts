import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { choose, chooseJohnAndJenny, openWizard, pick, quit, runFromTypes, upload } from './session.ts';

const ESC = '\u001B';
/** Any choice of a colour, foreground or background. */
const COLOUR = new RegExp(`${ESC}\\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m`);

test('NO_COLOR: no byte chooses a colour, and all that is said is said', async () => {
  const demo = await demoFolder();
  const coloured = await openWizard(demo);
  expect(coloured.output().toString()).toMatch(COLOUR);
  const terminal = await openWizard({ ...demo, env: { NO_COLOR: '1' } });
  await chooseJohnAndJenny(terminal);
  await runFromTypes(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  expect(terminal.output().toString()).not.toMatch(COLOUR);
});

test('LC_ALL=C: every byte is ASCII, from the first screen to the last', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, env: { LC_ALL: 'C' } });
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  // Among the first people are some whose names are not in Latin letters.
  terminal.press('tab', 'page-down', 'page-down', 'page-up', 'page-up');
  await terminal.waitFor('[x] Show inactive users');
  terminal.press('tab');
  await pick(terminal, 'jenny andrews', 'Jenny Andrews');
  await terminal.waitFor('2/8: Source user');
  terminal.press('tab');
  await pick(terminal, 'john smith', 'John Smith');
  await terminal.waitFor('3/8: What is carried');
  terminal.press('?');
  await terminal.waitFor('Keys here');
  terminal.press('escape');
  await runFromTypes(terminal, 'jenny.andrews');
  await terminal.waitFor('Data Transfer Successful');
  expect(await quit(terminal)).toBe(0);
  const foreign = [...terminal.output()].filter((byte) => byte > 0x7e);
  expect(foreign).toEqual([]);
});

test('CI=true: the wizard draws all the same', async () => {
  const demo = await demoFolder();
  for (const CI of ['true', '']) {
    const terminal = await openWizard({ ...demo, env: { CI } });
    await choose(terminal, 'Single');
    await terminal.waitFor('Target user');
    expect(await quit(terminal)).toBe(0);
  }
});

test('resized in the middle, also below what it needs and back: nothing is lost and no line breaks', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  terminal.press('down', 'space');
  await terminal.waitFor('36 of 37');
  const before = terminal.screen();

  // Lines come one by one: what is at the end of the screen is there last.
  const isWhole = (cols: number) => (screen: readonly string[]) =>
    screen[1] === '─'.repeat(cols) && screen.some((line) => line.includes('36 of 37')) && screen.at(-1) === '';
  terminal.resize(120, 40);
  await terminal.waitFor(isWhole(120));
  terminal.resize(60, 15);
  await terminal.waitFor(isWhole(60));
  terminal.resize(50, 10);
  await terminal.waitFor('This window is 50×10; handover needs 60×15.');
  terminal.press('enter', 'x', 'q');
  await terminal.waitFor(/Ctrl\+C\s+to\s+quit/);
  terminal.press('escape');
  await terminal.waitForGone('to quit');
  terminal.resize(80, 24);
  await terminal.waitFor('36 of 37');
  await terminal.waitFor((screen) => screen.join('\n') === before.join('\n'));

  terminal.resize(40, 8);
  await terminal.waitFor('This window is 40×8');
  terminal.press('q');
  await terminal.waitFor(/Ctrl\+C\s+to\s+quit/);
  terminal.press('q');
  expect((await terminal.exited).exitCode).toBe(0);
});

test('made narrower and wider again, the screen is each time as if it had always been so', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  for (const cols of [66, 120, 60, 90]) {
    terminal.resize(cols, 24);
    const fresh = await openWizard({ ...demo, cols });
    await terminal.waitFor((screen) => screen.join('\n') === fresh.screen().join('\n'));
    await quit(fresh);
  }
  expect(await quit(terminal)).toBe(0);
});

test('a hostile file: none of its controls reaches the terminal, and its values are shown for what they are', async () => {
  const demo = await demoFolder();
  const cells = [
    `${ESC}]52;c;ZXZpbA==\u0007`,
    `19\b\b91`,
    `${ESC}[2J${ESC}[31mred`,
    '2\u202E1',
    '2\u009B1m',
    '"2\u0000\n2"',
  ];
  const rows = cells.map((cell) => `${cell},21,"${ESC}]0;title\u0007"`);
  await writeFile(
    path.join(demo.folder, 'hostile.csv'),
    `From User ID,To User ID,Note${ESC}[8m\n${rows.join('\n')}\n20,22,x\n`,
  );
  const terminal = await openWizard(demo);
  await upload(terminal, 'hostile.csv');
  terminal.press('enter');
  await terminal.waitFor('7 rows:');
  for (let row = 0; row < cells.length; row += 1) {
    terminal.press('d');
    await terminal.waitFor('In the file:');
    terminal.press('escape');
    await terminal.waitForGone('In the file:');
    terminal.press('enter');
    await terminal.waitFor('what should become of this row?');
    terminal.press('escape');
    await terminal.waitForGone('what should become of this row?');
    terminal.press('down');
  }
  terminal.press('home');
  await terminal.waitFor(/❯ +2 │/);
  const screen = terminal.screen().join('\n');
  expect(screen).toContain('19␈␈91');
  expect(screen).not.toMatch(/│ 1991 /);
  expect(await quit(terminal)).toBe(0);

  const output = terminal.output().toString('utf8');
  for (const sign of ['\u0007', '\b', '\u0000', '\u009B', '\u202E', `${ESC}]`, `${ESC}[8m`, `${ESC}[31mred`]) {
    expect(output.includes(sign), JSON.stringify(sign)).toBe(false);
  }
  expect(output.split(`${ESC}[2J`).length).toBe((await plainOutput(demo.folder)).split(`${ESC}[2J`).length);
});

/** What the wizard writes on its own account, from start to quit. */
async function plainOutput(folder: string): Promise<string> {
  const terminal = await openWizard({ folder });
  await quit(terminal);
  return terminal.output().toString('utf8');
}
