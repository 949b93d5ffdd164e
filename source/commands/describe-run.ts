import { EXIT } from '../errors.ts';
import { pairText } from '../model/pair-text.ts';
import type { Run, RunCounts, RunState } from '../model/run.ts';
import { stateHeadline } from '../model/run-words.ts';
import type { User } from '../model/user.ts';
import { shellWord } from './shell-word.ts';

/** "143 pairs: 140 done, 2 failed, 1 left". */
export function countsText({ pairs, done, failed, left }: RunCounts): string {
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}: ${done} done, ${failed} failed, ${left} left`;
}

/** The exit status that a run in this state gives to whoever followed it. */
export function runExitStatus(state: RunState): number {
  if (state === 'succeeded' || state === 'running') return EXIT.done;
  return state === 'interrupted' ? EXIT.interrupted : EXIT['partly-failed'];
}

/** The command that goes on with the run of the plan in `file`, whose phrase is `confirm`; null: it is asked for. */
export function goOnCommand(file: string, confirm: string | null): string {
  return `handover apply ${shellWord(file)}${confirm === null ? '' : ` --confirm ${shellWord(confirm)}`}`;
}

/**
 * How a run ended, in the documents' words (A50, A52), and what to do next.
 * @param goOn the command that goes on with it, as it is typed
 */
export function describeEnd(run: Run, users: ReadonlyMap<number, User>, goOn: string): string[] {
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  return [
    stateHeadline(run.state),
    ...failed.map((pair) => `  ${pair.source}  ${pairText(pair, users)}: ${pair.reason ?? 'no reason is known'}`),
    `Run ${run.id}, ${countsText(run.counts)}.`,
    ...nextStep(run, goOn),
  ];
}

function nextStep({ id, state, counts }: Run, goOn: string): string[] {
  if (state === 'running') return [`Come back to it with: handover watch ${id}`];
  if (counts.left > 0) {
    return [`Go on with what is left: ${goOn}`, 'What is done is not done a second time.'];
  }
  if (state === 'interrupted') return [`Nothing is left of it. To bring it to its end: ${goOn}`];
  if (counts.failed === 0) return [`Every pair of it: handover runs show ${id}`];
  return [
    `Every pair of it: handover runs show ${id}`,
    'Do not run again what was carried: make a new plan of the failed pairs only.',
  ];
}
