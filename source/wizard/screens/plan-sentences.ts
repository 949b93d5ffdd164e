import type { State } from '../state.ts';
import { planSides, recordsText, replacedSentence, warningsSentence } from './plan-sides.ts';

/**
 * What the plan does, in sentences, for the two confirmations: every record that leaves anybody is counted in one. One
 * that has nothing to say is empty.
 */
export function planSentences(state: State): string[] {
  const { plan } = state;
  if (plan === null) return [];
  const { pairs, totals, warnings } = plan;
  const sides = planSides(plan, state);
  const { one, source, target, goesOn, loginWarning } = sides;
  const who =
    one === null
      ? `${pairs.length} pairs run, one after the other. Each target is kept.`
      : `What you chose moves FROM ${one.source.name} (${one.source.id}) INTO ${one.target.name} (${one.target.id}).`;
  const verb = (count: number, word: string) => (count === 1 ? `${word}s` : word);
  const moved = totals.combined + totals.summed;
  const staying = totals.notMoved + totals.skipped;
  const twice =
    totals.deduplicated === 0
      ? ''
      : ` ${recordsText(totals.deduplicated)} that ${target} had already ${verb(totals.deduplicated, 'leave')} ${source}, too.`;
  return [
    goesOn + who,
    `Moved: ${recordsText(moved)} ${verb(moved, 'leave')} ${source} and ${verb(moved, 'belong')} to ${target} afterwards.${twice}`,
    replacedSentence(plan, sides),
    `Not moved: ${recordsText(staying)} ${verb(staying, 'stay')} with ${source}.`,
    warningsSentence(warnings.length),
    loginWarning,
  ];
}
