import { type FileHandle, open, stat } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

const CHUNK_BYTES = 65_536;
const HEAD_BYTES = 256;

/** An open file with its size in bytes. Close the handle. */
export interface Input {
  path: string;
  handle: FileHandle;
  bytes: number;
}

/**
 * Opens a file for reading, and refuses what is not a plain file (a pipe would block, and input is read twice), and what
 * holds no text at all, which can be as long as a disk.
 * @throws HandoverError `unreadable` with what to do about it
 */
export async function openInput(path: string): Promise<Input> {
  try {
    const { isFile, isDirectory } = await kindOf(path);
    if (isDirectory) throw refusal(path, 'it is a folder', 'Name the CSV file inside the folder.');
    if (!isFile) throw refusal(path, 'it is not a plain file', 'Save it as a file first, then name that file.');
    const handle = await open(path, 'r');
    if (!(await isEmptied(handle))) return { path, handle, bytes: (await handle.stat()).size };
    await handle.close();
    throw refusal(path, 'it holds no text, only zeros', 'See whether it is the file that was meant.');
  } catch (error) {
    if (error instanceof HandoverError) throw error;
    if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) {
      throw refusal(
        path,
        'there is no such file',
        'Check the spelling and the folder; paths start in the working folder.',
      );
    }
    if (hasSystemCode(error, 'EACCES', 'EPERM')) {
      throw refusal(
        path,
        'you have no right to read it',
        'Ask its owner for the right to read it, or copy it to your folder.',
      );
    }
    throw refusal(path, sentenceOf(error), 'Check the path and the disk, then try again.', error);
  }
}

/** Whether it begins with nothing but NUL bytes, as a disk image does, or what a power cut has left of a file. */
async function isEmptied(handle: FileHandle): Promise<boolean> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
  return bytesRead === HEAD_BYTES && buffer.every((byte) => byte === 0);
}

async function kindOf(path: string): Promise<{ isFile: boolean; isDirectory: boolean }> {
  const found = await stat(path);
  return { isFile: found.isFile(), isDirectory: found.isDirectory() };
}

function refusal(path: string, reason: string, hint: string, cause?: unknown): HandoverError {
  return new HandoverError('problems', 'unreadable', `“${path}” cannot be read: ${reason}.`, hint, { cause });
}

/**
 * The bytes of a file from `start` on, in pieces. A piece is overwritten two pieces later: copy what has to stay.
 * @throws the reason of `signal` once it aborts
 */
export async function* readPieces(input: Input, start: number, signal?: AbortSignal): AsyncGenerator<Buffer> {
  // Two buffers by turns: csv-parse looks back into the piece before.
  const buffers: [Buffer, Buffer] = [Buffer.allocUnsafe(CHUNK_BYTES), Buffer.allocUnsafe(CHUNK_BYTES)];
  for (let position = start, turn: 0 | 1 = 0; ; turn = turn === 0 ? 1 : 0) {
    signal?.throwIfAborted();
    // No further than it was long when it was opened: one that somebody goes on writing to would never end.
    const wanted = Math.min(CHUNK_BYTES, input.bytes - position);
    if (wanted <= 0) return;
    const { bytesRead } = await input.handle.read(buffers[turn], 0, wanted, position);
    if (bytesRead === 0) return;
    position += bytesRead;
    yield buffers[turn].subarray(0, bytesRead);
  }
}
