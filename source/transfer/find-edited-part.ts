import { isDeepStrictEqual } from 'node:util';
import type { Plan, PlannedPair } from '../model/plan.ts';

/**
 * What `plan` tells otherwise than `remade`, the same plan worked out anew on people who are as they were, in words: "the
 * name of user 19"; null: nothing. Its id and time, who made it and what it warns of are not looked at. Pure.
 */
export function findEditedPart(plan: Plan, remade: Plan): string | null {
  // As a file holds it: without what is undefined.
  const made = JSON.parse(JSON.stringify(remade)) as Plan;
  if (!isDeepStrictEqual(plan.pairs.map(placeOf), made.pairs.map(placeOf))) return 'its pairs and their order';
  for (const [place, pair] of plan.pairs.entries()) {
    const part = findInPair(pair, made.pairs[place] ?? pair);
    if (part !== null) return part;
  }
  if (plan.confirm !== made.confirm) return `its phrase, which is "${made.confirm}"`;
  const parts: [keyof Plan, string][] = [
    ['totals', 'its totals'],
    ['notMoved', 'what it says stays behind'],
    ['carried', 'what it says is carried'],
    ['direction', 'how its file was read'],
    ['choices', 'what it says was chosen'],
    ['catalogue', 'the name of its catalogue'],
    ['undoOf', 'what it says of the run that it puts back'],
  ];
  return parts.find(([name]) => !isDeepStrictEqual(plan[name], made[name]))?.[1] ?? null;
}

function placeOf({ line, source, target }: PlannedPair) {
  return [line, source.id, target.id];
}

function findInPair(pair: PlannedPair, made: PlannedPair): string | null {
  for (const side of ['source', 'target'] as const) {
    if (pair[side].name !== made[side].name) return `the name of user ${pair[side].id}`;
  }
  // Plans of an earlier handover tell of no effect.
  const { effect = made.effect, ...told } = pair;
  if (isDeepStrictEqual(effect === undefined ? told : { ...told, effect }, made)) return null;
  return `what happens to user ${pair.source.id} and user ${pair.target.id}`;
}
