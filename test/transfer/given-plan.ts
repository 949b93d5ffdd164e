import type { Catalogue } from '../../source/model/catalogue.ts';
import { STANDARD_CHOICES } from '../../source/model/merge-choices.ts';
import type { Pair } from '../../source/model/pair.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Clock } from '../../source/model/ports.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';
import { remakePairWarnings } from '../../source/pairs/remake-warnings.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { type PlanRequest, planTransfer } from '../../source/transfer/plan-transfer.ts';
import { STANDARD } from '../merge/given.ts';

/** A clock that stands still. */
export const CLOCK: Clock = { now: () => new Date('2026-03-02T09:15:00.000Z'), monotonic: () => 0 };

/** Pairs of a file, in that order: `[19, 21]` on line 2 and so on. */
export function pairsOf(...pairs: [source: number, target: number][]): Pair[] {
  return pairs.map(([source, target], index) => ({ line: index + 2, source, target }));
}

/** Everybody of `data`, by id. */
export function peopleOf(data: Pick<StoreData, 'people'>): Map<number, Person> {
  return new Map(data.people.map((person) => [person.id, person]));
}

/** A plan of a transfer by the shipped catalogue on the store `data`, but for `but`. */
export function planOn(
  data: Pick<StoreData, 'id' | 'people'>,
  pairs: readonly Pair[],
  but: Partial<PlanRequest> = {},
): Plan {
  const catalogue: Catalogue = but.catalogue ?? STANDARD;
  const operation = but.operation ?? 'transfer';
  return planTransfer({
    id: 'plan-1',
    store: data.id,
    operation,
    direction: 'from-to',
    operator: 'admin',
    createdAt: CLOCK.now(),
    catalogue,
    carried: chooseTypes(catalogue, operation, {}),
    pairs,
    people: peopleOf(data),
    problems: [],
    warnings: [],
    choices: operation === 'merge' ? STANDARD_CHOICES : null,
    retryOf: null,
    ...but,
  });
}

/** The same as "apply" takes it from a file: with the warnings that these pairs give, as `handover plan` makes it. */
export function filedPlanOn(
  data: Pick<StoreData, 'id' | 'people'>,
  pairs: readonly Pair[],
  but: Partial<PlanRequest> = {},
): Plan {
  const { operation = 'transfer' } = but;
  const bare = planOn(data, pairs, but);
  return planOn(data, pairs, { ...but, warnings: [...remakePairWarnings({ ...bare, operation }, peopleOf(data))] });
}
