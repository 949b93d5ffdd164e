import { HandoverError, hasSystemCode, sentenceOf } from '../errors.ts';
import { shellWord } from '../model/shell-word.ts';

/**
 * What is told of a log at `path` that the disk does not take or give: `disk-full`, `audit-closed` where that is
 * forbidden, else `audit-fault`; or what was told.
 */
export function auditFault(path: string, error: unknown): HandoverError {
  if (error instanceof HandoverError) return error;
  if (hasSystemCode(error, 'EACCES', 'EPERM')) {
    return new HandoverError(
      'not-permitted',
      'audit-closed',
      `You may not read and write the audit log ${path}.`,
      `What was done is kept in the journal, and the log is completed from it. Open it to yourself with: chmod u+rw ${shellWord(path)}`,
      { cause: error },
    );
  }
  const isFull = hasSystemCode(error, 'ENOSPC', 'EDQUOT');
  return new HandoverError(
    'unexpected',
    isFull ? 'disk-full' : 'audit-fault',
    isFull
      ? `The disk under the audit log ${path} is full.`
      : `The audit log ${path} could not be read or written: ${sentenceOf(error)}.`,
    `What was done is kept in the journal, and the log is completed from it. ${isFull ? 'Make room on the disk' : 'Mend the disk'}, then go on.`,
    { cause: error },
  );
}

/** What is told of a log that is not what was written. `what` begins with the place: "line 12 was altered". */
export function damagedAudit(path: string, what: string): HandoverError {
  return new HandoverError(
    'unexpected',
    'damaged-audit',
    `The audit log ${path} is not as it was written: ${what}.`,
    'Nothing was changed. See all of it with "handover audit --verify", keep a copy of the file, then move it away: a new log is begun from the journal.',
  );
}
