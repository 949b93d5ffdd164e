import { readHead } from '../../audit/read-head.ts';
import { HandoverError } from '../../errors.ts';
import { isLeftover } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';

/** Whether the end of the audit log is as it was written; the whole of it is proved by `audit --verify`. */
export const checkAudit: Look = async ({ opened, context, files }) => {
  if (opened instanceof HandoverError) return null;
  const name = 'audit log';
  const unfinished = files.filter((file) => file.name.startsWith('audit.jsonl.') && isLeftover(file.name));
  if (unfinished.length > 0 && (await opened.holder()) === null) {
    const names = unfinished.map((file) => file.name).join(', ');
    const message = `An erasure, or the beginning of the log, was cut short; what it left may hold erased names: ${names}.`;
    const cure = 'It goes as soon as somebody writes: with the next run, erasure or change of a setting.';
    return { name, ok: false, message, cure };
  }
  try {
    const head = await readHead(opened, context.disk);
    const { auditHead } = await opened.info();
    if (head !== null) {
      return { name, ok: true, message: `${head.lines} lines, the last ones proved, head ${head.hash.slice(0, 16)}….` };
    }
    if (auditHead === null) return { name, ok: true, message: 'There is none yet: nothing has been run.' };
    const message = `The log of ${auditHead.lines} lines is gone.`;
    const cure = 'Put audit.jsonl back from a backup, or go on: a new one is begun from the journal, and says so.';
    return { name, ok: false, message, cure };
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name, ok: false, message: error.message, cure: error.hint };
  }
};
