import { execFileSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { demoFolder } from '../commands/demo-folder.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';
import { quit } from './session.ts';

const CATALOGUE = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');

/** The wizard held at its opening: it waits for a catalogue that `goOn` hands over. */
async function heldAtOpening(): Promise<{ terminal: Terminal; goOn: () => Promise<void> }> {
  const { folder } = await demoFolder();
  const pipe = path.join(folder, 'catalogue.json');
  execFileSync('mkfifo', [pipe]);
  const terminal = openTerminal({ cwd: folder, args: ['--store', 'store', '--catalogue', pipe] });
  await terminal.waitFor('Opening the store');
  const catalogue = await readFile(CATALOGUE);
  return { terminal, goOn: () => writeFile(pipe, catalogue) };
}

test('what is typed while the store is being opened is not echoed over the screen, and counts for nothing', async () => {
  const { terminal, goOn } = await heldAtOpening();
  terminal.type('abc');
  terminal.press('down', 'enter');
  await goOn();
  await terminal.waitFor(/❯ Single +Transfer data/);
  terminal.press('down');
  await terminal.waitFor(/❯ Bulk +Many/);
  const output = terminal.output().toString();
  expect(output).not.toContain('abc');
  expect(output).not.toContain('^[');
  expect(await quit(terminal)).toBe(0);
});

test('Ctrl+C while the store is being opened leaves, with the terminal as it was', async () => {
  const { terminal, goOn } = await heldAtOpening();
  terminal.press('ctrl+c');
  await terminal.waitFor(() => !terminal.onAlternateScreen);
  await goOn();
  expect((await terminal.exited).exitCode).toBe(130);
  expect(terminal).toMatchObject({ onAlternateScreen: false, cursorVisible: true });
});
