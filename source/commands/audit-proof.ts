import type { AuditProof } from '../audit/verify-audit.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { FoundError } from './found-error.ts';

/** Findings that stand above and below a list; the rest is to be had by itself. */
const MOST_TOLD = 10;

/** "The audit log is whole: 312 lines, head 3f9a…", or what is not. */
export function proofText({ findings, lines, head }: AuditProof): string {
  if (findings.length === 0) return `The audit log is whole: ${countOf(lines, 'line')}, head ${head ?? 'none yet'}`;
  const isJournalAlone = findings.every(({ kind }) => kind === 'journal-damaged');
  const what = isJournalAlone
    ? 'The journal is NOT whole, and the audit log not proved by it'
    : 'The audit log is NOT whole';
  return `${what}: ${countOf(findings.length, 'finding')}.`;
}

/** The `error` of a JSON document that tells of a log which is not whole. */
export function proofError(proof: AuditProof): FoundError {
  return { code: 'audit-not-whole', message: proofText(proof), hint: curesOf(proof.findings).join(' ') };
}

/** What is said before the lines of a log that is not whole: that, what is wrong, and how its lines are marked; none of one that is. */
export function doubtsBefore(proof: AuditProof): string[] {
  const { findings } = proof;
  if (findings.length === 0) return [];
  const rest = findings.length - MOST_TOLD;
  return [
    proofText(proof),
    ...findings.slice(0, MOST_TOLD).map(({ message }) => `  ${message}`),
    ...(rest > 0 ? [`  … and ${numberText(rest)} more: see them with "handover audit --verify".`] : []),
  ];
}

/** What helps depends on whether there is a log, and whether it is one that was begun anew. */
export function curesOf(findings: AuditProof['findings']): string[] {
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
  if (kinds.has('journal-damaged') && kinds.size === 1) {
    return [
      'Put that journal back from a backup of the store folder. What the store holds now does not rest on it; undo of the runs in it does.',
    ];
  }
  return [
    'Keep a copy of audit.jsonl in the folder of the store, and find out who could write there.',
    'Where the next run is refused for it, put the file back from a backup, or move it away: a new log is begun from the journal, and says so.',
  ];
}
