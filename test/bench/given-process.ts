import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';

/**
 * Starts `processes/<name>.ts` and waits for the first thing that it says. Throws where it ends before.
 * @param heap how much memory its engine may use, in MB
 */
export async function startProcess(name: string, options: readonly string[], heap = 4000): Promise<ChildProcess> {
  const file = path.join(import.meta.dirname, 'processes', `${name}.ts`);
  const child = fork(file, options, { execArgv: [`--max-old-space-size=${heap}`] });
  await nextMessage(child);
  return child;
}

/** What `child` says next. Throws where it ends without a word. */
export function nextMessage(child: ChildProcess): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const onExit = (status: number | null) => reject(new Error(`${child.spawnfile} ended with ${status}, unasked`));
    child.once('exit', onExit);
    child.once('message', (message) => {
      child.off('exit', onExit);
      resolve(message);
    });
  });
}

/** Kills `child` and waits until it is gone. */
export async function killProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
