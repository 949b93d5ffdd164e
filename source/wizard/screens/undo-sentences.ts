import { isCarriedAgain } from '../logic/undo.ts';
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
  const records = (count: number, verb: string) =>
    `${count} ${count === 1 ? 'record' : 'records'} ${verbOf(count, verb)}`;
  const isAgain = isCarriedAgain(state, undoOf?.run ?? null);
  const what = `What run ${undoOf?.run}`;
  const both = isOne ? [`${source} (${first.source.id})`, `${target} (${first.target.id})`] : [];
  const one = isAgain
    ? `${what} put back goes AGAIN FROM ${both.join(' INTO ')}.`
    : `${what} carried goes BACK TO ${both.join(' FROM ')}.`;
  const who = isOne ? one : `${pairs.length} pairs of run ${undoOf?.run} are put back, the last one first.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The undo ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  const gone =
    totals.removed === 0
      ? ''
      : ` REMOVED: ${records(totals.removed, 'go')} that ${isAgain ? 'the undo had brought back to' : 'the run had made for'} ${target}.`;
  return [
    goesOn + who,
    `Back: ${records(totals.returned, 'go')} back to ${source}.${gone}`,
    changedSentence(totals.changed, undoOf?.overwriteChanged ?? false),
    totals.restored === 0
      ? ''
      : `Restored: ${records(totals.restored, 'come')} back to ${target}, as before the ${isAgain ? 'undo' : 'run'}.`,
    warnings.length === 0 ? '' : `Warnings: ${warnings.length}. They stand in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
}

function verbOf(count: number, verb: string): string {
  if (count !== 1) return verb;
  return verb === 'go' ? 'goes' : `${verb}s`;
}

function changedSentence(changed: number, isOverwriting: boolean): string {
  if (changed === 0) return 'Nothing of it has changed since.';
  const records = changed === 1 ? '1 record that' : `${changed} records that`;
  return isOverwriting
    ? `OVERWRITTEN: ${records} changed since the run; what was changed is LOST.`
    : `Left alone: ${records} changed since the run.`;
}
