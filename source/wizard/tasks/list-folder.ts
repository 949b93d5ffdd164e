import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HandoverError, hasSystemCode } from '../../errors.ts';
import type { FolderEntry } from '../state.ts';

/**
 * The folders and CSV-like files in `folder`: folders, then files, each by name.
 * @throws HandoverError `no-folder`
 */
export async function listFolder(folder: string): Promise<FolderEntry[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch((error: unknown) => {
    const why = hasSystemCode(error, 'EACCES', 'EPERM') ? 'You may not look into' : 'There is no folder';
    throw new HandoverError('usage', 'no-folder', `${why} ${folder}.`, 'Mend the path, or go up with "../".');
  });
  const wanted = found.filter(
    (entry) => /\.(csv|txt|tsv)$/i.test(entry.name) || entry.isDirectory() || entry.isSymbolicLink(),
  );
  const entries = await Promise.all(
    wanted.map(async ({ name }) => {
      const about = await stat(join(folder, name)).catch(() => null);
      return about === null ? null : { name, isFolder: about.isDirectory(), size: about.size };
    }),
  );
  return entries
    .filter((entry): entry is FolderEntry => entry !== null && (entry.isFolder || /\.(csv|txt|tsv)$/i.test(entry.name)))
    .sort((left, right) => Number(right.isFolder) - Number(left.isFolder) || (left.name < right.name ? -1 : 1));
}
