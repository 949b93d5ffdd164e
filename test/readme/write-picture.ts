import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderSvg } from '../helpers/picture.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { PseudoTerminal } from '../helpers/pseudo-terminal.ts';

const PICTURES = new URL('../../data/pictures/', import.meta.url);

/** Walks a single transfer up to its review, and saves that screen as the picture of the README. */
async function takePicture(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-picture-'));
  const store = join(folder, 'store');
  spawnSync(process.execPath, [PROGRAM, 'demo', '--store', store], { env: plainEnvironment(folder) });
  const terminal = new PseudoTerminal({ args: ['--store', store], cwd: folder });
  try {
    await terminal.waitFor('Single');
    await terminal.press('enter');
    await terminal.waitFor('Target User:');
    await terminal.type('jenny');
    await terminal.waitFor('1 of 240');
    await terminal.press('enter');
    await terminal.waitFor('Source User:');
    await terminal.press('tab');
    await terminal.type('smith');
    await terminal.waitFor('John Smith');
    await terminal.press('enter');
    await terminal.waitFor('data types are carried');
    await terminal.press('enter');
    await terminal.waitFor('records move');
    await mkdir(PICTURES, { recursive: true });
    const title = 'handover: the review of a transfer from John Smith into Jenny Andrews, by data type';
    await writeFile(new URL('review.svg', PICTURES), renderSvg(terminal, title));
  } finally {
    await terminal.close();
    await rm(folder, { recursive: true, force: true });
  }
}

await takePicture();
