import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { choose, chooseJohnAndJenny, openWizard, quit, upload } from './session.ts';

test('keys in one chunk: five times down and Enter pick the sixth person', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  terminal.type('sam');
  await terminal.waitFor(/Search: +sam +\d+ of 240/);
  const listed = terminal.screen().filter((line) => /^.{2} +\d+ /.test(line));
  const sixth = /^.{2} +(\d+) +(\S+ \S+)/.exec(listed[5] ?? '');
  expect(sixth?.[1]).toBeDefined();
  terminal.pressAtOnce('down', 'down', 'down', 'down', 'down', 'enter');
  await terminal.waitFor('2/8: Source user');
  expect(terminal.screen()[2]).toContain(`INTO ${sixth?.[2]} (${sixth?.[1]})`);
});

test('keys in one chunk: in a menu, six times down and Enter open the seventh item, and count once', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  terminal.pressAtOnce('down', 'down', 'down', 'down', 'down', 'down', 'enter');
  await terminal.waitFor('Save as:');
  // An Enter that counted twice would have saved the file by now.
  terminal.press('!');
  await terminal.waitFor('people.csv!');
  expect(terminal.screen().join('\n')).not.toContain('Exported');
  terminal.press('escape');
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  terminal.press('x');
  await terminal.waitFor('Search:  x');
  terminal.press('escape');
  await terminal.waitFor('type to search');
  expect(terminal.screen().join('\n')).not.toContain('cannot be picked');
});

test('the first Enter of a session counts once', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  terminal.press('enter');
  await terminal.waitFor('1/8: Target user');
  terminal.press('?');
  await terminal.waitFor('Keys here');
  terminal.press('escape');
  await terminal.waitFor('type to search');
  expect(terminal.screen().join('\n')).not.toContain('cannot be picked');
});

test('keys in one chunk: a name with Enter picks that person, a path with Enter opens that file', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n22,24\n');
  const terminal = await openWizard(demo);
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  terminal.send('jenny andrews\rsam rodgers\r');
  await terminal.waitFor('FROM Sam Rodgers (22) INTO Jenny Andrews (21), Jenny Andrews is kept');
  terminal.pressAtOnce('escape');
  await terminal.waitFor('2/8: Source user');
  terminal.pressAtOnce('escape');
  await terminal.waitFor('type to search');
  terminal.pressAtOnce('escape');
  await terminal.waitFor('1/8: Target user');
  terminal.pressAtOnce('escape');
  await terminal.waitFor('type to search');
  terminal.pressAtOnce('escape');
  await choose(terminal, 'Bulk');
  await choose(terminal, 'Upload');
  await terminal.waitFor('Choose the edited file');
  terminal.send('../');
  terminal.send(`${path.basename(demo.folder)}/pai\r`);
  await terminal.waitFor('Which one do you mean?');
  expect(terminal.screen().join('\n')).toContain('Sam Rodgers');
});

test('a pasted name with line ends is searched for and picks nobody', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await choose(terminal, 'Single');
  await terminal.waitFor('Target user');
  expect(terminal.marksPastes).toBe(true);
  terminal.paste('jenny\nandrews\n');
  await terminal.waitFor(/Search: +jenny andrews/);
  await terminal.waitFor(/❯ +21 +Jenny Andrews/);
  expect(terminal.screen()[0]).toContain('1/8: Target user');
});

test('help on every screen of a single transfer tells its keys and leaves it as it was', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  const help = async () => {
    const before = terminal.screen();
    terminal.press('?');
    await terminal.waitFor('Keys here');
    terminal.press('escape');
    await terminal.waitForGone('Keys here');
    expect(terminal.screen()).toEqual(before);
  };
  await help();
  await choose(terminal, 'Single');
  await terminal.waitFor('type to search');
  await help();
  terminal.press('escape');
  await terminal.waitFor('You are');
  await chooseJohnAndJenny(terminal);
  await help();
  terminal.press('enter');
  await terminal.waitFor('[By type');
  await help();
  terminal.press('d');
  await terminal.waitFor('kept  ');
  await help();
  terminal.press('escape');
  await terminal.waitFor('[By type');
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
  await help();
  terminal.press('right', 'enter');
  await terminal.waitFor('to confirm');
  await help();
  terminal.type('jenny.andrews\r');
  await terminal.waitFor('Data Transfer Successful');
  await help();
  terminal.press('escape');
  await choose(terminal, 'History');
  await terminal.waitFor('type to filter');
  await help();
  terminal.press('enter');
  await terminal.waitFor('Data Transfer Successful');
});

