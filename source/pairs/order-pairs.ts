import type { Operation } from '../model/catalogue.ts';
import type { Pair } from '../model/pair.ts';

/**
 * Pairs in the order in which they run, otherwise as given. Of a transfer a person's own data moves on before new data
 * arrives, so for A→B and B→C the pair B→C comes first. Of a merge it is A→B: all of them are one person, who ends up in
 * C whole. No person may be source twice, none of a merge target twice, and there may be no ring.
 */
export function orderPairs(pairs: readonly Pair[], operation: Operation = 'transfer'): Pair[] {
  const bySource = new Map(pairs.map((pair) => [pair.source, pair]));
  const byTarget = new Map(pairs.map((pair) => [pair.target, pair]));
  const sooner = ({ source, target }: Pair) => (operation === 'merge' ? byTarget.get(source) : bySource.get(target));
  const placed = new Set<Pair>();
  for (const pair of pairs) {
    const way: Pair[] = [];
    for (let step: Pair | undefined = pair; step !== undefined && !placed.has(step); step = sooner(step)) {
      way.push(step);
    }
    for (const step of way.reverse()) placed.add(step);
  }
  return [...placed];
}

/** Every chain of two and more pairs, each from its first source on (A→B, then B→C), in the order of the pairs. */
export function findChains(pairs: readonly Pair[]): Pair[][] {
  const bySource = new Map(pairs.map((pair) => [pair.source, pair]));
  const targets = new Set(pairs.map((pair) => pair.target));
  return pairs
    .filter((pair) => !targets.has(pair.source) && bySource.has(pair.target))
    .map((first) => {
      const chain: Pair[] = [];
      for (let step: Pair | undefined = first; step !== undefined; step = bySource.get(step.target)) chain.push(step);
      return chain;
    });
}
