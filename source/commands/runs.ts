import { numberText } from '../model/number-text.ts';
import { operationWords, runWords } from '../model/run-standing.ts';
import { timeText } from '../model/time-text.ts';
import { openSession } from '../session/open-session.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/** `runs`: every run, the newest first. */
export const runs: Command = async (context) => {
  const { store } = await openSession(context);
  const all = await store.runs();
  if (context.json) printJson(context, all);
  else if (all.length === 0) printLines(context, ['Nothing has been run in this store yet.']);
  else {
    const rows = all.map((run) => {
      const { pairs, done, failed, left, undone } = run.counts;
      const counts = [pairs, done, failed, left, undone].map(numberText);
      return [run.id, runWords(run, all), ...counts, timeText(run.startedAt), run.operator, operationWords(run)];
    });
    const headings = ['Run', 'State', 'In all', 'Done', 'Failed', 'Left', 'Undone', 'Started', 'Operator', 'Operation'];
    printLines(context, alignColumns([headings, ...rows], { right: [2, 3, 4, 5, 6], ascii: context.ascii }));
  }
  return 0;
};
