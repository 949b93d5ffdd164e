import type { Finding } from '../model/pair.ts';

/** Two lines for each finding: where, what stands there and what is wrong with it; then the cure. */
export function describeFindings(findings: readonly Finding<string>[]): string[] {
  return findings.flatMap((finding) => [`${whereOf(finding)}${finding.message}`, `  ${finding.cure}`]);
}

function whereOf({ line, column, value }: Finding<string>): string {
  const parts = [
    ...(line === null ? [] : [`line ${line}`]),
    ...(column === null ? [] : [`column ${column}`]),
    ...(value === null || value === '' ? [] : [`"${value}"`]),
  ];
  return parts.length === 0 ? '' : `${parts.join(', ')}: `;
}
