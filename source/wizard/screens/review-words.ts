import { countOf } from '../../model/finding.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlannedField } from '../logic/review-tabs.ts';

/** "125 records move, 47 REPLACED, 13 in both, 147 not moved"; of a merge they "come over", as most are copied. Warnings, where there are any, come first. */
export function totalsText({ totals, operation, warnings }: Plan): string {
  const moves = totals.combined + totals.summed;
  const [one, many] = operation === 'merge' ? ['comes over', 'come over'] : ['moves', 'move'];
  return [
    ...(warnings.length === 0 ? [] : [countOf(warnings.length, 'warning')]),
    moves === 1 ? `1 record ${one}` : `${moves} records ${many}`,
    `${totals.replaced} REPLACED`,
    `${totals.deduplicated} in both`,
    `${totals.kept} kept`,
    `${totals.notMoved + totals.skipped} not ${operation === 'merge' ? 'merged' : 'moved'}`,
  ].join(', ');
}

/** Whose field it is where there are several pairs, and why it is as it is. */
export function aboutField({ pair, rule, why }: PlannedField, { pairs }: Plan): string {
  const whose = `${pair.source.name} (${pair.source.id}) into ${pair.target.name} (${pair.target.id}), `;
  return `${pairs.length === 1 ? '' : whose}${rule.label}: ${why}`;
}

/** What stays behind, under the reason why. */
export function notMovedText({ notMoved, operation }: Plan): string {
  const reasons = Map.groupBy(notMoved, ({ why }) => why);
  const text = [...reasons].map(([why, left]) =>
    [why, ...left.map(({ label, count }) => `  ${String(count).padStart(5)}  ${label}`)].join('\n'),
  );
  return text.join('\n\n') || `Everything that the sources own is ${operation === 'merge' ? 'merged' : 'carried'}.`;
}
