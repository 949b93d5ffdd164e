import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { renderSvg } from '../helpers/picture.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import { PseudoTerminal } from '../helpers/pseudo-terminal.ts';
import { walkScript } from './walk-script.ts';

/** The picture of the README, as SVG: the review to which the script of `demo --play` leads, on a store of its own. */
export async function takePicture(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'handover-picture-'));
  const store = join(folder, 'store');
  spawnSync(process.execPath, [PROGRAM, 'demo', '--store', store], { env: plainEnvironment(folder) });
  const terminal = new PseudoTerminal({ args: ['--store', store], cwd: folder });
  try {
    await walkScript(terminal, 'review');
    await terminal.waitFor('records move');
    return renderSvg(terminal, 'handover: the review of a transfer from John Smith into Jenny Andrews, by data type');
  } finally {
    await terminal.close();
    await rm(folder, { recursive: true, force: true });
  }
}
