import { readdir, rmdir, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { holderNotePath } from '../store/lowdb/store-files.ts';
import { listUnbegun } from './list-unbegun.ts';
import { locateRun } from './run-folder.ts';

/** In milliseconds. A start takes seconds; one that is older is not going on any more. */
const LONGEST_START = 10 * 60_000;

/** What a start, and a worker that has not begun, may leave in the folder of a run. */
const OWN_FILE = /^(plan\.json(\.[a-z0-9]+\.tmp)?|worker\.log|reserve)$/;

/**
 * Takes away what broken-off starts have left in the store in `location`: the frozen plans, with names of people, of
 * runs that never began. Only for its writer: by the lock `known` holds every run that has begun, and by the writer's
 * note, which was written just now, the disk tells the time. What is younger than ten minutes stays, as somebody may be
 * about to start it; so does a folder that holds anything else. What the disk does not let go stays as well: that is no
 * reason against a run.
 */
export async function clearUnbegun(location: string, known: ReadonlySet<string>): Promise<void> {
  const note = await stat(holderNotePath(location)).catch(() => null);
  if (note === null) return;
  const ids = await listUnbegun(location, known).catch(() => []);
  for (const id of ids)
    await clear(locateRun(location, id).folder, note.mtimeMs - LONGEST_START).catch(() => undefined);
}

async function clear(folder: string, latest: number): Promise<void> {
  const { mtimeMs } = await stat(folder);
  const names = await readdir(folder);
  if (mtimeMs > latest || !names.every((name) => OWN_FILE.test(name))) return;
  for (const name of names) await unlink(join(folder, name));
  await rmdir(folder);
}
