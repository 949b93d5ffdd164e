import { guardFormula } from '../csv/formula-guard.ts';
import { writeRows } from '../csv/write-rows.ts';
import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import { countsInWords, sumCounts } from './count-words.ts';
import type { AuditEntry } from './read-audit.ts';
import { settingsText } from './settings-text.ts';

const COUNTS = [...Object.keys(NO_RECORDS), ...Object.keys(NO_UNDO)];

const HEADINGS = [
  'Sequence',
  'Time (UTC)',
  'Event',
  'Run',
  'Operation',
  'Operator',
  'Account',
  'Real Account',
  'Host',
  'Source User ID',
  'Source Name',
  'Target User ID',
  'Target Name',
  'Result',
  'Code',
  'Reason',
  ...COUNTS.map((count) => count.charAt(0).toUpperCase() + count.slice(1)),
  'Records by Type',
  'Proof',
] as const;

/**
 * Saves lines of the audit log as a CSV file that only its owner may read and that a spreadsheet opens without running
 * anything of it; its last column tells which of them are proved. With `force` an existing file is replaced.
 * @returns the path, how many lines it holds and how many of them tell of a pair
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writeAuditCsv(
  entries: readonly AuditEntry[],
  out: string,
  options: { force?: boolean },
): Promise<{ path: string; lines: number; pairs: number }> {
  await writeRows(out, [HEADINGS, ...entries.map(rowOf)], options);
  return { path: out, lines: entries.length, pairs: entries.filter(({ source }) => source !== null).length };
}

function rowOf(entry: AuditEntry): string[] {
  const { counts, sequence, source, target } = entry;
  const sums = sumCounts(counts ?? {});
  return [
    String(sequence),
    entry.at,
    entry.event,
    text(entry.run),
    text(entry.operation),
    text(entry.operator),
    text(entry.account),
    text(entry.realAccount),
    text(entry.host),
    id(source),
    text(entry.sourceName),
    id(target),
    text(entry.targetName),
    text(resultOf(entry)),
    text(entry.code),
    text(entry.reason),
    ...COUNTS.map((count) => (counts === null ? '' : String(sums.get(count) ?? 0))),
    text(counts === null ? null : countsInWords(counts)),
    text(proofOf(entry)),
  ];
}

function proofOf({ fault, hash }: AuditEntry): string {
  return fault ?? (hash === null ? 'not in the log yet' : 'proved');
}

function resultOf({ result, settings, person }: AuditEntry): string | null {
  if (settings !== null) return settingsText(settings);
  if (person === null) return result;
  return result === null ? `person ${person}` : `person ${person} ${result}`;
}

function text(value: string | null): string {
  return guardFormula(value ?? '');
}

function id(value: number | null): string {
  return value === null ? '' : String(value);
}
