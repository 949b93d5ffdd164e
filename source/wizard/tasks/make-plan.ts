import { randomUUID } from 'node:crypto';
import { HandoverError } from '../../errors.ts';
import type { Pair, Problem, Warning } from '../../model/pair.ts';
import type { Plan } from '../../model/plan.ts';
import { matchPairs } from '../../pairs/match-pairs.ts';
import { chooseTypes } from '../../transfer/choose-types.ts';
import { planTransfer } from '../../transfer/plan-transfer.ts';
import type { Task } from '../task.ts';
import type { Desk } from './desk.ts';

/** The plan for these pairs, on the people as the store has them now. */
export async function makePlan(job: Extract<Task, { kind: 'plan' }>, { context, session }: Desk): Promise<Plan> {
  const { store, info, catalogue, operator } = session;
  await store.refresh();
  const people = await store.people(job.pairs.flatMap(({ source, target }) => [source, target]));
  return planTransfer({
    id: randomUUID(),
    store: info.id,
    operation: 'transfer',
    direction: job.direction,
    operator: operator.login,
    createdAt: context.clock.now(),
    catalogue,
    carried: chooseTypes(catalogue, 'transfer', { without: job.without }),
    pairs: job.pairs,
    people,
    problems: [...job.problems],
    warnings: [...job.warnings],
    retryOf: job.retryOf,
  });
}

/**
 * The failed pairs of a run, checked as those of a file are; their line is their place among the failed.
 * @throws HandoverError `unknown-run`
 */
export async function planRetry(
  id: string,
  { session }: Desk,
): Promise<{ pairs: Pair[]; problems: Problem[]; warnings: Warning[] }> {
  const { store, view } = session;
  const run = await store.run(id);
  if (run === null) {
    throw new HandoverError('usage', 'unknown-run', `There is no run ${id}.`, 'History lists those that there are.');
  }
  const rows = run.pairs
    .filter(({ state }) => state === 'failed')
    .map(({ source, target }, index) => ({
      line: index + 1,
      from: String(source),
      to: String(target),
      claims: null,
      ragged: null,
    }));
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  return matchPairs({ rows, direction: 'from-to', users, view, donePairs: await store.donePairs() });
}
