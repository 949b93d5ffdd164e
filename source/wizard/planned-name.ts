import type { Plan } from '../model/plan.ts';
import type { State } from './state.ts';

const known = new WeakMap<Plan, ReadonlyMap<number, string>>();

/** Gathered once for a plan: every line of a list asks for it. */
function namesOf(plan: Plan): ReadonlyMap<number, string> {
  const before = known.get(plan);
  if (before !== undefined) return before;
  const names = new Map(plan.pairs.flatMap(({ source, target }) => [source, target].map(({ id, name }) => [id, name])));
  known.set(plan, names);
  return names;
}

/** What the plan on screen calls somebody who is not in the store: not yet, or no more; null where it does not name them. */
export function plannedName({ plan, result }: Pick<State, 'plan' | 'result'>, id: number): string | null {
  for (const each of [result?.done ?? null, plan]) {
    const name = each === null ? undefined : namesOf(each).get(id);
    if (name !== undefined) return name;
  }
  return null;
}
