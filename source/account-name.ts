import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * The name of the account with number `uid`, as the machine whose files lie under `root` lists it; "uid 1000" where it
 * lists none (accounts of a directory service, containers).
 */
export async function readAccountName(uid: number, root: string): Promise<string> {
  const accounts = await readFile(join(root, 'etc', 'passwd'), 'utf8').catch(() => '');
  for (const line of accounts.split('\n')) {
    const [name, , number] = line.split(':');
    if (name !== undefined && name !== '' && number === String(uid)) return name;
  }
  return `uid ${uid}`;
}
