import type { State } from '../state.ts';

const ALIKE = 'They are alike in all that is merged: only the mark of the source is set.';

/**
 * What a merge does, in sentences, for the two confirmations; the places of the sentences are those of a transfer's.
 * One that has nothing to say is empty.
 */
export function mergeSentences({ plan, resumed, mode, world }: State): string[] {
  if (plan === null) return [];
  const { pairs, totals, warnings } = plan;
  const [first] = pairs;
  const isOne = pairs.length === 1 && first !== undefined;
  const source = isOne ? first.source.name : 'the sources';
  const target = isOne ? first.target.name : 'the targets';
  const records = (count: number) => `${count} ${count === 1 ? 'record' : 'records'}`;
  const who = isOne
    ? `${source} (${first.source.id}) is merged INTO ${target} (${first.target.id}).`
    : `${pairs.length} pairs are merged, one after the other.`;
  const goesOn =
    mode === 'resume' && resumed !== null
      ? `The run ${resumed.id} goes on: ${resumed.counts.pairs - pairs.length} of its ${resumed.counts.pairs} pairs are settled. `
      : '';
  const fields = pairs.flatMap((pair) => pair.fields.filter(({ taken }) => taken !== 'target'));
  const count = fields.length === 1 ? '1 field' : `${fields.length} fields`;
  const came = totals.combined + totals.summed;
  const rights = warnings.filter(({ code }) => code === 'rights-gained').map(({ message }) => message);
  const others = warnings.length - rights.length;
  const replaced =
    totals.replaced === 0
      ? `Replaced: nothing that ${target} own${isOne ? 's' : ''} goes.`
      : `REPLACED: ${records(totals.replaced)} of ${target} ${totals.replaced === 1 ? 'goes' : 'go'}; those of ${source} take their place.`;
  const alike = pairs.filter(({ effect }) => effect === 'marked').length;
  const marked = alike === 0 ? '' : ` ${alike} ${alike === 1 ? 'pair is' : 'pairs are'} alike: only the mark is set.`;
  return [
    goesOn + who,
    isOne && alike === 1
      ? ALIKE
      : `User information: ${count} of ${target} ${fields.length === 1 ? 'takes' : 'take'} a value of ${source}. ${records(came)} ${came === 1 ? 'comes' : 'come'} over.${marked}`,
    [replaced, ...rights].join(' '),
    isOne
      ? `${source} is not deleted: the account stays, marked as merged into ${target}.`
      : 'No source is deleted: the accounts stay, marked as merged.',
    others === 0 ? '' : `Warnings: ${others}. They stand in the review, under Warnings.`,
    world.loginWarning === null ? '' : `Warning: ${world.loginWarning}`,
  ];
}
