import type { State } from '../state.ts';

/**
 * What the plan does, in sentences, for the two confirmations: every record that leaves anybody is counted in one. One
 * that has nothing to say is empty.
 */
export function planSentences({ plan, resumed, mode, world }: State): string[] {
  if (plan === null) return [];
  const { pairs, totals, warnings } = plan;
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
  const who = isOne
    ? `What you chose moves FROM ${source} (${first.source.id}) INTO ${target} (${first.target.id}).`
    : `${pairs.length} pairs run, one after the other. Each target is kept.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The run ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  const verb = (count: number, word: string) => (count === 1 ? `${word}s` : word);
  const moved = totals.combined + totals.summed;
  const staying = totals.notMoved + totals.skipped;
  const twice =
    totals.deduplicated === 0
      ? ''
      : ` ${records(totals.deduplicated)} that ${target} had already ${verb(totals.deduplicated, 'leave')} ${source}, too.`;
  return [
    goesOn + who,
    `Moved: ${records(moved)} ${verb(moved, 'leave')} ${source} and ${verb(moved, 'belong')} to ${target} afterwards.${twice}`,
    totals.replaced === 0
      ? `Replaced: nothing that ${target} own${isOne ? 's' : ''} goes.`
      : `REPLACED: ${records(totals.replaced)} of ${target} ${totals.replaced === 1 ? 'goes' : 'go'}; those of ${source} take their place.`,
    `Not moved: ${records(staying)} ${verb(staying, 'stay')} with ${source}.`,
    warnings.length === 0
      ? ''
      : `Warnings: ${warnings.length}. ${warnings.length === 1 ? 'It stands' : 'They stand'} in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
}
