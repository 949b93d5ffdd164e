import { hash } from 'node:crypto';
import type { PairCounts } from '../model/journal.ts';
import type { PlanOperation } from '../model/plan.ts';
import type { Random } from '../model/ports.ts';
import type { Settings } from '../model/store-data.ts';

/** What a line may tell of; `log-begun` is the first of every log. */
export const AUDIT_EVENTS = [
  'log-begun',
  'run-started',
  'run-resumed',
  'pair-done',
  'pair-failed',
  'run-finished',
  'settings-changed',
  'mapping-saved',
  'mapping-deleted',
  'person-changed',
  'references-cleared',
  'person-deleted',
  'person-erased',
] as const;
export type AuditEvent = (typeof AUDIT_EVENTS)[number];

/** The facts of one line, which never change; what a line does not tell is null. */
export interface AuditFacts {
  /** Place in the log, counted from 1. */
  line: number;
  /** Of the journal record that it tells of; of `log-begun`, of the last record that the store's anchor knew. */
  sequence: number;
  /** ISO 8601, UTC. */
  at: string;
  event: AuditEvent;
  run: string | null;
  operation: PlanOperation | null;
  undoOf: string | null;
  operator: string | null;
  account: string | null;
  realAccount: string | null;
  host: string | null;
  source: number | null;
  target: number | null;
  /** Who was changed, deleted or erased. */
  person: number | null;
  counts: PairCounts | null;
  settings: Partial<Settings> | null;
  /**
   * Of a pair `done`, `partly` or `failed`, of a row of an import `created`, `removed` or, as "done, 2 values
   * changed, 1 erased, deactivated", what became of its person besides; of a run its state; of a log `new`, or `anew` where one was there before.
   */
  result: string | null;
  code: string | null;
}

/** The texts of a line that name people, and that can be erased without breaking the chain. */
export const OPEN_TEXTS = ['sourceName', 'targetName', 'reason'] as const;
export type OpenText = (typeof OPEN_TEXTS)[number];
export type OpenTexts = Partial<Record<OpenText, string>>;

/** One line of the log. */
export interface AuditLine {
  facts: AuditFacts;
  /** SHA-256 of salt and text, in hexadecimal digits, of each text that the line was written with. */
  sealed: OpenTexts;
  /** Salt and text of those that have not been erased. */
  open: Partial<Record<OpenText, readonly [salt: string, text: string]>>;
  /** The text that the chain holds: facts and seals. */
  chained: string;
  /** Of the line before it and of `chained`. */
  hash: string;
}

/** The hash before the first line. */
export const NO_HASH = '0'.repeat(64);
const SALT_LENGTH = 24;

/** 64 hexadecimal digits of SHA-256 over the hash of the line before and a line's chained text. */
export function chainHash(previous: string, chained: string): string {
  return hash('sha256', previous + chained);
}

/** The seal of a text: 64 hexadecimal digits of SHA-256 over its salt and itself. */
export function sealOf(salt: string, text: string): string {
  return hash('sha256', salt + text);
}

/** A new line behind the one whose hash is `previous`. */
export function makeLine(facts: AuditFacts, texts: OpenTexts, previous: string, random: Random): AuditLine {
  const sealed: OpenTexts = {};
  const open: AuditLine['open'] = {};
  for (const name of OPEN_TEXTS) {
    const text = texts[name];
    if (text === undefined) continue;
    const salt = random.token(SALT_LENGTH);
    sealed[name] = sealOf(salt, text);
    open[name] = [salt, text];
  }
  const chained = JSON.stringify({ ...facts, sealed });
  return { facts, sealed, open, chained, hash: chainHash(previous, chained) };
}

/** The line as it stands in the file: chained JSON, tab, open JSON, tab, hash, newline. */
export function encodeLine({ chained, open, hash }: AuditLine): string {
  return `${chained}\t${JSON.stringify(open)}\t${hash}\n`;
}
