import { EXIT } from '../errors.ts';
import { goOnCommand } from '../model/go-on-command.ts';
import { pairNoun } from '../model/run-words.ts';
import { beginRun, findUnfinishedRun, refuseSecondRun, refuseUnrunnable } from '../session/begin-run.ts';
import { readLoginWarning } from '../session/login-warning.ts';
import { openPlan } from '../session/open-plan.ts';
import { readRun } from '../session/read-run.ts';
import { refuseEdited } from '../session/refuse-edited.ts';
import { tellRowsBack, withUntold } from '../session/tell-rows-back.ts';
import { planLeft } from '../transfer/plan-left.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import type { Command } from './command.ts';
import { confirmPlan } from './confirm-plan.ts';
import { followToEnd } from './follow-to-end.ts';
import { printAside, printJson, printLines } from './print.ts';

/**
 * `apply PLAN`: runs it in a worker and follows it, or goes on with its run that was stopped or broke off.
 * Ends with 3 where pairs failed or were left, with 130 where it was left at work.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`, `not-confirmed`, and why the plan may not run
 */
export const apply: Command = async (context, [name = ''], flags) => {
  const { plan, session } = await openPlan(name, context);
  context.interrupt.throwIfAborted();
  await refuseSecondRun(session.store);
  const unfinished = await findUnfinishedRun(session.store, plan);
  await refuseUnrunnable(plan, session, unfinished, context);
  if (unfinished === null) await refuseEdited(plan, session);
  const warning = await readLoginWarning(context.root, context.uid);
  if (warning !== null) printAside(context, [warning.message, warning.cure].map(session.veil.text));
  const left = unfinished === null ? plan : planLeft(plan, await readRun(unfinished, session.store));
  const given = flags.text('confirm');
  // Broken off behind its last pair nothing is left to be confirmed. A script says the phrase that the plan names.
  const others = [plan, left, session.veil.plan(plan)].map(({ confirm }) => confirm);
  const rows = given === null ? withUntold(await tellRowsBack(left, session)) : left;
  const shown = session.veil.plan(rows);
  if (left.pairs.length > 0) await confirmPlan(shown, session.catalogue, context, given, others);
  context.interrupt.throwIfAborted();
  const id = await beginRun(plan, session, context, unfinished);
  if (flags.isOn('detach')) {
    if (context.json) printJson(context, { run: id });
    else printLines(context, [id]);
    printAside(context, [`Run ${id} is at work. Follow it with: handover watch ${id}`]);
    return EXIT.done;
  }
  if (!context.json) {
    const what = unfinished === null ? 'is at work' : 'goes on';
    printAside(context, [
      `Run ${id} ${what}. Ctrl+C leaves it at work; "handover stop" ends it after the ${pairNoun(rootOperation(plan))} at work.`,
    ]);
  }
  return followToEnd(context, session, id, (run) => goOnCommand(name, session.veil.plan(planLeft(plan, run))));
};
