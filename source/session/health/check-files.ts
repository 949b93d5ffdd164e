import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { numberText } from '../../model/number-text.ts';
import type { StoreFile } from '../../store/list-store-files.ts';
import type { Look } from './health-check.ts';

/** A file or folder of the store, or the store's own folder. */
type Looked = Pick<StoreFile, 'name' | 'mode' | 'isFolder'>;

/**
 * Whether all files of the store belong to whoever owns its folder, who can read and write what a run needs, and nobody
 * else can look into them.
 */
export const checkFiles: Look = async ({ place, files, context: { veil } }) => {
  if (place === null || place.present === null || files.length === 0) return null;
  const { folder, present, account } = place;
  const { owner, mode } = present;
  const ownerName = veil.isOn ? 'one account' : present.ownerName;
  const name = 'files';
  const foreign = files.filter((file) => file.owner !== owner);
  if (foreign.length > 0) {
    const message = `The folder of the store belongs to ${ownerName}, and not all that is in it does: ${named(foreign)}.`;
    return { name, ok: false, message, cure: `Give it all to one account: sudo chown -R ${owner} ${folder}` };
  }
  const all: Looked[] = [{ name: '.', mode, isFolder: true }, ...files];
  const open = all.filter((file) => file.mode !== null && (file.mode & 0o077) !== 0);
  if (open.length > 0) {
    const message = `Others than its owner${veil.isOn ? '' : ` (${ownerName})`} can get at what the store holds: ${named(open)}.`;
    return { name, ok: false, message, cure: `Close it with: chmod -R go= ${folder}` };
  }
  const closed = all.filter((file) => file.mode !== null && (file.mode & neededBits(file)) !== neededBits(file));
  if (closed.length > 0) {
    const message = `Its owner${veil.isOn ? '' : ` (${ownerName})`} may not do with all of the store what a run does: ${named(closed)}.`;
    return { name, ok: false, message, cure: `Open it to its owner with: chmod -R u+rwX ${folder}` };
  }
  const withheld = account === owner ? await withheldOf(folder, all) : [];
  if (withheld.length > 0) {
    const message = `Its permissions are right, and yet this account may not do with all of the store what a run does: ${named(withheld)}.`;
    const cure = 'See whether its disk is mounted read-only (mount), or a file is made unchangeable (lsattr).';
    return { name, ok: false, message, cure };
  }
  return { name, ok: true, message: `All of the store belongs to ${ownerName}, and nobody else can look into it.` };
};

/** What is put in its place whole and never written again: a run reads it. */
const WRITTEN_ONCE = /^(store\.json|checkpoint\.\d+\.json|runs\/[^/]+\/plan\.json)$/;

/** The permission bits without which its owner (root excepted) could not work. */
function neededBits({ name, isFolder }: Looked): number {
  if (isFolder) return 0o700;
  return WRITTEN_ONCE.test(name) ? 0o400 : 0o600;
}

/** What the system itself refuses to whoever asks, in spite of the permissions. What went meanwhile refuses nothing. */
async function withheldOf(folder: string, all: readonly Looked[]): Promise<Looked[]> {
  const asked = await Promise.all(
    all.map(async (file) => {
      if (file.mode === null) return [];
      const isGranted = await access(join(folder, file.name), neededBits(file) >> 6).then(
        () => true,
        (error: NodeJS.ErrnoException) => error.code === 'ENOENT',
      );
      return isGranted ? [] : [file];
    }),
  );
  return asked.flat();
}

function named(files: readonly Looked[]): string {
  const first = files.slice(0, 3).map(({ name }) => (name === '.' ? 'the folder itself' : name));
  return [...first, ...(files.length > 3 ? [`${numberText(files.length - 3)} more`] : [])].join(', ');
}
