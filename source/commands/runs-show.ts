import { bringsBack } from '../model/carries-again.ts';
import { pairText } from '../model/pair-text.ts';
import type { Run } from '../model/run.ts';
import { operationWords, pairWords } from '../model/run-standing.ts';
import { stateWords } from '../model/run-words.ts';
import { timeText } from '../model/time-text.ts';
import type { User } from '../model/user.ts';
import { namePeople } from '../session/name-people.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { countsText, describeWayOn } from './describe-run.ts';
import { findRun } from './find-run.ts';
import { frozenGoOn } from './frozen-go-on.ts';
import { printJson, printLines } from './print.ts';

/** `runs show RUN`: one run with every pair, its state and its reason. @throws HandoverError `unknown-run` */
export const runsShow: Command = async (context, [id]) => {
  const { store, veil, info } = await openSession(context);
  const run = await findRun(store, id);
  if (context.json) printJson(context, run);
  else {
    const users = await namePeople(run, { store, veil });
    const isBack = bringsBack(run, await store.runs());
    const wayOn = describeWayOn(run, (await frozenGoOn(info.location, run.id, veil))(run));
    printLines(context, [
      ...describe(run, users, isBack, context.ascii),
      ...(wayOn.length === 0 ? [] : ['', ...wayOn]),
    ]);
  }
  return 0;
};

function describe(run: Run, users: ReadonlyMap<number, User>, isBack: boolean, ascii: boolean): string[] {
  const { id, operator, startedAt, reason, pairs } = run;
  const facts = [
    ['State', stateWords(run)],
    ...(reason === undefined ? [] : [['Why', reason]]),
    ['Operation', operationWords(run)],
    ['Operator', operator],
    ['Started', timeText(startedAt)],
    ['Ended', endText(run)],
    ['Counts', countsText(run)],
  ];
  const rows = pairs.map((pair) => [pairWords(pair, run), pairText(pair, users, isBack), pair.reason ?? '']);
  return [
    `Run ${id}`,
    ...[...alignColumns(facts), ''].map((line) => `  ${line}`.trimEnd()),
    ...alignColumns(rows, { ascii }),
  ];
}

function endText({ state, finishedAt }: Run): string {
  if (finishedAt !== null) return timeText(finishedAt);
  return state === 'interrupted' ? 'broke off' : 'not yet';
}
