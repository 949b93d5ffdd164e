import { EXIT } from '../errors.ts';
import { pairText } from '../model/pair-text.ts';
import type { Run, RunCounts, RunState } from '../model/run.ts';
import { stateHeadline } from '../model/run-words.ts';
import type { User } from '../model/user.ts';
import { shellWord } from './shell-word.ts';

/** "143 pairs: 140 done, 2 failed, 1 left", and how many were put back since, where any were. */
export function countsText({ pairs, done, failed, left, undone }: RunCounts): string {
  const since = undone === 0 ? '' : `; ${undone} undone since`;
  return `${pairs} ${pairs === 1 ? 'pair' : 'pairs'}: ${done} done, ${failed} failed, ${left} left${since}`;
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
 * @param isBack whether it brought its pairs back to their sources
 * @param goOn the command that goes on with it, as it is typed
 */
export function describeEnd(run: Run, users: ReadonlyMap<number, User>, goOn: string, isBack: boolean): string[] {
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  return [
    stateHeadline(run.state, run.operation),
    ...(run.reason === undefined ? [] : [`Why it stopped: ${run.reason}`]),
    ...failed.map(
      (pair) => `  ${pair.source}  ${pairText(pair, users, isBack)}: ${pair.reason ?? 'no reason is known'}`,
    ),
    `Run ${run.id}, ${countsText(run.counts)}.`,
    ...nextStep(run, goOn),
  ];
}

function nextStep(run: Run, goOn: string): string[] {
  const { id, state, counts, reason } = run;
  if (state === 'running') return [`Come back to it with: handover watch ${id}`];
  if (counts.left > 0) {
    const when = reason === undefined ? 'Go on' : 'Once that is put right, go on';
    return [`${when} with what is left: ${goOn}`, 'What is done is not done a second time.'];
  }
  if (state === 'interrupted') return [`Nothing is left of it. To bring it to its end: ${goOn}`];
  return [
    `Every pair of it: handover runs show ${id}`,
    ...(counts.failed === 0
      ? []
      : [`Do not run again what was carried; try just the failed pairs: handover retry ${id} --out retry.json`]),
    ...wayBack(run),
  ];
}

/** How a run is taken back, and how what an undo has left alone is put back after all. */
function wayBack({ id, undoOf, counts, pairs }: Run): string[] {
  const partly = pairs.filter((pair) => pair.partly).length;
  return [
    ...(partly === 0
      ? []
      : [
          `Of ${partly} ${partly === 1 ? 'pair' : 'pairs'} some stays as it is. The rest: handover undo ${undoOf ?? ''} --out rest.json`,
        ]),
    ...(counts.done > counts.undone ? [`Take it back with: handover undo ${id} --out undo.json`] : []),
  ];
}
