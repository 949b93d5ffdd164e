import type { Operation } from '../model/catalogue.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import type { Direction } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { CheckedPairs } from '../pairs/check-single.ts';
import { planTransfer } from '../transfer/plan-transfer.ts';
import type { Context } from './context.ts';
import type { Session } from './open-session.ts';

export interface PlanWish {
  operation: Operation;
  direction: Direction;
  /** Ids of the data types to carry. */
  carried: ReadonlySet<string>;
  /** What the operator decided about a merge; null for a transfer. */
  choices: MergeChoices | null;
  checked: CheckedPairs;
  /** The run whose failed pairs these are, or null. */
  retryOf: string | null;
}

/** The plan for these pairs, on the people as the store has them now. Changes nothing. */
export async function makePlan(wish: PlanWish, session: Session, context: Context): Promise<Plan> {
  const { real: store, info, catalogue, operator } = session;
  const { pairs, problems, warnings } = wish.checked;
  await store.refresh();
  return planTransfer({
    id: context.random.token(12),
    store: info.id,
    operation: wish.operation,
    direction: wish.direction,
    operator: operator.login,
    createdAt: context.clock.now(),
    catalogue,
    carried: wish.carried,
    choices: wish.choices,
    pairs,
    people: await store.people(pairs.flatMap(({ source, target }) => [source, target])),
    problems: [...problems],
    warnings: [...warnings],
    retryOf: wish.retryOf,
  });
}
