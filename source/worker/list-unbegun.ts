import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { hasSystemCode } from '../errors.ts';
import { isRunId } from './run-folder.ts';

/**
 * Ids of the runs that have a folder in the store in `location` and that the store does not know, in order: somebody is
 * about to start them, or their start was broken off.
 * @throws the system error where the folder of all runs cannot be read
 */
export async function listUnbegun(location: string, known: ReadonlySet<string>): Promise<string[]> {
  try {
    const entries = await readdir(join(location, 'runs'), { withFileTypes: true });
    const ids = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
    return ids.filter((id) => isRunId(id) && !known.has(id)).sort();
  } catch (error) {
    if (hasSystemCode(error, 'ENOENT')) return [];
    throw error;
  }
}
