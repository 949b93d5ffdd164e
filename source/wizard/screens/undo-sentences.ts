import { countOf } from '../../model/finding.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import { typeLabel } from '../../model/type-label.ts';
import { countUndone } from '../../transfer/count-undone.ts';
import { laterRuns } from '../../transfer/later-runs.ts';
import { sumsSentence } from '../../transfer/sums-sentence.ts';
import { countRowsBack, rowsBackText } from '../../transfer/undone-text.ts';
import { isCarriedAgain } from '../logic/undo.ts';
import { tallyOf } from '../logic/undo-review.ts';
import { operationNow } from '../operation.ts';
import type { State } from '../state.ts';
import { accountsSentence } from './account-words.ts';
import { planSides, warningsSentence } from './plan-sides.ts';
import { nounOfPlan } from './undo-review-words.ts';

/**
 * What an undo does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function undoSentences(state: State): string[] {
  const { plan } = state;
  if (plan === null) return [];
  const { pairs, warnings, undoOf } = plan;
  const { one, source, target, goesOn, loginWarning } = planSides(plan, state, 'undo');
  const isAgain = isCarriedAgain(state, undoOf?.run ?? null);
  const who =
    one === null
      ? `${countOf(pairs.length, nounOfPlan(plan))} of run ${undoOf?.run} are put back, the last one first.`
      : onePair(state, one, isAgain);
  const { returned, restored, removed, copies, fields, marks } = countUndone(pairs);
  const isOfRows = nounOfPlan(plan) === 'row';
  const moved = isOfRows
    ? rowsMoved(plan)
    : [
        ...(returned === 0 ? [] : [`Returned: ${countOf(returned, 'record')} to ${source}.`]),
        ...(removed === 0
          ? []
          : [
              `REMOVED: ${countOf(removed, 'record')} (${removedKinds(plan, state)}); nobody has ${removed === 1 ? 'it' : 'them'} afterwards.`,
            ]),
        ...(copies === 0 ? [] : [copiesSentence(copies, source, one !== null)]),
      ];
  return [
    goesOn + who,
    moved.length + (isOfRows ? 0 : restored + fields + marks) === 0 ? nothingSentence(plan) : moved.join(' '),
    [accountsText(state), changedSentence(plan), sumsSentence(plan, state.world.catalogue), laterSentence(plan)]
      .filter((text) => text !== '')
      .join(' '),
    isOfRows || restored + fields === 0
      ? ''
      : `Restored: ${restoredText(restored, fields)} to ${target}, as before the ${isAgain ? 'undo' : 'run'}.`,
    warningsSentence(warnings.length, 0),
    loginWarning,
  ];
}

/** So many kinds are named; of more, their number. */
const MOST_KINDS = 3;

/** "Badges, Goals and 2 more kinds": of which something is removed, copies aside. */
function removedKinds({ pairs }: Plan, { world }: State): string {
  const types = pairs.flatMap(({ undo }) =>
    Object.entries(undo).flatMap(([type, { removed, copies = 0 }]) =>
      type !== USER_INFORMATION && removed > copies ? typeLabel(world.catalogue, type) : [],
    ),
  );
  const kinds = [...new Set(types)];
  const more = kinds.length - MOST_KINDS;
  return `${kinds.slice(0, MOST_KINDS).join(', ')}${more > 0 ? ` and ${countOf(more, 'more kind')}` : ''}`;
}

/** "1 person becomes INACTIVE.", of the undo of an import. */
function accountsText({ accountsBack }: State): string {
  const text = accountsBack === null ? '' : accountsSentence(accountsBack);
  return text === '' ? '' : `${text}.`;
}

/** "Copies: 22 records go; James Anderson keeps the originals." */
function copiesSentence(copies: number, source: string, isOne: boolean): string {
  const [go, originals] = copies === 1 ? ['goes', 'the original'] : ['go', 'the originals'];
  return `Copies: ${countOf(copies, 'record')} ${go}; ${source} ${isOne ? 'keeps' : 'keep'} ${originals}.`;
}

/** "3 records and 14 fields". */
function restoredText(records: number, fields: number): string {
  return [
    ...(records === 0 ? [] : [countOf(records, 'record')]),
    ...(fields === 0 ? [] : [countOf(fields, 'field')]),
  ].join(' and ');
}

/** "5 values put back, 2 people REMOVED.", of the undo of an import. */
function rowsMoved({ pairs }: Plan): string[] {
  const text = rowsBackText({ ...countRowsBack(pairs), overwritten: 0 });
  return text === '' ? [] : [`${text}.`];
}

function onePair(state: State, { source, target }: PlannedPair, isAgain: boolean): string {
  const [giver, receiver] = [`${source.name} (${source.id})`, `${target.name} (${target.id})`];
  const what = `What run ${state.plan?.undoOf?.run}`;
  if (source.id === target.id) return `${what} ${isAgain ? 'put back of' : 'imported of'} ${giver} is taken back.`;
  if (isAgain) return `${what} put back goes AGAIN FROM ${giver} INTO ${receiver}.`;
  const done = operationNow(state) === 'merge' ? 'merged' : 'carried';
  return `${what} ${done} goes BACK TO ${giver} FROM ${receiver}.`;
}

function nothingSentence({ pairs }: Plan): string {
  const isMarked = pairs.some(({ effect }) => effect === 'marked');
  return isMarked ? 'Nothing needs to be put back; it is only marked as undone.' : 'Nothing is put back.';
}

function changedSentence(plan: Plan): string {
  const thing = nounOfPlan(plan) === 'row' ? 'value' : 'record';
  const { overwritten, stays } = tallyOf(plan);
  if (plan.totals.changed === 0) return 'Nothing of it has changed since.';
  const recordsThat = (count: number) => `${countOf(count, thing)} that`;
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
    : `LATER: ${numberText(more.length + 1)} runs touched the same people since; undo them first, beginning with ${first}.`;
}
