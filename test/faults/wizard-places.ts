import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Terminal } from '../helpers/terminal.ts';
import { choose, chooseJohnAndJenny, pick, runFromTypes, upload } from '../journeys/session.ts';

/** The way from the first screen to a place of the wizard. */
export type Way = (terminal: Terminal) => Promise<void>;

/** Makes the wizard's working folder, with the files that the ways need. */
export async function layOutFiles(folder: string): Promise<void> {
  await mkdir(folder);
  await writeFile(path.join(folder, 'pairs.csv'), 'From User ID,To User ID\n22,24\n23,9999\n');
  await writeFile(path.join(folder, 'people.csv'), 'mine');
}

const toReview: Way = async (terminal) => {
  await chooseJohnAndJenny(terminal);
  terminal.press('enter');
  await terminal.waitFor('[By type');
};

const toConfirm: Way = async (terminal) => {
  await toReview(terminal);
  terminal.press('enter');
  await terminal.waitFor('[ Cancel ]');
};

const toPreview: Way = async (terminal) => {
  await upload(terminal, 'pairs.csv');
  terminal.press('enter');
  await terminal.waitFor('1 problem');
  terminal.press('n');
  await terminal.waitFor(/❯ +3 │/);
};

const toMend: Way = async (terminal) => {
  await toPreview(terminal);
  terminal.press('enter');
  await terminal.waitFor('what should become of this row?');
};

const toExport: Way = async (terminal) => {
  await choose(terminal, 'Export');
  await terminal.waitFor('Save as:');
};

/** From there by a key to what it opens. */
const by =
  (way: Way, key: string, sight: string): Way =>
  async (terminal) => {
    await way(terminal);
    terminal.press(key);
    await terminal.waitFor(sight);
  };

const home: Way = async () => undefined;

/** Every step, and everything that can lie over one, but a run at work. */
export const WAYS: Record<string, Way> = {
  'the first screen': home,
  help: by(home, '?', 'Keys here'),
  'the question whether to quit': by(home, 'q', 'Quit? Press'),
  'the target': async (terminal) => {
    await choose(terminal, 'Single');
    await terminal.waitFor('type to search');
    terminal.type('jen');
    await terminal.waitFor(/Search: +jen/);
  },
  'the source': async (terminal) => {
    await choose(terminal, 'Single');
    await terminal.waitFor('Target user');
    await pick(terminal, 'jenny andrews', 'Jenny Andrews');
    await terminal.waitFor('2/8: Source user');
  },
  'what is carried': chooseJohnAndJenny,
  'the review': toReview,
  'the records': by(toReview, 'd', 'kept  '),
  'the buttons': toConfirm,
  'the phrase': async (terminal) => {
    await toConfirm(terminal);
    terminal.press('right', 'enter');
    await terminal.waitFor(/Type\s+.*to confirm/);
    terminal.type('jenny.an');
    await terminal.waitFor(/^❯ .*jenny\.an/m);
  },
  'the result': async (terminal) => {
    await chooseJohnAndJenny(terminal);
    await runFromTypes(terminal, 'jenny.andrews');
    await terminal.waitFor('Data Transfer Successful');
  },
  'a new bulk transfer': async (terminal) => {
    await choose(terminal, 'Bulk');
    await terminal.waitFor('Upload User');
  },
  'the file': async (terminal) => {
    await choose(terminal, 'Bulk');
    await choose(terminal, 'Upload');
    await terminal.waitFor('Choose the edited file');
  },
  'the direction': (terminal) => upload(terminal, 'pairs.csv'),
  'the preview': toPreview,
  'a whole row': by(toPreview, 'd', 'In the file:'),
  'rows per page': by(toPreview, 'r', '100 rows'),
  'the line to go to': by(toPreview, 'g', 'Go to line:'),
  mending: toMend,
  'another target': async (terminal) => {
    await toMend(terminal);
    await choose(terminal, 'Another target');
    await terminal.waitFor(/Another Target User/);
  },
  'the name of a mended copy': async (terminal) => {
    await toMend(terminal);
    await choose(terminal, 'Leave this row out');
    await terminal.waitFor('0 problems');
    terminal.press('s');
    await terminal.waitFor('1 mended row');
  },
  'the export': toExport,
  'a question about a file': by(toExport, 'enter', 'Replace it?'),
  history: async (terminal) => {
    await choose(terminal, 'History');
    await terminal.waitFor('History');
  },
};
