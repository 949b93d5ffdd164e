import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

/** The most bytes that fit into one text; no plan, mapping or catalogue comes near it. */
const MOST_BYTES = 2 ** 29 - 24;

/**
 * The text of the file at `path`, or of a pipe, once somebody has written it there. A folder, a device without an end and
 * what is too large for a text are not read.
 * @param what what the file is, for the sentence: "plan", "catalogue"
 * @throws HandoverError `unreadable`
 */
export async function readText(path: string, what: string): Promise<string> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) throw unreadable(path, what, 'it is a folder');
    if (!found.isFile() && !found.isFIFO()) {
      throw unreadable(path, what, 'it is not a plain file', 'Save it as a file first, then name that file.');
    }
    if (found.size > MOST_BYTES) throw tooLarge(path, what);
    return await readUpTo(path, what);
  } catch (error) {
    if (error instanceof HandoverError) throw error;
    throw unreadable(path, what, reasonOf(error), undefined, error);
  }
}

/** Read piece by piece, as neither a pipe nor a file that grows tells beforehand how long it is. */
async function readUpTo(path: string, what: string): Promise<string> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of createReadStream(path)) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw tooLarge(path, what);
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function tooLarge(path: string, what: string): HandoverError {
  return unreadable(path, what, 'it is larger than any of its kind', 'See whether it is the file that was meant.');
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
