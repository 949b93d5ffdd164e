import type { StoreFile } from '../../store/list-store-files.ts';
import type { Look } from './health-check.ts';

/** Whether all files of the store belong to this account, and nobody else can look into them. */
export const checkFiles: Look = async ({ place, files, context: { login } }) => {
  if (place === null || place.present === null) return null;
  const { folder, account, present } = place;
  const all = [{ name: '.', owner: present.owner, mode: present.mode }, ...files];
  const foreign = all.filter(({ owner }) => account !== null && owner !== account);
  if (foreign.length > 0) {
    const message = `Not all of the store belongs to ${login}: ${named(foreign)}.`;
    return { name: 'files', ok: false, message, cure: `Give it all to one account: sudo chown -R ${login} ${folder}` };
  }
  const open = all.filter(({ mode }) => mode !== null && (mode & 0o077) !== 0);
  if (open.length > 0) {
    const message = `Others than ${login} can get at what the store holds: ${named(open)}.`;
    return { name: 'files', ok: false, message, cure: `Close it with: chmod -R go= ${folder}` };
  }
  return {
    name: 'files',
    ok: true,
    message: `All ${all.length} files and folders belong to ${login}, and to nobody else.`,
  };
};

function named(files: readonly Pick<StoreFile, 'name'>[]): string {
  const first = files.slice(0, 3).map(({ name }) => (name === '.' ? 'the folder itself' : name));
  return [...first, ...(files.length > 3 ? [`${files.length - 3} more`] : [])].join(', ');
}
