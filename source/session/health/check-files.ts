import type { StoreFile } from '../../store/list-store-files.ts';
import type { Look } from './health-check.ts';

/** Whether all files of the store belong to whoever owns its folder, and nobody else can look into them. */
export const checkFiles: Look = async ({ place, files, context: { isRedacted } }) => {
  if (place === null || place.present === null || files.length === 0) return null;
  const { folder, present } = place;
  const { owner, mode } = present;
  const ownerName = isRedacted ? 'one account' : present.ownerName;
  const foreign = files.filter((file) => file.owner !== owner);
  if (foreign.length > 0) {
    const message = `The folder of the store belongs to ${ownerName}, and not all that is in it does: ${named(foreign)}.`;
    return { name: 'files', ok: false, message, cure: `Give it all to one account: sudo chown -R ${owner} ${folder}` };
  }
  const all = [{ name: '.', mode }, ...files];
  const open = all.filter((file) => file.mode !== null && (file.mode & 0o077) !== 0);
  if (open.length > 0) {
    const message = `Others than its owner${isRedacted ? '' : ` (${ownerName})`} can get at what the store holds: ${named(open)}.`;
    return { name: 'files', ok: false, message, cure: `Close it with: chmod -R go= ${folder}` };
  }
  return {
    name: 'files',
    ok: true,
    message: `All of the store belongs to ${ownerName}, and nobody else can look into it.`,
  };
};

function named(files: readonly Pick<StoreFile, 'name'>[]): string {
  const first = files.slice(0, 3).map(({ name }) => (name === '.' ? 'the folder itself' : name));
  return [...first, ...(files.length > 3 ? [`${files.length - 3} more`] : [])].join(', ');
}
