import type { Plan } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { typesOfPlan } from '../transfer/types-of-plan.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * The emptied accounts, by id: active people whose data a run has carried to somebody else, none of it undone, and who
 * own nothing any more of the kinds that it moved. What a merge copies stays theirs as well, and does not count.
 */
export async function listEmptied({ store, info, catalogue }: Session): Promise<Person[]> {
  const [transfers, merges] = await Promise.all([store.donePairs('transfer'), store.donePairs('merge')]);
  // A number that is worked out stays, and is then nought.
  const movers = catalogue.types.filter(({ carry, rule }) => carry === 'move' && rule !== 'derive');
  const moving = new Set(movers.map(({ id }) => id));
  const plans = new Map<string, Plan | null>();
  const kinds = new Map<number, Set<string> | null>();
  for (const [pair, run] of [...transfers, ...merges]) {
    const plan = plans.get(run) ?? (await readRunPlan(info.location, run).catch(() => null));
    plans.set(run, plan);
    const source = Number(pair.split(':')[0]);
    const known = kinds.get(source);
    // Of a run whose plan cannot be read it is not known what it carried: who is in it is not offered.
    if (plan === null || known === null) kinds.set(source, null);
    else kinds.set(source, new Set([...(known ?? []), ...typesOfPlan(plan)]));
  }
  const people = await store.people(kinds.keys());
  return [...people.values()]
    .filter(({ id, active, records }) => {
      const types = kinds.get(id);
      if (!active || types == null) return false;
      return [...types].every((type) => !moving.has(type) || (records[type]?.length ?? 0) === 0);
    })
    .sort((left, right) => left.id - right.id);
}
