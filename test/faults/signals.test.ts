import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { startWorker } from '../../source/worker/start-worker.ts';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import type { Sight } from '../helpers/pseudo-terminal.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';
import { choose } from '../journeys/session.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { eventsOf, givenRun, holdWorker } from '../worker/given-run.ts';
import { modesLeft } from './terminal-state.ts';
import { layOutFiles, WAYS } from './wizard-places.ts';

/** The statuses that a shell gives a program which a signal has ended. */
const STATUSES = { SIGTERM: 143, SIGINT: 130, SIGHUP: 129 } as const;
type Ending = keyof typeof STATUSES | 'closed';

/** Notes the settings of the terminal before and after, and the process between. */
const NOTE_ALL = `stty -g >../before
  sh -c 'echo $$ >../pid; exec "$@"' sh "$@"; status=$?
  stty -g >../after; printf '\\r\\n[status %s]\\r\\n' "$status"`;

/** The wizard on the store in `folder`, started from a shell unless its terminal will be closed. */
async function openOn(
  folder: string,
  ending: Ending,
  { args = [], sight = /Export\s+All [\d,]+ users/ }: { args?: readonly string[]; sight?: Sight } = {},
): Promise<Terminal> {
  const program = [process.execPath, PROGRAM];
  const command = ending === 'closed' ? program : ['/bin/sh', '-c', NOTE_ALL, 'sh', ...program];
  const cwd = path.join(folder, '..', 'here');
  const terminal = openTerminal({ command, args, cwd, env: { HANDOVER_STORE: folder } });
  await terminal.waitFor(sight);
  return terminal;
}

/** Ends the wizard and looks at what it has left of the terminal. SIGPIPE comes first, and means nothing. */
async function end(terminal: Terminal, folder: string, ending: Ending): Promise<void> {
  if (ending === 'closed') {
    process.kill(terminal.pid, 'SIGPIPE');
    terminal.hangUp();
    // What comes first is up to the machine: the signal, or a write that fails.
    const { exitCode, signal } = await terminal.exited;
    expect(signal ?? exitCode).toSatisfy((how) => how === 'SIGHUP' || how === 130);
    return;
  }
  const note = async (name: string) => (await readFile(path.join(folder, '..', name), 'utf8')).trim();
  const pid = Number(await note('pid'));
  process.kill(pid, 'SIGPIPE');
  process.kill(pid, ending);
  await terminal.waitFor(`[status ${STATUSES[ending]}]`);
  await terminal.exited;
  expect(modesLeft(terminal.output().toString())).toEqual([]);
  expect(terminal).toMatchObject({ onAlternateScreen: false, cursorVisible: true, marksPastes: false });
  expect(await note('after')).toBe(await note('before'));
}

/** Every file of the store with its content, but for the note about its last writer. */
async function contentOf(folder: string): Promise<Map<string, string>> {
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = files.filter((file) => file.isFile()).map(({ parentPath, name }) => path.join(parentPath, name));
  const kept = paths.filter((file) => !path.basename(file).startsWith('lock.')).toSorted();
  return new Map(await Promise.all(kept.map(async (file) => [file, await readFile(file, 'latin1')] as const)));
}

const ENDINGS: readonly Ending[] = ['SIGTERM', 'SIGINT', 'SIGHUP', 'closed'];
/** Every place with one way to end, in turn; a field, a list and buttons with all of them. */
const THOROUGH = ['the first screen', 'the target', 'the buttons'];
const CASES = Object.entries(WAYS).flatMap(([place, way], index) => {
  const endings = THOROUGH.includes(place) ? ENDINGS : ENDINGS.slice(index % 4, (index % 4) + 1);
  return endings.map((ending) => ({ place, way, ending }));
});

