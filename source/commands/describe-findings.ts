import { numberText } from '../model/number-text.ts';
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

/** "1 problem", "3 problems". */
export function countText(count: number, noun: string): string {
  return `${numberText(count)} ${noun}${count === 1 ? '' : 's'}`;
}
