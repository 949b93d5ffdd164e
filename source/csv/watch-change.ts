import { stat } from 'node:fs/promises';

/**
 * Reads the file at `path` by `read` and tells whether it changed meanwhile: its size, its time of change, or which file
 * the name stands for. A file that is not there (any more) is no change: `read` tells that better.
 * @throws what `read` throws
 */
export async function watchChange<T>(path: string, read: () => Promise<T>): Promise<{ result: T; isChanged: boolean }> {
  const before = await stampOf(path);
  const result = await read();
  const after = await stampOf(path);
  return { result, isChanged: before !== null && after !== null && before !== after };
}

async function stampOf(path: string): Promise<string | null> {
  const found = await stat(path, { bigint: true }).catch(() => null);
  return found === null ? null : [found.dev, found.ino, found.size, found.mtimeNs].join(' ');
}
