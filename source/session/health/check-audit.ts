import { readHead } from '../../audit/read-head.ts';
import { verifyAudit } from '../../audit/verify-audit.ts';
import { HandoverError } from '../../errors.ts';
import { numberText } from '../../model/number-text.ts';
import { isLeftover } from '../../store/lowdb/store-files.ts';
import type { Look } from './health-check.ts';

/** Whether the audit log is as it was written, all of it, and holds all that the journal does. */
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
      const { lines, findings, behind } = await verifyAudit(opened, context.disk);
      const [first] = findings;
      if (first !== undefined) {
        const message = `It is NOT whole: ${first.message}`;
        return { name, ok: false, message, cure: 'See all of it with: handover audit --verify' };
      }
      const missing =
        behind === 0 ? '' : `; ${numberText(behind)} more stand in the journal and come with whoever writes next`;
      return {
        name,
        ok: true,
        message: `${numberText(lines)} lines, all proved, head ${head.hash.slice(0, 16)}…${missing}.`,
      };
    }
    if (auditHead === null) return { name, ok: true, message: 'There is none yet: nothing has been run.' };
    const message = `The log of ${numberText(auditHead.lines)} lines is gone.`;
    const cure = 'Put audit.jsonl back from a backup, or go on: a new one is begun from the journal, and says so.';
    return { name, ok: false, message, cure };
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    return { name, ok: false, message: error.message, cure: error.hint };
  }
};
