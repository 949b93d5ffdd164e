import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import type { Person } from '../model/user.ts';
import { typesOfPlan } from '../transfer/types-of-plan.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/** One way in which somebody's data went to somebody else, and still is there. */
export interface Handover {
  operation: Operation;
  /** Id of who got it. */
  target: number;
  run: string;
  /** When that run began: ISO 8601, UTC. */
  at: string;
}

/** An account whose data went elsewhere. */
export interface Emptied {
  person: Person;
  /** At least one, the oldest first. */
  handovers: Handover[];
  /** How many kinds of data they still own; a number that is only worked out is none. */
  owns: number;
}

/**
 * The emptied accounts, by id, closed ones too: people whose data runs have carried to somebody else, none of it undone,
 * and who own nothing any more of the kinds that were moved. What a merge copies stays theirs as well, and does not count.
 */
export async function listEmptied({ store, info, catalogue }: Session): Promise<Emptied[]> {
  // A number that is worked out stays, and is then nought.
  const movers = catalogue.types.filter(({ carry, rule }) => carry === 'move' && rule !== 'derive');
  const moving = new Set(movers.map(({ id }) => id));
  const derived = new Set(catalogue.types.filter(({ rule }) => rule === 'derive').map(({ id }) => id));
  const begun = new Map((await store.runs()).map(({ id, startedAt }) => [id, startedAt]));
  const plans = new Map<string, Plan | null>();
  const known = new Map<number, { handovers: Handover[]; types: Set<string> } | null>();
  for (const operation of OPERATIONS) {
    for (const [pair, run] of await store.donePairs(operation)) {
      const plan = plans.get(run) ?? (await readRunPlan(info.location, run).catch(() => null));
      plans.set(run, plan);
      const [source = 0, target = 0] = pair.split(':').map(Number);
      const before = known.get(source);
      // Of a run whose plan cannot be read it is not known what it carried: who is in it is not offered.
      if (plan === null || before === null) known.set(source, null);
      else {
        const { handovers, types } = before ?? { handovers: [], types: new Set() };
        const handover = { operation, target, run, at: begun.get(run) ?? plan.createdAt };
        known.set(source, { handovers: [...handovers, handover], types: new Set([...types, ...typesOfPlan(plan)]) });
      }
    }
  }
  const people = await store.people(known.keys());
  return [...people.values()]
    .flatMap((person): Emptied[] => {
      const { handovers, types } = known.get(person.id) ?? { handovers: [], types: new Set<string>() };
      const isFull = [...types].some((type) => moving.has(type) && (person.records[type]?.length ?? 0) > 0);
      if (handovers.length === 0 || isFull) return [];
      const owned = Object.entries(person.records).filter(([id, { length }]) => length > 0 && !derived.has(id));
      const sorted = handovers.toSorted((one, other) => one.at.localeCompare(other.at));
      return [{ person, handovers: sorted, owns: owned.length }];
    })
    .sort((left, right) => left.person.id - right.person.id);
}