test('scrolled far past its end, a page comes back by one line with the first key up', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, cols: 60, rows: 15 });
  const placeOf = () => /lines (\d+) to (\d+) of (\d+)/.exec(terminal.screen().join('\n'))?.slice(1).map(Number);
  terminal.press('?');
  await terminal.waitFor(/lines 1 to \d+ of \d+/);
  for (let presses = 0; presses < 12; presses += 1) terminal.press('page-down');
  await terminal.waitFor(() => placeOf()?.[1] === placeOf()?.[2]);
  const [first = 0, , last = 0] = placeOf() ?? [];
  terminal.press('up');
  await terminal.waitFor(`lines ${first - 1} to ${last - 1} of ${last}`);
});

test('help on every screen of a bulk transfer', async () => {
  const demo = await demoFolder();
  await writeFile(path.join(demo.folder, 'pairs.csv'), 'From User ID,To User ID\n22,24\n23,9999\n');
  const terminal = await openWizard(demo);
  const help = async () => {
    terminal.press('?');
    await terminal.waitFor('Keys here');
    terminal.press('escape');
    await terminal.waitForGone('Keys here');
  };
  await choose(terminal, 'Bulk');
  await terminal.waitFor('Upload User');
  await help();
  terminal.press('escape');
  await terminal.waitFor('You are');
  await upload(terminal, 'pairs.csv');
  await help();
  terminal.press('enter');
  await terminal.waitFor('Preview');
  await help();
  for (const [key, sight] of [
    ['d', 'In the file:'],
    ['m', 'what should become of this row?'],
    ['r', '100 rows'],
    ['g', 'Go to line:'],
  ] as const) {
    terminal.press(key);
    await terminal.waitFor(sight);
    await help();
    terminal.press('escape');
    await terminal.waitForGone(sight);
  }
});

test('Ctrl+L draws a screen anew that something else has written over', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await chooseJohnAndJenny(terminal);
  const before = terminal.screen();
  const bytes = terminal.bytesReceived;
  terminal.press('ctrl+l');
  await terminal.waitFor(() => terminal.bytesReceived > bytes);
  await terminal.waitFor((screen) => screen.join('\n') === before.join('\n'));
  expect(terminal.output().subarray(bytes).toString()).toContain('What is carried');
});

test('quit twice with q ends with 0, the terminal as it was', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, fromShell: true });
  terminal.press('q');
  await terminal.waitFor('Quit? Press q, Enter or Ctrl+C; Esc stays.');
  terminal.press('escape');
  await terminal.waitForGone('Quit? Press');
  terminal.press('q', 'q');
  await terminal.waitFor('[status 0, terminal cooked]');
  await terminal.exited;
  expect(terminal).toMatchObject({ onAlternateScreen: false, cursorVisible: true, marksPastes: false });
});

test('quit twice with Ctrl+C ends with 130, the terminal as it was', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard({ ...demo, fromShell: true });
  await choose(terminal, 'Single');
  await terminal.waitFor('type to search');
  terminal.pressAtOnce('ctrl+c', 'ctrl+c');
  await terminal.waitFor('[status 130, terminal cooked]');
  await terminal.exited;
  expect(terminal).toMatchObject({ onAlternateScreen: false, cursorVisible: true, marksPastes: false });
});

test('without a terminal two lines say what to run instead, and the status is 2', async () => {
  const { status, stdout, stderr } = await runHandover([], { cwd: await tempFolder() });
  expect(status).toBe(2);
  expect(stdout).toBe('');
  expect(stderr.trimEnd().split('\n')).toHaveLength(2);
  expect(stderr).toContain('handover check');
});

test('q is text where text is typed, and leaves from everywhere else', async () => {
  const demo = await demoFolder();
  const terminal = await openWizard(demo);
  await choose(terminal, 'Single');
  await terminal.waitFor('type to search');
  terminal.press('q');
  await terminal.waitFor(/Search: +q/);
  expect(await quit(terminal)).toBe(0);
});
