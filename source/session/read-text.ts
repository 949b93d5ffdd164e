import { readFile } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

/**
 * The text of the file at `path`.
 * @param what what the file is, for the sentence: "plan", "catalogue"
 * @throws HandoverError `unreadable`
 */
export async function readText(path: string, what: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new HandoverError(
      'problems',
      'unreadable',
      `The ${what} ${path} cannot be read: ${reasonOf(error)}.`,
      'Check the spelling and the folder; paths start in the working folder.',
      { cause: error },
    );
  }
}

function reasonOf(error: unknown): string {
  if (hasSystemCode(error, 'ENOENT', 'ENOTDIR')) return 'there is no such file';
  if (hasSystemCode(error, 'EISDIR')) return 'it is a folder';
  if (hasSystemCode(error, 'EACCES', 'EPERM')) return 'you have no right to read it';
  return sentenceOf(error);
}
