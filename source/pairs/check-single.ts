import { makeFinding, WHOLE_FILE } from '../model/finding.ts';
import type { Pair, Problem, Warning } from '../model/pair.ts';
import { nameAndId, type User } from '../model/user.ts';
import { checkPair, type PairContext } from './check-pair.ts';

/** Pairs that nothing is wrong with, and what is wrong with the others. */
export interface CheckedPairs {
  pairs: readonly Pair[];
  problems: readonly Problem[];
  warnings: readonly Warning[];
}

/** One pair chosen by hand, with what speaks against it; an inactive target is allowed, and said (X5). */
export function checkSingle(source: User, target: User, context: PairContext): CheckedPairs {
  const problems = checkPair(source, target, context);
  if (problems.length > 0) return { pairs: [], problems, warnings: [] };
  const inactive = makeFinding(
    WHOLE_FILE,
    'inactive-target' as const,
    `${nameAndId(target)}, who gets the data, is inactive.`,
    'Make sure that this is meant: an inactive target stays inactive.',
  );
  const pair = { line: null, source: source.id, target: target.id };
  return { pairs: [pair], problems, warnings: target.active ? [] : [inactive] };
}
