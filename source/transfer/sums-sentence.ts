import type { Catalogue } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';

/**
 * What an undo does to totals that later runs of its plan added to as well: they are not as they were before the run.
 * A sentence with their kinds of data; '' where there are none.
 */
export function sumsSentence({ pairs, undoOf }: Pick<Plan, 'pairs' | 'undoOf'>, catalogue: Catalogue): string {
  const labels = catalogue.types
    .filter(({ id, rule }) => rule === 'sum' && pairs.some(({ undo, later }) => undo[id]?.restored && later?.[id]))
    .map(({ label }) => label);
  if (labels.length === 0) return '';
  const [what, is] = undoOf?.isAgain ? ['taken out', 'comes in again'] : ['added', 'is taken out'];
  return `Of ${labels.join(' and ')} just what the run had ${what} ${is}; what later runs added stays.`;
}
