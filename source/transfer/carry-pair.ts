import { mergePair } from '../merge/merge-pair.ts';
import { type DonePair, undoPair } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Image } from '../model/change.ts';
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

/**
 * Works out one pair of `plan` on its people as they are: by the rules, or back to where an earlier run found them.
 * @throws Error where a record cannot be read, or where `earlier` lacks the pair that an undo puts back
 */
export function carryPair(
  { plan, catalogue, earlier }: { plan: Plan; catalogue: Catalogue; earlier?: CarriedPairs | undefined },
  { source, target }: { source: Person; target: Person },
): CarriedPair {
  const { operation, undoOf } = plan;
  const types = new Set(plan.carried);
  if (operation !== 'undo') {
    const { before, after, changes } = mergePair({ source, target, catalogue, operation, carried: types });
    return { before, after, counts: countsOf(changes) };
  }
  const done = earlier?.get(`${source.id}:${target.id}`);
  if (done === undefined) throw new Error(`the journal of run ${undoOf?.run ?? ''} does not hold this pair`);
  const overwriteChanged = undoOf?.overwriteChanged ?? false;
  const { before, after, undo, partly } = undoPair({ done, source, target, catalogue, types, overwriteChanged });
  return { before, after, counts: countsOf(undo), ...(partly ? { partly } : {}) };
}

/** The numbers of `changes` that are not zero. */
export function countsOf(changes: Record<string, object>): PairCounts {
  const numbers = (change: object) =>
    Object.entries(change).filter(([, value]) => typeof value === 'number' && value > 0);
  return Object.fromEntries(
    Object.entries(changes).map(([type, change]) => [type, Object.fromEntries(numbers(change))]),
  );
}
