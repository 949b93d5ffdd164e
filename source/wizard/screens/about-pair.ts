import type { Run, RunPair } from '../../model/run.ts';
import { sinceWords } from '../../model/run-standing.ts';
import { timeText } from '../../model/time-text.ts';

/** What became of a pair of `run`, when and why, in sentences. */
export function aboutPair(pair: RunPair, run: Run): string {
  const { state, reason, at, partly, undone } = pair;
  const when = at === undefined ? '' : `, ${timeText(at)}`;
  const facts = {
    done: `Done${when}.`,
    failed: `Failed${when}: ${reason ?? 'no reason is known'}`,
    left: 'Not done yet.',
  };
  const by =
    undone === undefined ? '' : ` ${undone.whole ? 'Undone' : 'Partly undone'} by run ${undone.by.join(' and ')}.`;
  const rest = partly === true ? ' Something of it was left as it was.' : '';
  const since = pair.since === undefined ? '' : ` It was ${sinceWords(pair, run)}.`;
  return facts[state] + rest + by + since;
}
