import { fileStamp } from './file-stamp.ts';

/** What was read of a file. */
export interface WatchedRead<T> {
  result: T;
  isChanged: boolean;
  /** Its state just before, as `fileStamp` gives it; null: it was not there. */
  stamp: string | null;
}

/**
 * Reads the file at `path` by `read` and tells whether it changed meanwhile: its size, its time of change, or which file
 * the name stands for. A file that is not there (any more) is no change: `read` tells that better.
 * @throws what `read` throws
 */
export async function watchChange<T>(path: string, read: () => Promise<T>): Promise<WatchedRead<T>> {
  const before = await fileStamp(path);
  const result = await read();
  const after = await fileStamp(path);
  return { result, isChanged: before !== null && after !== null && before !== after, stamp: before };
}
