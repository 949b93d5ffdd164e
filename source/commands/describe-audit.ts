import type { AuditEvent } from '../audit/audit-line.ts';
import { countsInWords, sumCounts } from '../audit/count-words.ts';
import type { AuditEntry } from '../audit/read-audit.ts';
import { settingsText } from '../audit/settings-text.ts';
import { bringsBack } from '../model/carries-again.ts';
import type { RunSummary } from '../model/run.ts';
import { timeText } from '../model/time-text.ts';
import { alignColumns } from './align-columns.ts';

const WORDS: Record<AuditEvent, string> = {
  'log-begun': 'log begun',
  'run-started': 'run started',
  'run-resumed': 'run resumed',
  'pair-done': 'pair',
  'pair-failed': 'pair',
  'run-finished': 'run ended',
  'settings-changed': 'settings changed',
  'mapping-saved': 'mapping saved',
  'mapping-deleted': 'mapping deleted',
  'person-changed': 'person changed',
  'references-cleared': 'records changed',
  'person-deleted': 'person deleted',
  'person-erased': 'person erased',
};

/**
 * The lines of the log as a table, newest last; where one is not proved, with a column that says why.
 * @param runs all of the store, which tell whether a pair went back or again
 */
export function describeAudit(
  entries: readonly AuditEntry[],
  runs: readonly Pick<RunSummary, 'id' | 'undoOf'>[],
  ascii: boolean,
): string[] {
  const heading = ['Line', 'Time', 'Who', 'Run', 'What', 'About', 'Result'];
  const hasFaults = entries.some(({ fault }) => fault !== null);
  const rows = entries.map((entry) => [
    String(entry.line),
    timeText(entry.at),
    whoText(entry),
    entry.run ?? '',
    isRow(entry) ? 'row' : WORDS[entry.event],
    aboutText(entry, runs),
    resultText(entry),
    ...(hasFaults ? [entry.fault ?? ''] : []),
  ]);
  return alignColumns([hasFaults ? [...heading, 'Not proved'] : heading, ...rows], { right: [0], ascii });
}

/** Whether a line tells of the row of an import: its person stands on both sides. */
function isRow({ source, target }: AuditEntry): boolean {
  return source !== null && source === target;
}

/** "admin (root, logged in as sam) on desk". */
function whoText({ operator, account, realAccount, host }: AuditEntry): string {
  if (operator === null) return '';
  const real = realAccount === null ? '' : `, logged in as ${realAccount}`;
  const behind = account === null || (account === operator && real === '') ? '' : ` (${account}${real})`;
  return `${operator}${behind}${host === null ? '' : ` on ${host}`}`;
}

function aboutText(entry: AuditEntry, runs: readonly Pick<RunSummary, 'id' | 'undoOf'>[]): string {
  const { source, sourceName, target, targetName, person, settings, operation, undoOf } = entry;
  if (source !== null && target !== null) {
    if (source === target) return nameText(source, sourceName ?? targetName, entry);
    const [one, other] = [nameText(source, sourceName, entry), nameText(target, targetName, entry)];
    return bringsBack({ undoOf }, runs) ? `back to ${one} from ${other}` : `${one} into ${other}`;
  }
  if (person !== null)
    return `the person with the ID ${person}${entry.event === 'person-erased' ? ', from this log' : ''}`;
  if (settings !== null) return settingsText(settings);
  return undoOf === null ? (operation ?? '') : `undo of ${undoOf}`;
}

function nameText(id: number, name: string | null, { erased }: AuditEntry): string {
  return name === null ? `${erased ? '(erased)' : 'user'} ${id}` : `${name} (${id})`;
}

function resultText(entry: AuditEntry): string {
  const { result, code, reason, counts, erased } = entry;
  const what = [result, code].filter((part) => part !== null).join(' ');
  if (reason !== null) return `${what}: ${reason}`;
  if (code !== null && erased) return `${what}: (erased)`;
  if (isRow(entry) && (result === 'created' || result === 'removed')) return what;
  const about = isRow(entry) ? 'values' : 'records';
  const sums = counts === null ? '' : countsInWords({ [about]: Object.fromEntries(sumCounts(counts)) });
  return sums === '' ? what : `${what}; ${sums}`;
}
