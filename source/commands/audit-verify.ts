import { type AuditProof, verifyAudit } from '../audit/verify-audit.ts';
import { EXIT, HandoverError } from '../errors.ts';
import { numberText } from '../model/number-text.ts';
import { timeText } from '../model/time-text.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';
import { curesOf, proofError, proofText } from './audit-proof.ts';
import type { Flags } from './flags.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `audit --verify [--head HASH]`: proves the whole log and names all that is not as it was written.
 * @returns 0, or 4 where there is a finding; as JSON the proof then has `error` besides
 * @throws HandoverError `bad-value` for a head that is none
 */
export async function verifyLogCommand(context: Context, { real: store }: Session, flags: Flags): Promise<number> {
  const given = flags.text('head');
  if (given !== null && !/^[0-9a-f]{64}$/.test(given)) {
    throw new HandoverError(
      'usage',
      'bad-value',
      `--head cannot be "${given}".`,
      'A head has 64 digits, 0 to 9 and a to f.',
    );
  }
  const proof = await verifyAudit(store, context.disk, given);
  const isWhole = proof.findings.length === 0;
  if (context.json) printJson(context, { whole: isWhole, ...proof, ...(!isWhole && { error: proofError(proof) }) });
  else {
    printLines(context, [...proof.findings.map(({ message }) => message), proofText(proof)]);
    printAside(context, remarksOn(proof));
  }
  return isWhole ? EXIT.done : EXIT.problems;
}

/** What to do, and what is no fault. */
function remarksOn({ findings, unfinished, cuts, behind }: AuditProof): string[] {
  const remarks = cuts.map(({ at, line, bytes }) => {
    const what = bytes === 1 ? 'One byte was' : `${bytes} bytes were`;
    return `${what} cut off behind line ${line} on ${timeText(at)}: of a write that was cut short, or put there.`;
  });
  if (findings.length > 0) remarks.push(...curesOf(findings));
  if (unfinished > 0)
    remarks.push(`Somebody writes at the moment: ${numberText(unfinished)} bytes of a line are there so far.`);
  if (behind > 0 && findings.length === 0) {
    const records = behind === 1 ? 'One more record stands' : `${numberText(behind)} more records stand`;
    remarks.push(`${records} in the journal; whoever writes next adds what is missing to the log.`);
  }
  return remarks;
}
