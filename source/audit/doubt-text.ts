import type { AuditProof } from './verify-audit.ts';

/** "The audit log is NOT whole. The first of 2 findings: …": where there is no room for all; null: it is whole. */
export function doubtText({ findings: [first, ...more] }: Pick<AuditProof, 'findings'>): string | null {
  if (first === undefined) return null;
  const which = more.length === 0 ? '' : `The first of ${more.length + 1} findings: `;
  return `The audit log is NOT whole. ${which}${first.message} See it with: handover audit --verify`;
}
