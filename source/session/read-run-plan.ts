import type { Plan } from '../model/plan.ts';
import { parsePlan } from '../transfer/parse-plan.ts';
import { locateRun } from '../worker/run-folder.ts';
import { readText } from './read-text.ts';

/**
 * The plan that run `id` of the store in `location` carries out, as it was frozen when the run began.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`
 */
export async function readRunPlan(location: string, id: string): Promise<Plan> {
  const { plan } = locateRun(location, id);
  return parsePlan(await readText(plan, 'plan'), plan);
}
