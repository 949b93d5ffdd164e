import { type AuditProof, verifyAudit } from '../audit/verify-audit.ts';
import { EXIT, HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import { timeText } from '../model/time-text.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';
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
  const { lines, head, findings } = proof;
  const end = isWhole
    ? `The audit log is whole: ${countOf(lines, 'line')}, head ${head ?? 'none yet'}`
    : `The audit log is NOT whole: ${countOf(findings.length, 'finding')}.`;
  if (context.json) {
    const error = { code: 'audit-not-whole', message: end, hint: curesOf(findings).join(' ') };
    printJson(context, { whole: isWhole, ...proof, ...(!isWhole && { error }) });
  } else {
    printLines(context, [...findings.map(({ message }) => message), end]);
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
  if (unfinished > 0) remarks.push(`Somebody writes at the moment: ${unfinished} bytes of a line are there so far.`);
  if (behind > 0 && findings.length === 0) {
    const records = behind === 1 ? 'One more record stands' : `${behind} more records stand`;
    remarks.push(`${records} in the journal; whoever writes next adds what is missing to the log.`);
  }
  return remarks;
}

/** What helps depends on whether there is a log, and whether it is one that was begun anew. */
function curesOf(findings: AuditProof['findings']): string[] {
  const kinds = new Set(findings.map(({ kind }) => kind));
  if (kinds.has('gone')) {
    return [
      'Find out who could write to the folder of the store. Where a backup of it has audit.jsonl with that last line, put that file back.',
      'Otherwise nothing needs to be done: all that the log told of stands in the journal as well, and whoever writes next begins a new log from it, which says so.',
    ];
  }
  if (kinds.has('anew') && findings.length === 1) {
    return [
      'All of it is as the journal has it. That it was begun anew stays said: where there is a copy of the log before it, keep that, as heads of that one are proved by it alone.',
    ];
  }
  return [
    'Keep a copy of audit.jsonl in the folder of the store, and find out who could write there.',
    'Where the next run is refused for it, put the file back from a backup, or move it away: a new log is begun from the journal, and says so.',
  ];
}
