import { HandoverError, hasSystemCode } from '../errors.ts';
import type { Plan } from '../model/plan.ts';
import { shellWord } from '../model/shell-word.ts';
import { parsePlan } from '../transfer/parse-plan.ts';
import { locateRun } from '../worker/run-folder.ts';
import { readText } from './read-text.ts';

/**
 * The plan that run `id` of the store in `location` carries out, as it was frozen when the run began: a file of the
 * store, which nobody has to look for.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`
 */
export async function readRunPlan(location: string, id: string): Promise<Plan> {
  const { plan } = locateRun(location, id);
  try {
    return parsePlan(await readText(plan, `frozen plan of run ${id}`), plan);
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    const isClosed = hasSystemCode(error.cause, 'EACCES', 'EPERM');
    const hint = isClosed
      ? `Where the store is yours, open it to yourself with: chmod -R u+rwX ${shellWord(location)}`
      : 'It belongs to the store: put it back from a backup. Without it the run can be neither undone, nor gone on with, nor tried again; what it did stays.';
    throw new HandoverError(error.kind, error.code, error.message, hint, { cause: error });
  }
}
