import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from 'vitest';
import { tempFolder } from './temp-folder.ts';

/** What has been made for the tests of this file → its folder. */
const made = new Map<string, Promise<string>>();

afterAll(async () => {
  for (const folder of made.values()) {
    // One that could not be made has told its test.
    await folder.then((path) => rm(path, { recursive: true, force: true, maxRetries: 3 })).catch(() => undefined);
  }
});

/**
 * Makes a new folder with just what `make` puts into the empty one that it gets, gone when the test that asked for it
 * has ended. `make` is called once for all tests of a file that ask for the same: each gets a copy.
 * @param what names it
 */
export async function copiedFolder(what: string, make: (folder: string) => Promise<unknown>): Promise<string> {
  let pristine = made.get(what);
  if (pristine === undefined) {
    pristine = mkdtemp(path.join(tmpdir(), 'handover-test-')).then(async (folder) => {
      await make(folder);
      return folder;
    });
    made.set(what, pristine);
  }
  const copy = await tempFolder();
  await cp(await pristine, copy, { recursive: true });
  return copy;
}
