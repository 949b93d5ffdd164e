import { HandoverError } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Plan } from '../model/plan.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { onlyPairs } from '../transfer/only-pairs.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { describePlan } from './describe-plan.ts';
import { type Ids, unknownPair } from './read-pairs.ts';

/** The places in `plan` of the pairs `wanted`, in the order in which they run. @throws HandoverError `unknown-pair`, `wrong-flag` */
export function findPlaces(plan: Plan, wanted: readonly Ids[]): Set<number> {
  if (rootOperation(plan) === 'import' && plan.operation === 'undo') {
    const message = 'What an undo puts back of a row is told of the row as a whole.';
    throw new HandoverError('usage', 'wrong-flag', message, 'Leave out --pair: every row is told of.');
  }
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
