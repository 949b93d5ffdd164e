import { constants, open } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

/** The most bytes that fit into one text; no plan, mapping or catalogue comes near it. */
const MOST_BYTES = 2 ** 29 - 24;

/**
 * The text of the file at `path`. Whatever is no plain file (a folder, a pipe at whose other end nobody may ever be, a
 * device without an end) is not read, nor is what is too large for a text.
 * @param what what the file is, for the sentence: "plan", "catalogue"
 * @throws HandoverError `unreadable`
 */
export async function readText(path: string, what: string): Promise<string> {
  try {
    const handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK);
    try {
      const found = await handle.stat();
      if (found.isDirectory()) throw unreadable(path, what, 'it is a folder');
      if (!found.isFile())
        throw unreadable(path, what, 'it is not a plain file', 'Save it as a file first, then name that file.');
      if (found.size > MOST_BYTES)
        throw unreadable(path, what, 'it is larger than any of its kind', 'See whether it is the file that was meant.');
      return await handle.readFile('utf8');
    } finally {
      await handle.close();
    }
  } catch (error) {
    if (error instanceof HandoverError) throw error;
    throw unreadable(path, what, reasonOf(error), undefined, error);
  }
}

function unreadable(
  path: string,
  what: string,
  reason: string,
  hint = 'Check the spelling and the folder; paths start in the working folder.',
  cause?: unknown,
): HandoverError {
  return new HandoverError('problems', 'unreadable', `The ${what} ${path} cannot be read: ${reason}.`, hint, { cause });
}

function reasonOf(error: unknown): string {
  if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return 'there is no such file';
  if (hasSystemCode(error, 'EACCES', 'EPERM')) return 'you have no right to read it';
  return sentenceOf(error);
}
