import path from 'node:path';
import { isSameFile } from '../csv/is-same-file.ts';
import { HandoverError } from '../errors.ts';

/**
 * Refuses that a file is written which is read by the same command, or is written by it in another way: not even --force
 * means that, nor does another name of it.
 * @param named how each file is named ("--out", "the file of pairs") → what was typed; null: it was not named
 * @throws HandoverError `wrong-flag` with the first two that are one file
 */
export async function refuseSameFile(cwd: string, named: Readonly<Record<string, string | null>>): Promise<void> {
  const seen: { name: string; file: string }[] = [];
  for (const [name, typed] of Object.entries(named)) {
    if (typed === null) continue;
    const file = path.resolve(cwd, typed);
    for (const other of seen) {
      if (!(await isSameFile(other.file, file))) continue;
      const message = `${other.name} and ${name} are one file, ${file}: one of them would be lost. Nothing was written.`;
      throw new HandoverError('usage', 'wrong-flag', message, 'Give each of them a name of its own.');
    }
    seen.push({ name, file });
  }
}
