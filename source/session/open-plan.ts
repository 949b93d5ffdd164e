import path from 'node:path';
import type { Plan } from '../model/plan.ts';
import { parsePlan } from '../transfer/parse-plan.ts';
import type { Context } from './context.ts';
import { openSession, type Session } from './open-session.ts';
import { readText } from './read-text.ts';

/**
 * The plan in the file `name`, and the store that `context` names; from then on the veil knows whom the plan names.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`, and what `openSession` throws
 */
export async function openPlan(name: string, context: Context): Promise<{ plan: Plan; session: Session }> {
  const plan = parsePlan(await readText(path.resolve(context.cwd, name), 'plan'), name);
  const session = await openSession(context);
  session.veil.learnPlan(plan);
  return { plan, session };
}
