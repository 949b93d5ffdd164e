import { isDeepStrictEqual } from 'node:util';
import type { DonePair, PairUndo } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { makeFinding, WHOLE_FILE } from '../model/finding.ts';
import type { Warning } from '../model/pair.ts';
import { typeLabel } from '../model/type-label.ts';
import { nameAndId, type Person } from '../model/user.ts';

interface AgainInput {
  /** What the undo did to the pair that is to be merged again. */
  done: DonePair;
  source: Person;
  target: Person;
  catalogue: Catalogue;
  /** Ids of the data types that are to be carried again. */
  types: ReadonlySet<string>;
  /** What would become of the pair. */
  undone: PairUndo;
}

/**
 * Why a merge that was undone is not carried again as it was; null: nothing is against it. The source no longer owns
 * just what was copied then, so the target would get what is somebody else's by now, and once more when that person is
 * merged; or a total stands in the way of the one that would come back.
 */
export function whyNotAgain({ done, source, target, catalogue, types, undone }: AgainInput): Warning | null {
  const kinds = catalogue.types.filter(({ id, carry, rule }) => {
    const then = done.after.source.records[id];
    if (!types.has(id) || then === undefined || carry !== 'copy' || rule === 'derive') return false;
    const isBlocked = rule === 'sum' && undone.undo[id]?.outcome === 'left-alone';
    return isBlocked || !isDeepStrictEqual(then, source.records[id] ?? []);
  });
  if (kinds.length === 0) return null;
  const labels = kinds.map(({ id }) => typeLabel(catalogue, id)).join(', ');
  return makeFinding(
    WHOLE_FILE,
    'not-undoable',
    `Not carried again: ${nameAndId(source)} into ${nameAndId(target)}, as since then there is a change in ${labels}.`,
    `Merge the two anew: handover plan --operation merge --source ${source.id} --target ${target.id}`,
  );
}
