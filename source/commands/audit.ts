import path from 'node:path';
import { headText } from '../audit/head-text.ts';
import { type AuditEntry, readAudit } from '../audit/read-audit.ts';
import { redactEntry } from '../audit/redact-entry.ts';
import type { AuditProof } from '../audit/verify-audit.ts';
import { writeAuditCsv } from '../audit/write-audit-csv.ts';
import { EXIT, HandoverError } from '../errors.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Context } from '../session/context.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { eraseCommand } from './audit-erase.ts';
import { curesOf, doubtsBefore, proofError, proofText } from './audit-proof.ts';
import { verifyLogCommand } from './audit-verify.ts';
import type { Command } from './command.ts';
import { describeAudit } from './describe-audit.ts';
import { findRun } from './find-run.ts';
import type { Flags } from './flags.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `audit [RUN]`: shows the audit log, all of it, of one run, or of its errors (A54), or saves it as a CSV file; proves it
 * with --verify; erases a person from it with --erase. Whatever is shown or saved is proved first.
 * @returns 0; 4 where the log is not whole, of which lines from the journal and `error` tell
 * @throws HandoverError `wrong-flag`, `unknown-run`, `damaged-audit`, and those of the three
 */
export const audit: Command = async (context, [run], flags) => {
  refuseTogether(run, flags);
  const session = await openSession(context);
  if (flags.isOn('verify')) return verifyLogCommand(context, session, flags);
  if (flags.text('erase') !== null) return eraseCommand(context, session, flags);
  const { shown, proof } = await chooseEntries(session, context, run, flags.isOn('errors'));
  const status = proof.findings.length === 0 ? EXIT.done : EXIT.problems;
  const doubts = doubtsBefore(proof);
  const out = flags.text('out');
  if (out !== null) await save(shown, proof, path.resolve(context.cwd, out), context, flags);
  else if (context.json) {
    const { findings } = proof;
    printJson(context, doubts.length === 0 ? shown : { entries: shown, findings, error: proofError(proof) });
  } else {
    const told =
      shown.length === 0 ? [noneText(run, flags)] : describeAudit(shown, await session.store.runs(), context.ascii);
    printLines(context, [...doubts, ...told, ...endText(proof)]);
  }
  if (!context.json) printAside(context, doubts.length === 0 ? [] : curesOf(proof.findings));
  return status;
};

/** What is said where no line is left to be shown. */
function noneText(run: string | undefined, flags: Flags): string {
  const where = run === undefined ? '' : ' of this run';
  if (flags.isOn('errors')) return `No pair${where} has failed.`;
  return run === undefined
    ? 'Nothing has been run or changed in this store yet.'
    : 'The log tells nothing of this run.';
}

/** Where the log ends, or that it is not whole; and what of the lines is yet to come into it. */
function endText(proof: AuditProof): string[] {
  const { findings, lines, head, behind } = proof;
  if (findings.length > 0) return [proofText(proof)];
  const records = behind === 1 ? 'The last of these stands' : `The last ${numberText(behind)} of these stand`;
  const yet =
    behind === 0 ? [] : [`${records} in the journal so far; whoever writes next adds what is missing to the log.`];
  return [...yet, headText(head === null ? null : { lines, hash: head })];
}

async function chooseEntries(
  { store, real, veil }: Session,
  { disk }: Context,
  run: string | undefined,
  isErrorsOnly: boolean,
): Promise<{ shown: AuditEntry[]; proof: AuditProof }> {
  const { entries, proof } = await readAudit(real, disk);
  const all = entries.map((entry) => (veil.isOn ? redactEntry(entry, veil) : entry));
  const id = run === undefined ? null : (await findRun(store, run)).id;
  const isAsked = ({ run, event }: AuditEntry) =>
    (id === null || run === id) && (!isErrorsOnly || event === 'pair-failed');
  return { shown: all.filter(isAsked), proof };
}

async function save(
  entries: readonly AuditEntry[],
  proof: AuditProof,
  out: string,
  context: Context,
  flags: Flags,
): Promise<void> {
  const { path: file, lines } = await writeAuditCsv(entries, out, { force: flags.isOn('force') });
  const { findings } = proof;
  const isWhole = findings.length === 0;
  if (context.json) printJson(context, { file, lines, ...(!isWhole && { findings, error: proofError(proof) }) });
  else {
    const said = `${countOf(lines, 'line')} of the audit log are in ${file}`;
    const marked = `${said}; its column Proof tells which of them are not proved.`;
    printLines(context, isWhole ? [said] : [...doubtsBefore(proof), marked]);
  }
}

/** Flags of which one leaves no room for the others are a mistake, and none of them is passed over. */
function refuseTogether(run: string | undefined, flags: Flags): void {
  const isGiven = (name: string) => flags.isOn(name) || flags.text(name) !== null;
  const alone = ['verify', 'erase'].filter(isGiven);
  const [first] = alone;
  const showing = ['errors', 'out', 'force'].filter(isGiven).map((name) => `--${name}`);
  if (first !== undefined) {
    const beside = [...alone.slice(1).map((name) => `--${name}`), ...showing, ...(run === undefined ? [] : [run])];
    if (beside.length > 0) throw togetherError(`--${first}`, beside[0] ?? '');
  }
  if (flags.text('head') !== null && first !== 'verify') throw needs('--head', '--verify');
  if (flags.text('confirm') !== null && first !== 'erase') throw needs('--confirm', '--erase');
  if (flags.isOn('force') && flags.text('out') === null) throw needs('--force', '--out');
}

function togetherError(one: string, other: string): HandoverError {
  const message = `${one} and ${other} do not go together.`;
  return new HandoverError('usage', 'wrong-flag', message, 'Say one of them. More: handover help audit');
}

function needs(one: string, other: string): HandoverError {
  return new HandoverError(
    'usage',
    'wrong-flag',
    `${one} means nothing without ${other}.`,
    'More: handover help audit',
  );
}
