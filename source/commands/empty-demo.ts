import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { Context } from '../session/context.ts';

/** The names that a store gives to its files; anything else in the folder is somebody's own. */
const STORE_FILE =
  /^(store\.json(\.[a-z0-9]+\.tmp)?|journal\.\d+\.jsonl|checkpoint\.\d+\.json|audit\.jsonl|lock\.(db|json)|lock\.db-journal|runs)$/;

/**
 * Removes all files of the demonstration store `store`, of nothing else, and while nobody writes to it.
 * @throws HandoverError `not-a-demonstration`, `foreign-files`, `store-held`
 */
export async function emptyDemo(store: StorePort, { login, host, pid, clock }: Context): Promise<void> {
  const { settings, location } = await store.info();
  if (settings.guest === null) {
    throw new HandoverError(
      'usage',
      'not-a-demonstration',
      `The store ${location} is no demonstration store; it is left alone.`,
      'Name another folder with --store DIR.',
    );
  }
  const names = await readdir(location);
  const foreign = names.filter((name) => !STORE_FILE.test(name));
  if (foreign.length > 0) {
    throw new HandoverError(
      'usage',
      'foreign-files',
      `The folder ${location} holds what is no part of a store: ${foreign.slice(0, 5).join(', ')}.`,
      'Move it elsewhere, or name another folder with --store DIR.',
    );
  }
  const since = clock.now().toISOString();
  const writer = await store.startWriting({ login, host, pid, since, doing: 'making the demonstration store anew' });
  try {
    for (const name of names) await rm(path.join(location, name), { recursive: true, force: true });
  } finally {
    await writer.close();
  }
}
