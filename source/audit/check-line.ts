import { type AuditLine, chainHash, OPEN_TEXTS, type OpenText, sealOf } from './audit-line.ts';

/** Whether `line` goes on behind the line with the hash `previous`, and says what was written. */
export function doesFollow({ chained, hash }: AuditLine, previous: string): boolean {
  return hash === chainHash(previous, chained);
}

/** The texts of `line` that do not fit their seals, those without a seal included. */
export function findBrokenSeals({ sealed, open }: AuditLine): OpenText[] {
  return OPEN_TEXTS.filter((name) => {
    const pair = open[name];
    return pair !== undefined && sealOf(...pair) !== sealed[name];
  });
}

/** The texts that `line` was written with and has no more. */
export function findMissingTexts({ sealed, open }: AuditLine): OpenText[] {
  return OPEN_TEXTS.filter((name) => sealed[name] !== undefined && open[name] === undefined);
}
