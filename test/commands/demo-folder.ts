import { copiedFolder } from '../helpers/copied-folder.ts';
import { runHandover } from '../helpers/run-handover.ts';

type Ended = Awaited<ReturnType<typeof runHandover>>;

/** A folder with a demonstration store in `store`; `run` runs handover there, `json` takes its one document. */
export interface DemoFolder {
  folder: string;
  run(...args: string[]): Promise<Ended>;
  json<T>(...args: string[]): Promise<T>;
}

/** Makes one that is gone when its test has ended; `flags` go to `handover demo`. */
export async function demoFolder(...flags: string[]): Promise<DemoFolder> {
  return workIn(await copiedFolder(flags.join(' '), (folder) => demoIn(folder, ...flags)));
}

/** The same in `folder`, which the caller removes. */
export async function demoIn(folder: string, ...flags: string[]): Promise<DemoFolder> {
  const demo = workIn(folder);
  const made = await demo.run('demo', ...flags);
  if (made.status !== 0) throw new Error(`No demonstration store: ${made.stderr}`);
  return demo;
}

/** The same where the store is there already. */
export function workIn(folder: string): DemoFolder {
  const run = (...args: string[]) => runHandover(args, { cwd: folder, env: { HANDOVER_STORE: 'store' } });
  return { folder, run, json: async <T>(...args: string[]) => (await run(...args, '--json')).json() as T };
}

/** The code of a failure's JSON document. */
export async function codeOf(ended: Promise<Ended>): Promise<{ status: number | null; code: string }> {
  const { status, json } = await ended;
  const { error } = json() as { error: { code: string; message: string; hint: string } };
  if (error.message === '' || error.hint === '') throw new Error('An error needs a sentence and a hint');
  return { status, code: error.code };
}
