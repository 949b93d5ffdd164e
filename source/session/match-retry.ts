import type { MergeChoices } from '../model/merge-choices.ts';
import type { Problem } from '../model/pair.ts';
import type { Run } from '../model/run.ts';
import { listToRetry } from '../model/run-standing.ts';
import { pairKey } from '../pairs/check-pair.ts';
import type { CheckedPairs } from '../pairs/check-single.ts';
import { matchPairs } from '../pairs/match-pairs.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/** The pairs of a run that can be tried again, and what its plan carried. */
export interface Retry {
  /** Without those of `hopeless`; each on the line that it had in its file, or on its place. */
  checked: CheckedPairs;
  /** What is wrong with those that cannot be tried again: somebody is gone, or has become privileged. */
  hopeless: readonly Problem[];
  /** Ids of the data types. */
  carried: readonly string[];
  choices: MergeChoices | null;
}

/**
 * What a retry of `run` would carry (A56): its pairs that failed, or are left where it does not go on, and that nothing has done since, checked as those of a file are, with
 * just the data types of its plan.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`
 */
export async function matchRetry(run: Run, { store, info, view }: Session): Promise<Retry> {
  const plan = await readRunPlan(info.location, run.id);
  const lines = new Map(plan.pairs.map(({ source, target, line }) => [pairKey(source.id, target.id), line]));
  const rows = listToRetry(run).map(({ source, target }, index) => ({
    line: lines.get(pairKey(source, target)) ?? index + 1,
    from: String(source),
    to: String(target),
    claims: null,
    ragged: null,
  }));
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  const operation = rootOperation(plan) === 'merge' ? 'merge' : 'transfer';
  const donePairs = await store.donePairs(operation);
  const { pairs, problems, warnings } = matchPairs({ rows, direction: 'from-to', operation, users, view, donePairs });
  return {
    checked: { pairs, problems: [], warnings },
    hopeless: problems,
    carried: plan.carried,
    choices: plan.choices,
  };
}
