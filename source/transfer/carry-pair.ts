import { mergePair } from '../merge/merge-pair.ts';
import { standingOfTypes } from '../merge/standing-of-types.ts';
import { type DonePair, undoPair } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type Image, NO_RECORDS, NO_UNDO } from '../model/change.ts';
import type { PairCounts } from '../model/journal.ts';
import type { Plan } from '../model/plan.ts';
import type { Person } from '../model/user.ts';

/** The pairs that a run has done: "source:target" → what it did. */
export type CarriedPairs = ReadonlyMap<string, DonePair>;

/** What a plan does to one pair, as the journal keeps it. */
export interface CarriedPair {
  before: { source: Image; target: Image };
  after: { source: Image; target: Image };
  counts: PairCounts;
  partly?: true;
}

interface CarryRequest {
  plan: Plan;
  catalogue: Catalogue;
  /** What the run did that an undo puts back; no other plan needs it. */
  earlier?: CarriedPairs | undefined;
}

/** The two people of a pair, as they are. */
interface PairPeople {
  source: Person;
  target: Person;
}

/**
 * What works out the pairs of `plan` on their people as they are: by the rules, or back to where an earlier run found
 * them. It throws Error where a record cannot be read, or where `earlier` lacks the pair that an undo puts back.
 */
export function carrierOf({ plan, catalogue, earlier }: CarryRequest): (people: PairPeople) => CarriedPair {
  const { operation, choices, undoOf } = plan;
  const types = new Set(plan.carried);
  if (operation !== 'undo') {
    const standing = standingOfTypes(catalogue, operation, types);
    return (people) => {
      const { before, after, changes } = mergePair({
        ...people,
        catalogue,
        operation,
        carried: types,
        choices,
        standing,
      });
      return { before, after, counts: countsOf(changes) };
    };
  }
  const overwriteChanged = undoOf?.overwriteChanged ?? false;
  return (people) => {
    const done = earlier?.get(`${people.source.id}:${people.target.id}`);
    if (done === undefined) throw new Error(`the journal of run ${undoOf?.run ?? ''} does not hold this pair`);
    const { before, after, undo, partly } = undoPair({ done, ...people, catalogue, types, overwriteChanged });
    return { before, after, counts: countsOf(undo), ...(partly ? { partly } : {}) };
  };
}

/** Works out one pair of a plan, as `carrierOf` tells. */
export function carryPair(request: CarryRequest, people: PairPeople): CarriedPair {
  return carrierOf(request)(people);
}

const COUNTED = [...Object.keys(NO_RECORDS), ...Object.keys(NO_UNDO)] as (keyof PairCounts[string])[];

/** The numbers of `changes` that are not zero. */
export function countsOf(changes: Readonly<Record<string, PairCounts[string]>>): PairCounts {
  const counts: PairCounts = {};
  for (const type in changes) {
    const change = changes[type];
    const numbers: PairCounts[string] = {};
    for (const name of COUNTED) {
      const number = change?.[name];
      if (number) numbers[name] = number;
    }
    counts[type] = numbers;
  }
  return counts;
}
