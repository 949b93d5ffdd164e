import type { Plan } from '../../model/plan.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { isCarriedAgain } from '../logic/undo.ts';
import { tallyOf } from '../logic/undo-review.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';

/**
 * What an undo does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function undoSentences(state: State): string[] {
  const { plan, resumed, mode, world } = state;
  if (plan === null) return [];
  const { pairs, totals, warnings, undoOf } = plan;
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number) => (count === 1 ? '1 record' : `${count} records`);
  const isAgain = isCarriedAgain(state, undoOf?.run ?? null);
  const what = `What run ${undoOf?.run}`;
  const both = isOne ? [`${source} (${first.source.id})`, `${target} (${first.target.id})`] : [];
  const one = isAgain
    ? `${what} put back goes AGAIN FROM ${both.join(' INTO ')}.`
    : `${what} ${operationNow(state) === 'merge' ? 'merged' : 'carried'} goes BACK TO ${both.join(' FROM ')}.`;
  const who = isOne ? one : `${pairs.length} pairs of run ${undoOf?.run} are put back, the last one first.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The undo ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  const { returned, restored, removed } = totals;
  const moved = [
    ...(returned === 0 ? [] : [`Returned: ${records(returned)} to ${source}.`]),
    ...(removed === 0 ? [] : [`REMOVED: ${records(removed)}; nobody has ${removed === 1 ? 'it' : 'them'} afterwards.`]),
  ];
  return [
    goesOn + who,
    moved.length + restored === 0 ? nothingSentence(plan) : moved.join(' '),
    [changedSentence(plan), laterSentence(plan)].filter((text) => text !== '').join(' '),
    restored === 0 ? '' : `Restored: ${records(restored)} to ${target}, as before the ${isAgain ? 'undo' : 'run'}.`,
    warnings.length === 0
      ? ''
      : `Warnings: ${warnings.length}. ${warnings.length === 1 ? 'It stands' : 'They stand'} in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
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
