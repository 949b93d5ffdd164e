import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import { operationOfRun } from '../model/operation-of-run.ts';
import { permissionError } from '../model/permission-error.ts';
import { listToRetry } from '../model/run-standing.ts';
import { makeRetry } from '../session/make-retry.ts';
import { openSession } from '../session/open-session.ts';
import type { Command } from './command.ts';
import { describeFindings } from './describe-findings.ts';
import { findRun } from './find-run.ts';
import { givePlan } from './give-plan.ts';
import { printAside } from './print.ts';

/**
 * `retry [RUN]`: the plan of just its failed pairs, and of those that are left where it does not go on by its plan; those
 * that cannot be tried again are left out, and it says why.
 * Ends with 4, and writes no file, where there is nothing to do.
 * @throws HandoverError `unknown-run`, `still-running`, `nothing-to-retry`, `not-permitted`, `file-exists`, `not-written`
 */
export const retry: Command = async (context, [id], flags) => {
  const session = await openSession(context);
  const run = await findRun(session.store, id);
  const refusal = permissionError(session.operator, operationOfRun(run, await session.store.runs()));
  if (refusal !== null) throw refusal;
  const { plan, hopeless } = await makeRetry(run.id, session, context);
  context.interrupt.throwIfAborted();
  const status = await givePlan(plan, session, context, flags);
  const since = run.pairs.filter((pair) => pair.since !== undefined).length;
  const noun = listToRetry(run).some(({ state }) => state === 'left') ? 'pair' : 'failed pair';
  if (since > 0) {
    printAside(context, [
      since === 1
        ? `1 ${noun} was done by a later run since; the plan is without it.`
        : `${numberText(since)} ${noun}s were done by later runs since; the plan is without them.`,
    ]);
  }
  if (hopeless.length > 0) {
    const count = countOf(hopeless.length, noun);
    printAside(context, [
      `${count} cannot be tried again, and the plan is without:`,
      ...describeFindings(session.veil.findings(hopeless)),
    ]);
  }
  return status;
};
