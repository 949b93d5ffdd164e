import { verifyAudit } from '../audit/verify-audit.ts';
import { EXIT, HandoverError } from '../errors.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';
import type { Flags } from './flags.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `audit --verify [--head HASH]`: proves the whole log and names all that is not as it was written.
 * @returns 0, or 4 where there is a finding
 * @throws HandoverError `bad-value` for a head that is none
 */
export async function verifyLogCommand(context: Context, { store }: Session, flags: Flags): Promise<number> {
  const given = flags.text('head');
  if (given !== null && !/^[0-9a-f]{64}$/.test(given)) {
    throw new HandoverError(
      'usage',
      'bad-value',
      `--head cannot be "${given}".`,
      'A head has 64 digits, 0 to 9 and a to f.',
    );
  }
  const { lines, head, findings, behind } = await verifyAudit(store, context.disk, given);
  const isWhole = findings.length === 0;
  if (context.json) printJson(context, { whole: isWhole, lines, head, behind, findings });
  else {
    const end = isWhole
      ? `The audit log is whole: ${lines} lines, head ${head ?? 'none yet'}`
      : `The audit log is NOT whole: ${findings.length} ${findings.length === 1 ? 'finding' : 'findings'}.`;
    printLines(context, [...findings.map(({ message }) => message), end]);
    if (!isWhole) {
      printAside(context, [
        'Keep a copy of audit.jsonl in the folder of the store, and find out who could write there.',
      ]);
    }
    if (behind > 0) {
      const records = behind === 1 ? 'One more record stands' : `${behind} more records stand`;
      printAside(context, [`${records} in the journal; whoever writes next adds what is missing to the log.`]);
    }
  }
  return isWhole ? EXIT.done : EXIT.problems;
}
