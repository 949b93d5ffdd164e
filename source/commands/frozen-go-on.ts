import { goOnCommand } from '../model/go-on-command.ts';
import type { Run } from '../model/run.ts';
import type { Veil } from '../redact/veil.ts';
import { readRunPlan } from '../session/read-run-plan.ts';
import { planLeft } from '../transfer/plan-left.ts';
import { locateRun } from '../worker/run-folder.ts';

/**
 * What gives the command that goes on with run `id` of the store in `location`, by the plan that was frozen when it
 * began, with the phrase of what it has left then; without a phrase where that plan cannot be read.
 */
export async function frozenGoOn(location: string, id: string, veil: Veil): Promise<(run: Run) => string> {
  const plan = await readRunPlan(location, id).catch(() => null);
  const { plan: file } = locateRun(location, id);
  return (run) => goOnCommand(file, plan === null ? null : veil.plan(planLeft(plan, run)));
}
