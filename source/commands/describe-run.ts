import { countOf } from '../model/finding.ts';
import { IMPORT_AGAIN } from '../model/import-again.ts';
import { numberText } from '../model/number-text.ts';
import { pairText } from '../model/pair-text.ts';
import type { Run, RunPair } from '../model/run.ts';
import { isTouchedSince, isUnfinished, listToRetry, sinceWords } from '../model/run-standing.ts';
import { nounOf, stateHeadline } from '../model/run-words.ts';
import type { User } from '../model/user.ts';

/** "143 pairs: 140 done, 2 failed, 1 left", of an import "143 rows: …", and how many were put back since, where any were. */
export function countsText(run: Pick<Run, 'counts' | 'pairs'>): string {
  const { pairs, done, failed, left, undone } = run.counts;
  const since = undone === 0 ? '' : `; ${numberText(undone)} undone since`;
  return `${countOf(pairs, nounOf(run))}: ${numberText(done)} done, ${numberText(failed)} failed, ${numberText(left)} left${since}`;
}

/**
 * How a run ended, in the documents' words (A50, A52), and what to do next.
 * @param isBack whether it brought its pairs back to their sources
 * @param goOn the command that goes on with it, as it is typed
 * @param told what its plan tells besides, a line each
 */
export function describeEnd(
  run: Run,
  users: ReadonlyMap<number, User>,
  goOn: string,
  isBack: boolean,
  told: readonly string[] = [],
): string[] {
  const since = (pair: RunPair) => (pair.since === undefined ? '' : ` (${sinceWords(pair, run)})`);
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  return [
    stateHeadline(run),
    ...(run.reason === undefined ? [] : [`Why it stopped: ${run.reason}`]),
    ...failed.map(
      (pair) =>
        `  ${pair.source}  ${pairText(pair, users, isBack)}: ${pair.reason ?? 'no reason is known'}${since(pair)}`,
    ),
    `Run ${run.id}, ${countsText(run)}.`,
    ...told,
    ...nextStep(run, goOn),
  ];
}

/**
 * How to go on with a run that was stopped or broke off, or to leave it at that; nothing for any other.
 * @param goOn the command that goes on with it, as it is typed
 */
export function describeWayOn(run: Run, goOn: string): string[] {
  const { id, counts, reason } = run;
  if (!isUnfinished(run)) return [];
  if (isTouchedSince(run)) {
    return [
      `Some of it was undone since, so that it cannot be gone on with by its plan. Leave it at that: handover stop ${id} --for-good`,
      ...(counts.left > 0 ? [wayOfLeft(run)] : []),
    ];
  }
  if (counts.left === 0) return [`Nothing is left of it. To bring it to its end: ${goOn}`];
  const when = reason === undefined ? 'Go on' : 'Once that is put right, go on';
  return [
    `${when} with what is left: ${goOn}`,
    'What is done is not done a second time.',
    `Or leave it at that: handover stop ${id} --for-good`,
  ];
}

function wayOfLeft({ id, operation }: Run): string {
  if (operation === 'import') return `To have what is left, ${IMPORT_AGAIN}.`;
  return `What is left goes into a new plan: handover retry ${id} --out rest.json; or the wizard goes on with it: handover`;
}

function nextStep(run: Run, goOn: string): string[] {
  const { id, state } = run;
  if (state === 'running') return [`Come back to it with: handover watch ${id}`];
  if (isUnfinished(run)) return describeWayOn(run, goOn);
  return [
    `Every ${nounOf(run)} of it: handover runs show ${id}`,
    ...(listToRetry(run).length === 0 ? [] : [wayOfFailed(run)]),
    ...wayBack(run),
  ];
}

function wayOfFailed(run: Run): string {
  const { id, operation } = run;
  if (operation === 'import') return `To try what failed, ${IMPORT_AGAIN}.`;
  const noun = nounOf(run);
  const done = noun === 'row' ? 'what was put back' : 'what was carried';
  const states = new Set(listToRetry(run).map(({ state }) => state));
  if (!states.has('failed')) return `What is left can be had as a new plan: handover retry ${id} --out retry.json`;
  const isLeft = states.has('left');
  const which = isLeft ? `${noun}s that failed or are left` : `failed ${noun}s`;
  return `Do not run again ${done}; try just the ${which}: handover retry ${id} --out retry.json`;
}

/** How a run is taken back, and how what an undo has left alone is put back after all. */
function wayBack(run: Run): string[] {
  const { id, undoOf, counts, pairs } = run;
  const partly = pairs.filter((pair) => pair.partly).length;
  return [
    ...(partly === 0
      ? []
      : [
          `Of ${countOf(partly, nounOf(run))} some stays as it is. The rest: handover undo ${undoOf ?? ''} --out rest.json`,
        ]),
    ...(counts.done > counts.undone ? [`Take it back with: handover undo ${id} --out undo.json`] : []),
  ];
}
