import type { Catalogue } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { onlyPairs } from '../transfer/only-pairs.ts';
import { describePlan } from './describe-plan.ts';
import { type Ids, unknownPair } from './read-pairs.ts';

/** The places in `plan` of the pairs `wanted`, in the order in which they run. @throws HandoverError `unknown-pair` */
export function findPlaces(plan: Plan, wanted: readonly Ids[]): Set<number> {
  const keys = plan.pairs.map(({ source, target }) => pairKey(source.id, target.id));
  return new Set(
    wanted.map(({ source, target }) => {
      const place = keys.indexOf(pairKey(source, target));
      if (place === -1) throw unknownPair('The plan', pairKey(source, target), keys);
      return place;
    }),
  );
}

/** Each of these pairs by itself, in words: the profile field by field, each kind of data, and its warnings. */
export function describePairs(plan: Plan, places: ReadonlySet<number>, catalogue: Catalogue, ascii: boolean): string[] {
  return [...places].flatMap((place, index) => [
    ...(index === 0 ? [] : ['']),
    ...describePlan(onlyPairs(plan, new Set([place])), catalogue, ascii, 'pair'),
  ]);
}
