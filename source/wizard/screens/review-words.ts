import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { PlannedField, TabContent } from '../logic/review-tabs.ts';

/** "125 records move, 47 REPLACED, 13 in both, 147 not moved"; of a merge they "come over", as most are copied. Warnings, where there are any, come first. */
export function totalsText({ totals, operation, warnings }: Plan): string {
  const moves = totals.combined + totals.summed;
  const [one, many] = operation === 'merge' ? ['comes over', 'come over'] : ['moves', 'move'];
  return [
    ...(warnings.length === 0 ? [] : [countOf(warnings.length, 'warning')]),
    countOf(moves, `record ${one}`, `records ${many}`),
    `${numberText(totals.replaced)} REPLACED`,
    `${numberText(totals.deduplicated)} in both`,
    `${numberText(totals.kept)} kept`,
    `${numberText(totals.notMoved + totals.skipped)} not ${operation === 'merge' ? 'merged' : 'moved'}`,
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
    [why, ...left.map(({ label, count }) => `  ${numberText(count).padStart(5)}  ${label}`)].join('\n'),
  );
  return text.join('\n\n') || `Everything that the sources own is ${operation === 'merge' ? 'merged' : 'carried'}.`;
}

/** What a tab without a row says in its place. */
export function emptyTabText(content: TabContent, { operation, pairs }: Pick<Plan, 'operation' | 'pairs'>): string {
  const sources = pairs.length === 1 ? 'the source has' : 'the sources have';
  switch (content) {
    case 'types':
      return operation === 'merge'
        ? `Nothing of this: ${sources} none of it, or it is left out.`
        : `Nothing of this: ${sources} nothing of what is carried.`;
    case 'fields':
      return 'Nothing of this: the two profiles of each pair are alike.';
    case 'courses':
      return 'Nothing of this: neither of the two is enrolled in a course.';
    default:
      return 'Nothing of this.';
  }
}
