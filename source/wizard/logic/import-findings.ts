import type { Finding, Problem, Warning } from '../../model/pair.ts';
import type { ImportCheck } from '../../people/import/import-check.ts';

interface Findings {
  problems: ReadonlyMap<number, readonly Problem[]>;
  warnings: ReadonlyMap<number, readonly Warning[]>;
  /** Of the file as a whole. */
  whole: readonly Problem[];
}

const NONE: Findings = { problems: new Map(), warnings: new Map(), whole: [] };
const known = new WeakMap<ImportCheck, Findings>();

/** What a check says of each line. Gathered once for a check: every frame asks for it. */
export function findingsOf(check: ImportCheck | null): Findings {
  if (check === null) return NONE;
  const before = known.get(check);
  if (before !== undefined) return before;
  const findings: Findings = {
    problems: byLine(check.problems),
    warnings: byLine(check.warnings),
    whole: check.problems.filter(({ line }) => line === null),
  };
  known.set(check, findings);
  return findings;
}

function byLine<F extends Finding<string>>(findings: readonly F[]): Map<number, F[]> {
  const groups = new Map<number, F[]>();
  for (const finding of findings) {
    if (finding.line === null) continue;
    const group = groups.get(finding.line);
    if (group === undefined) groups.set(finding.line, [finding]);
    else group.push(finding);
  }
  return groups;
}

/** Findings as sentences with their cure. @param sign what stands before each */
export function factsOf(findings: readonly Finding<string>[], sign: string): string[] {
  return findings.map((finding) => `${sign} ${columnBefore(finding)}${finding.message} ${finding.cure}`);
}

/** "Email: ", or nothing where there is no column or the message begins with it. */
export function columnBefore({ column, message }: Pick<Finding<string>, 'column' | 'message'>): string {
  return column === null || message.startsWith(`${column} `) ? '' : `${column}: `;
}
