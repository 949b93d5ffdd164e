import { EXIT, HandoverError } from '../errors.ts';
import { goOnCommand } from '../model/go-on-command.ts';
import type { Plan } from '../model/plan.ts';
import { timeText } from '../model/time-text.ts';
import { findUnfinishedRun, refuseSecondRun, refuseUnrunnable } from '../session/begin-run.ts';
import type { Context } from '../session/context.ts';
import { openPlan } from '../session/open-plan.ts';
import type { Session } from '../session/open-session.ts';
import { readRun } from '../session/read-run.ts';
import { refuseEdited } from '../session/refuse-edited.ts';
import { tellRowsBack, withUntold } from '../session/tell-rows-back.ts';
import { onlyPairs } from '../transfer/only-pairs.ts';
import { planLeft } from '../transfer/plan-left.ts';
import type { Command } from './command.ts';
import { describePairs, findPlaces } from './describe-pairs.ts';
import { describePlan } from './describe-plan.ts';
import { errorBody } from './error-body.ts';
import { printJson, printLines } from './print.ts';
import { readPairs } from './read-pairs.ts';

/**
 * `plan show FILE`: a plan file as a person reads it, all of it, and whether "apply" would run it now. As JSON it is the
 * plan, with `error` besides where it would not; an undo of an import with each value in the `fields` of its rows. With
 * --pair, just what it tells of that pair. Changes nothing.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan`; `bad-value`, `not-an-id`, `unknown-pair` of --pair;
 * in words also why the plan may not run now
 */
export const planShow: Command = async (context, [name = ''], flags) => {
  const { plan, session } = await openPlan(name, context);
  const wanted = readPairs(flags);
  if (wanted.length > 0) {
    const places = findPlaces(plan, wanted);
    const shown = session.veil.plan(withUntold(await tellRowsBack(plan, session, places)));
    const { pairs, warnings, totals } = onlyPairs(shown, places);
    if (context.json) printJson(context, { pairs, warnings, totals });
    else {
      const lines = describePairs(shown, places, session.catalogue, context.ascii);
      printLines(context, [...headLines(shown, name), ...lines]);
    }
    return EXIT.done;
  }
  const rows = await tellRowsBack(plan, session);
  const shown = session.veil.plan(context.json ? rows.told : withUntold(rows));
  if (!context.json) {
    printLines(context, [...headLines(shown, name), ...describePlan(shown, session.catalogue, context.ascii, 'all')]);
    const way = await wayToRun(plan, session, name, context);
    printLines(context, ['', ...way]);
    return EXIT.done;
  }
  try {
    await wayToRun(plan, session, name, context);
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
    printJson(context, { ...shown, error: errorBody(error, session.veil.text) });
    return error.exitStatus;
  }
  printJson(context, shown);
  return EXIT.done;
};

function headLines({ id, operator, createdAt, retryOf }: Plan, name: string): string[] {
  const again = retryOf === null ? '' : `, what failed of run ${retryOf} once more`;
  return [`${name}: plan ${id} of ${operator}, made ${timeText(createdAt)}${again}`, ''];
}

/** How to run the plan, or to go on with its run. @throws HandoverError with the reason why that is not possible now */
async function wayToRun(plan: Plan, session: Session, name: string, context: Context): Promise<string[]> {
  const { store, veil } = session;
  await refuseSecondRun(store);
  const unfinished = await findUnfinishedRun(store, plan);
  await refuseUnrunnable(plan, session, unfinished, context);
  if (unfinished === null) await refuseEdited(plan, session);
  if (unfinished === null) return [`It can be run now: ${goOnCommand(name, veil.plan(plan))}`];
  const left = planLeft(plan, await readRun(unfinished, store));
  return [`Its run ${unfinished} is not finished. Go on with it: ${goOnCommand(name, veil.plan(left))}`];
}
