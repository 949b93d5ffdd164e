import { join } from 'node:path';
import { writeRunErrors } from '../../audit/write-run-errors.ts';
import { HandoverError } from '../../errors.ts';
import type { Plan } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { beginRun, refuseSecondRun, refuseUnrunnable } from '../../session/begin-run.ts';
import { readText } from '../../session/read-text.ts';
import { parsePlan } from '../../transfer/parse-plan.ts';
import { locateRun } from '../../worker/run-folder.ts';
import type { Desk } from './desk.ts';

/** Starts `plan` in a worker of its own. @throws HandoverError why it cannot run */
export async function startRun(plan: Plan, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  await session.store.refresh();
  await refuseSecondRun(session.store);
  await refuseUnrunnable(plan, session, null);
  return openRun(await beginRun(plan, session, context, null), desk);
}

/** Lets a worker do what run `id` has left. @throws HandoverError why it cannot go on */
export async function resumeRun(id: string, desk: Desk): Promise<Run> {
  const { context, session } = desk;
  const { plan: file } = locateRun(session.info.location, id);
  const plan = parsePlan(await readText(file, 'plan'), file);
  await session.store.refresh();
  await refuseSecondRun(session.store);
  await refuseUnrunnable(plan, session, id);
  return openRun(await beginRun(plan, session, context, id), desk);
}

/** Everything about run `id`. @throws HandoverError `unknown-run` */
export async function openRun(id: string, { session }: Desk): Promise<Run> {
  await session.store.refresh();
  const run = await session.store.run(id);
  if (run !== null) return run;
  throw new HandoverError('usage', 'unknown-run', `There is no run ${id}.`, 'History lists those that there are.');
}

/** Saves the errors of run `id` in the working directory, under a name that is still free (A54). */
export async function saveErrors(id: string, desk: Desk): Promise<{ path: string; failed: number }> {
  const run = await openRun(id, desk);
  const users = new Map((await desk.session.store.users()).map((user) => [user.id, user]));
  for (let number = 1; ; number += 1) {
    const name = `handover-errors-${id}${number === 1 ? '' : `-${number}`}.csv`;
    try {
      return await writeRunErrors(run, users, join(desk.context.cwd, name), { force: false });
    } catch (error) {
      if (!(error instanceof HandoverError) || error.code !== 'file-exists') throw error;
    }
  }
}
