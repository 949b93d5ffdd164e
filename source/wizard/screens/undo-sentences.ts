import type { State } from '../state.ts';

/**
 * What an undo does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function undoSentences({ plan, resumed, mode, world }: State): string[] {
  if (plan === null) return [];
  const { pairs, totals, warnings, undoOf } = plan;
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number, verb: string) =>
    `${count} ${count === 1 ? 'record' : 'records'} ${verb}${count === 1 ? 's' : ''}`;
  const who = isOne
    ? `What run ${undoOf?.run} carried goes BACK TO ${source} (${first.source.id}) FROM ${target} (${first.target.id}).`
    : `${pairs.length} pairs of run ${undoOf?.run} are put back, the last one first.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The undo ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  return [
    goesOn + who,
    `Back: ${records(totals.returned, 'return')} to ${source}; ${records(totals.removed, 'leave')} ${target}.`,
    changedSentence(totals.changed, undoOf?.overwriteChanged ?? false),
    `Restored: ${records(totals.restored, 'come')} back to ${target}, as before the run.`,
    warnings.length === 0 ? '' : `Warnings: ${warnings.length}. They stand in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
}

function changedSentence(changed: number, isOverwriting: boolean): string {
  if (changed === 0) return 'Nothing of it has changed since.';
  const records = changed === 1 ? '1 record that' : `${changed} records that`;
  return isOverwriting
    ? `OVERWRITTEN: ${records} changed since the run; what was changed is LOST.`
    : `Left alone: ${records} changed since the run.`;
}
