import type { Catalogue } from '../../model/catalogue.ts';
import type { UndoChange } from '../../model/change.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';

/** No pane tells of more pairs than this. */
const LIMIT = 200;

/** What is not as the run left it, pair by pair and data type by data type, and what the undo does about it. `isAgain`: it puts back an undo. */
export function changedSince(plan: Plan, { types }: Catalogue, isAgain: boolean): string[] {
  const isOverwriting = plan.undoOf?.overwriteChanged ?? false;
  const labels = new Map(types.map(({ id, label }) => [id, label]));
  const changed = plan.pairs.filter(({ undo }) => Object.values(undo).some(isChanged));
  if (changed.length === 0) return ['Nothing has changed since the run: all that was chosen is put back.'];
  const told = changed.slice(0, LIMIT).flatMap((pair) => ['', ...pairLines(pair, labels, { isOverwriting, isAgain })]);
  const more = changed.length - LIMIT;
  return [
    isOverwriting
      ? 'OVERWRITTEN: what changed since the run is put back as it was before, and the changes are LOST. o leaves it alone again.'
      : 'Left alone: what changed since the run stays as it is. o puts it back all the same; the changes are lost then.',
    ...told,
    ...(more > 0 ? ['', `… and ${more} more pairs; the command "undo" tells of all of them.`] : []),
  ];
}

function isChanged({ changed }: UndoChange): boolean {
  return changed > 0;
}

function pairLines(
  { source, target, undo }: PlannedPair,
  labels: ReadonlyMap<string, string>,
  { isOverwriting, isAgain }: { isOverwriting: boolean; isAgain: boolean },
): string[] {
  const names = [`${source.name} (${source.id})`, `${target.name} (${target.id})`];
  return [
    isAgain ? `AGAIN FROM ${names.join(' INTO ')}` : `BACK TO ${names.join(' FROM ')}`,
    ...Object.entries(undo)
      .filter(([, change]) => isChanged(change))
      .map(([id, { changed, outcome }]) => {
        const words = (isOverwriting ? OVERWRITING : SPARING)[outcome];
        return `${String(changed).padStart(7)}  ${labels.get(id) ?? id}: ${words}`;
      }),
  ];
}

/** Nobody has two of a record: one that has gone elsewhere by now is never put back. */
const OVERWRITING: Record<UndoChange['outcome'], string> = {
  'put-back': 'put back',
  overwritten: 'OVERWRITTEN',
  partly: 'OVERWRITTEN, but for those that are no longer here',
  'left-alone': 'no longer here; nothing of this type is put back',
};

const SPARING: Record<UndoChange['outcome'], string> = {
  'put-back': 'put back',
  overwritten: 'OVERWRITTEN',
  partly: 'left alone; the other records are put back',
  'left-alone': 'left alone; nothing of this type is put back',
};
