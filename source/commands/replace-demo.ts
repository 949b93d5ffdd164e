import { readdir, realpath, rename, rm } from 'node:fs/promises';
import { HandoverError } from '../errors.ts';
import type { StorePort } from '../model/ports.ts';
import type { StoreData } from '../model/store-data.ts';
import type { Context } from '../session/context.ts';
import { createStore } from '../store/create-store.ts';

/** The names that a store gives to its files; anything else in the folder is somebody's own. */
const STORE_FILE =
  /^(store\.json(\.[a-z0-9]+\.tmp)?|journal\.\d+\.jsonl|checkpoint\.\d+\.json|audit\.jsonl(\.[a-z0-9]+\.tmp)?|lock\.(db|json)|lock\.db-journal|runs)$/;

/**
 * Puts a new store that holds `data` in the place of the demonstration store `store`, while nobody writes to it. The
 * new one is made whole beside it first: whatever goes wrong, one of the two is there.
 * @throws HandoverError `not-a-demonstration`, `foreign-files`, `store-held`, and what `createStore` throws
 */
export async function replaceDemo(store: StorePort, data: StoreData, context: Context): Promise<void> {
  const { login, host, pid, clock, disk, random } = context;
  const { settings, location: named } = await store.info();
  const location = await realpath(named);
  if (settings.guest === null) {
    throw new HandoverError(
      'usage',
      'not-a-demonstration',
      `The store ${location} is no demonstration store; it is left alone.`,
      'Name another folder with --store DIR.',
    );
  }
  await refuseForeignFiles(location);
  const since = clock.now().toISOString();
  const writer = await store.startWriting({ login, host, pid, since, doing: 'making the demonstration store anew' });
  const fresh = `${location}.${random.token(8)}.new`;
  const former = `${location}.${random.token(8)}.old`;
  try {
    await createStore(fresh, data, disk, random);
    await rename(location, former);
    await rename(fresh, location).catch(async (error: unknown) => {
      await rename(former, location);
      throw error;
    });
  } finally {
    await writer.close();
    await rm(fresh, { recursive: true, force: true });
  }
  await rm(former, { recursive: true, force: true });
}

async function refuseForeignFiles(location: string): Promise<void> {
  const foreign = (await readdir(location)).filter((name) => !STORE_FILE.test(name));
  if (foreign.length === 0) return;
  throw new HandoverError(
    'usage',
    'foreign-files',
    `The folder ${location} holds what is no part of a store: ${foreign.slice(0, 5).join(', ')}.`,
    'Move it elsewhere, or name another folder with --store DIR.',
  );
}
