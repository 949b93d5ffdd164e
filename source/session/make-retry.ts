import { HandoverError } from '../errors.ts';
import { IMPORT_AGAIN } from '../model/import-again.ts';
import type { Problem } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { Run } from '../model/run.ts';
import { isUnfinished, listToRetry } from '../model/run-standing.ts';
import { nounOf } from '../model/run-words.ts';
import type { Context } from './context.ts';
import { findEndedRun } from './find-ended-run.ts';
import { makePlan } from './make-plan.ts';
import { makeUndo } from './make-undo.ts';
import { matchRetry } from './match-retry.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * The plan of just the pairs of run `id` that are to be tried again, on the people as the store has them now, and what is wrong with those
 * that cannot be tried again and are left out. What failed of an undo is put back by another undo.
 * @throws HandoverError `unknown-run`, `still-running`, `nothing-to-retry`, and what reading the run's plan throws
 */
export async function makeRetry(
  id: string,
  session: Session,
  context: Context,
): Promise<{ plan: Plan; hopeless: readonly Problem[] }> {
  await session.store.refresh();
  const run = await findEndedRun(id, session.store);
  if (listToRetry(run).length === 0) throw nothingToRetry(run);
  const { operation } = run;
  if (operation === 'undo') return { plan: await undoAgain(run, session, context), hopeless: [] };
  if (operation === 'import') throw importAgain(id);
  const { checked, hopeless, carried, choices } = await matchRetry(run, session);
  const [first] = hopeless;
  if (checked.pairs.length === 0 && first !== undefined) {
    const message = `No pair of run ${id} that failed or is left can be tried again. ${hopeless.length === 1 ? '' : 'The first: '}${first.message}`;
    throw new HandoverError('problems', 'nothing-to-retry', message, first.cure);
  }
  const wish = { operation, direction: 'from-to' as const, carried: new Set(carried), choices, checked, retryOf: id };
  return { plan: await makePlan(wish, session, context), hopeless };
}

async function undoAgain(run: Run, session: Session, context: Context): Promise<Plan> {
  const { carried, undoOf } = await readRunPlan(session.info.location, run.id);
  const pairs = listToRetry(run);
  const { run: undone = run.undoOf ?? '', overwriteChanged = false } = undoOf ?? {};
  return makeUndo({ run: undone, pairs, types: new Set(carried), overwriteChanged }, session, context);
}

function importAgain(id: string): HandoverError {
  return new HandoverError(
    'problems',
    'nothing-to-retry',
    `The rows that failed in import ${id} are not repeated as they were planned: their people have changed since.`,
    `To try them again, ${IMPORT_AGAIN}.`,
  );
}

function nothingToRetry(run: Run): HandoverError {
  const { id, counts } = run;
  const noun = nounOf(run);
  const message =
    counts.failed === 0
      ? `Run ${id} has no failed ${noun}.`
      : `Nothing that failed in run ${id} is left to be tried: later runs have done it since.`;
  return new HandoverError(
    'problems',
    'nothing-to-retry',
    message,
    isUnfinished(run)
      ? `What it has left goes on with "handover apply"; see how with: handover watch ${id}`
      : `Nothing needs to be tried again. Every ${noun} of it: handover runs show ${id}`,
  );
}
