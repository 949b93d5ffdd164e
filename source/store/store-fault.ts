import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';

/** What is told of a failed write to the store in `folder`: `disk-full` or `store-fault`. */
export function storeFault(folder: string, error: unknown): HandoverError {
  const isFull = hasSystemCode(error, 'ENOSPC', 'EDQUOT');
  return new HandoverError(
    'unexpected',
    isFull ? 'disk-full' : 'store-fault',
    isFull ? `The disk under ${folder} is full.` : `The store ${folder} could not be written: ${sentenceOf(error)}.`,
    'What was done so far is kept. Mend the disk, then go on with the run from the first screen or with "handover apply".',
    { cause: error },
  );
}
