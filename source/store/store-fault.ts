import { dirname } from 'node:path';
import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';
import { shellWord } from '../model/shell-word.ts';

/**
 * What is told of a failed write to the store in `folder`: `disk-full`, `store-not-writable`, `store-fault`, or what the
 * store itself says.
 */
export function storeFault(folder: string, error: unknown): HandoverError {
  if (error instanceof HandoverError) return error;
  if (hasSystemCode(error, 'EACCES')) return notWritable(folder, error);
  const isFull = hasSystemCode(error, 'ENOSPC', 'EDQUOT');
  return new HandoverError(
    'unexpected',
    isFull ? 'disk-full' : 'store-fault',
    isFull ? `The disk under ${folder} is full.` : `The store ${folder} could not be written: ${sentenceOf(error)}.`,
    `What was done so far is kept. ${isFull ? 'Make room on the disk' : 'Mend the disk'}, then try again; a run that broke off is gone on with from the first screen or with "handover apply".`,
    { cause: error },
  );
}

/** What is told of a store in `folder` that is closed to writing: `store-not-writable`. */
export function notWritable(folder: string, cause: unknown): HandoverError {
  return new HandoverError(
    'not-permitted',
    'store-not-writable',
    `The store ${folder} cannot be written to, only looked at.`,
    `Nothing more was changed. Open it to yourself with: chmod -R u+rwX ${shellWord(folder)}. Where the disk is there for reading only, mount it for writing.`,
    { cause },
  );
}

/** What is told of a file of a store that the disk does not give: `store-unreadable` where that is forbidden, else `store-fault`. */
export function readFault(path: string, error: unknown): HandoverError {
  if (hasSystemCode(error, 'EACCES', 'EPERM')) {
    return new HandoverError(
      'not-permitted',
      'store-unreadable',
      `You may not read the store: its file ${path} is closed to you.`,
      `Where it is yours, open it to yourself with: chmod -R u+rwX ${shellWord(dirname(path))}. Otherwise ask its owner, or name another store with --store DIR.`,
      { cause: error },
    );
  }
  return new HandoverError(
    'unexpected',
    'store-fault',
    `The store file ${path} could not be read: ${sentenceOf(error)}.`,
    'Nothing was changed. Mend the disk, then try again.',
    { cause: error },
  );
}