test.each(CASES)('$place, $ending: the terminal as it was, nothing lost', async ({ place, way, ending }) => {
  const { folder } = await givenStore(240);
  await layOutFiles(path.join(folder, '..', 'here'));
  const before = await contentOf(folder);
  const terminal = await openOn(folder, ending);
  await way(terminal);
  await end(terminal, folder, ending);
  if (place === 'the result') {
    expect(await (await openAt(folder)).runs()).toMatchObject([{ state: 'succeeded', counts: { done: 1 } }]);
  } else {
    expect(await contentOf(folder)).toEqual(before);
  }
});

test.each(['SIGTERM', 'SIGINT'] as const)('while the store is being opened, %s: the same', async (ending) => {
  const { folder } = await givenStore(240);
  const here = path.join(folder, '..', 'here');
  await layOutFiles(here);
  // A catalogue that never comes.
  await promisify(execFile)('mkfifo', [path.join(here, 'catalogue.json')]);
  const opening = { args: ['--catalogue', 'catalogue.json'], sight: 'Opening the store' };
  await end(await openOn(folder, ending, opening), folder, ending);
});

test('a run at work goes on, however its viewers end', async () => {
  const { folder, request } = await givenRun(1000, 2200);
  await layOutFiles(path.join(folder, '..', 'here'));
  await startWorker('one', request);
  const worker = await holdWorker(folder);
  for (const [index, ending] of ENDINGS.entries()) {
    const terminal = await openOn(folder, ending);
    await choose(terminal, 'Watch');
    await terminal.waitFor(/[\d,]+ done, 0 failed, [\d,]+ left/);
    if (index > 1) {
      terminal.press('s');
      await terminal.waitFor('[ Let it go on ]');
    }
    await end(terminal, folder, ending);
  }
  process.kill(worker, 'SIGCONT');
  expect((await eventsOf(await openAt(folder))).at(-1)).toMatchObject({ state: 'succeeded', done: 1000, left: 0 });
});

test.each([
  ['SIGTERM', { signal: 'SIGTERM' }],
  ['SIGINT', { status: 130 }],
  ['SIGHUP', { signal: 'SIGHUP' }],
  ['a closed pipe', { status: 141 }],
] as const)('a run goes on though %s ends what follows it', async (ending, left) => {
  const { folder, request } = await givenRun(1000, 2200);
  await startWorker('one', request);
  const worker = await holdWorker(folder);
  const args = [PROGRAM, 'watch', 'one', '--store', folder, '--as', 'admin', '--json'];
  const viewer = spawn(process.execPath, args, { env: plainEnvironment(path.dirname(folder)) });
  onTestFinished(() => void viewer.kill('SIGKILL'));
  const gone = once(viewer, 'exit');
  await once(viewer.stdout, 'data');
  if (ending === 'a closed pipe') viewer.stdout.destroy();
  else viewer.kill(ending);
  process.kill(worker, 'SIGCONT');
  const [status, signal] = await gone;
  expect({ status, signal }).toMatchObject(left);
  expect((await eventsOf(await openAt(folder))).at(-1)).toMatchObject({ state: 'succeeded', done: 1000, left: 0 });
});

/** Starts its program in a session that this terminal does not control, as a container does; deaf to the hang-up itself. */
const OWN_SESSION = `trap '' HUP; exec 3<&0; setsid "$@" <&3 & wait $!; echo $? >../status`;

test('a terminal that goes without a signal ends the wizard all the same', async () => {
  const { folder } = await givenStore(240);
  await layOutFiles(path.join(folder, '..', 'here'));
  const command = ['/bin/sh', '-c', OWN_SESSION, 'sh', process.execPath, PROGRAM];
  const terminal = openTerminal({ command, cwd: path.join(folder, '..', 'here'), env: { HANDOVER_STORE: folder } });
  await terminal.waitFor(/Export\s+All [\d,]+ users/);
  terminal.hangUp();
  await terminal.exited;
  expect((await readFile(path.join(folder, '..', 'status'), 'utf8')).trim()).toBe('130');
});
