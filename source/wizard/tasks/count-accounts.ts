import type { Plan } from '../../model/plan.ts';
import type { Session } from '../../session/open-session.ts';
import { tellRowsBack } from '../../session/tell-rows-back.ts';
import { rootOperation } from '../../transfer/root-operation.ts';
import { type AccountCounts, countRowsBack } from '../../transfer/undone-text.ts';

/** How many accounts the undo `plan` of an import opens again, or closes, by the people as the store has them; null of any other plan. */
export async function countAccounts(plan: Plan, session: Session): Promise<AccountCounts | null> {
  if (plan.operation !== 'undo' || rootOperation(plan) !== 'import') return null;
  const { told } = await tellRowsBack(plan, session);
  const { reactivated, deactivated } = countRowsBack(told.pairs);
  return { reactivated, deactivated };
}
