import { stat } from 'node:fs/promises';

/**
 * What tells one state of the file at `path` from another: its size, its time of change, and which file the name stands
 * for. Null where it is not there.
 */
export async function fileStamp(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? null : [found.dev, found.ino, found.size, found.mtimeNs].join(' ');
}
