import type { Plan, PlannedPair } from '../../model/plan.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { isCarriedAgain } from '../logic/undo.ts';
import { tallyOf } from '../logic/undo-review.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';
import { planSides, recordsText, warningsSentence } from './plan-sides.ts';

/**
 * What an undo does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function undoSentences(state: State): string[] {
  const { plan } = state;
  if (plan === null) return [];
  const { pairs, totals, warnings, undoOf } = plan;
  const { one, source, target, goesOn, loginWarning } = planSides(plan, state, 'undo');
  const isAgain = isCarriedAgain(state, undoOf?.run ?? null);
  const who =
    one === null
      ? `${pairs.length} pairs of run ${undoOf?.run} are put back, the last one first.`
      : onePair(state, one, isAgain);
  const { returned, restored, removed } = totals;
  const moved = [
    ...(returned === 0 ? [] : [`Returned: ${recordsText(returned)} to ${source}.`]),
    ...(removed === 0
      ? []
      : [`REMOVED: ${recordsText(removed)}; nobody has ${removed === 1 ? 'it' : 'them'} afterwards.`]),
  ];
  return [
    goesOn + who,
    moved.length + restored === 0 ? nothingSentence(plan) : moved.join(' '),
    [changedSentence(plan), laterSentence(plan)].filter((text) => text !== '').join(' '),
    restored === 0 ? '' : `Restored: ${recordsText(restored)} to ${target}, as before the ${isAgain ? 'undo' : 'run'}.`,
    warningsSentence(warnings.length),
    loginWarning,
  ];
}

function onePair(state: State, { source, target }: PlannedPair, isAgain: boolean): string {
  const [giver, receiver] = [`${source.name} (${source.id})`, `${target.name} (${target.id})`];
  const what = `What run ${state.plan?.undoOf?.run}`;
  if (isAgain) return `${what} put back goes AGAIN FROM ${giver} INTO ${receiver}.`;
  const done = operationNow(state) === 'merge' ? 'merged' : 'carried';
  return `${what} ${done} goes BACK TO ${giver} FROM ${receiver}.`;
}

function nothingSentence({ pairs }: Plan): string {
  const isMarked = pairs.some(({ effect }) => effect === 'marked');
  return isMarked ? 'Nothing needs to be put back; it is only marked as undone.' : 'Nothing is put back.';
}

function changedSentence(plan: Plan): string {
  const { overwritten, stays } = tallyOf(plan);
  if (plan.totals.changed === 0) return 'Nothing of it has changed since.';
  const recordsThat = (count: number) => (count === 1 ? '1 record that' : `${count} records that`);
  return [
    ...(overwritten === 0
      ? []
      : [
          `OVERWRITTEN: ${recordsThat(overwritten)} changed since the run; what was changed is LOST, unless you undo this undo.`,
        ]),
    ...(stays === 0 ? [] : [`Left alone: ${recordsThat(stays)} changed since the run.`]),
  ].join(' ');
}

/** That later runs touched the same people: put back alone, the earlier run may take what those left out as it was there. */
function laterSentence(plan: Plan): string {
  const [first, ...more] = laterRuns(plan);
  if (first === undefined) return '';
  return more.length === 0
    ? `LATER: run ${first} touched the same people since; undo it first to have everything as it was.`
    : `LATER: ${more.length + 1} runs touched the same people since; undo them first, beginning with ${first}.`;
}
