import path from 'node:path';
import { headText } from '../audit/head-text.ts';
import { type AuditEntry, readAudit } from '../audit/read-audit.ts';
import { readHead } from '../audit/read-head.ts';
import { redactEntry } from '../audit/redact-entry.ts';
import { writeAuditCsv } from '../audit/write-audit-csv.ts';
import { EXIT, HandoverError } from '../errors.ts';
import type { Context } from '../session/context.ts';
import { openSession, type Session } from '../session/open-session.ts';
import { eraseCommand } from './audit-erase.ts';
import { verifyLogCommand } from './audit-verify.ts';
import type { Command } from './command.ts';
import { describeAudit } from './describe-audit.ts';
import { findRun } from './find-run.ts';
import type { Flags } from './flags.ts';
import { printJson, printLines } from './print.ts';

/**
 * `audit [RUN]`: shows the audit log, all of it, of one run, or of its errors (A54), or saves it as a CSV file; proves it
 * with --verify; erases a person from it with --erase.
 * @throws HandoverError `wrong-flag`, `unknown-run`, `damaged-audit`, and those of the three
 */
export const audit: Command = async (context, [run], flags) => {
  refuseTogether(run, flags);
  const session = await openSession(context);
  if (flags.isOn('verify')) return verifyLogCommand(context, session, flags);
  if (flags.text('erase') !== null) return eraseCommand(context, session, flags);
  const shown = await chooseEntries(session, context, run, flags.isOn('errors'));
  const out = flags.text('out');
  if (out !== null) return save(shown, path.resolve(context.cwd, out), context, flags);
  if (context.json) printJson(context, shown);
  else {
    const told = shown.length === 0 ? [noneText(run, flags)] : await tell(shown, session, context);
    printLines(context, [...told, await endText(session, context)]);
  }
  return EXIT.done;
};

async function tell(shown: readonly AuditEntry[], { store }: Session, { ascii }: Context): Promise<string[]> {
  return describeAudit(shown, await store.runs(), ascii);
}

/** What is said where no line is left to be shown. */
function noneText(run: string | undefined, flags: Flags): string {
  const where = run === undefined ? '' : ' of this run';
  if (flags.isOn('errors')) return `No pair${where} has failed.`;
  return run === undefined
    ? 'Nothing has been run or changed in this store yet.'
    : 'The log tells nothing of this run.';
}

/** Where the log ends; of one that is gone, that it is. */
async function endText({ store }: Session, { disk }: Context): Promise<string> {
  const head = await readHead(store, disk);
  if (head !== null || (await store.info()).auditHead === null) return headText(head);
  return 'The audit log is GONE, and this is told from the journal. What to do: handover audit --verify';
}

async function chooseEntries(
  { store, real, veil }: Session,
  { disk }: Context,
  run: string | undefined,
  isErrorsOnly: boolean,
): Promise<AuditEntry[]> {
  const all = (await readAudit(real, disk)).map((entry) => (veil.isOn ? redactEntry(entry, veil) : entry));
  const id = run === undefined ? null : (await findRun(store, run)).id;
  return all.filter((entry) => (id === null || entry.run === id) && (!isErrorsOnly || entry.event === 'pair-failed'));
}

async function save(entries: readonly AuditEntry[], out: string, context: Context, flags: Flags): Promise<number> {
  const { path: file, lines } = await writeAuditCsv(entries, out, { force: flags.isOn('force') });
  if (context.json) printJson(context, { file, lines });
  else printLines(context, [`${lines} ${lines === 1 ? 'line' : 'lines'} of the audit log are in ${file}`]);
  return EXIT.done;
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
