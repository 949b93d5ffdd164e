import { isDeepStrictEqual } from 'node:util';
import { mergePair } from '../merge/merge-pair.ts';
import { recordKey } from '../merge/record-key.ts';
import type { DonePair, PairUndo } from '../merge/undo-pair.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { TypeChange } from '../model/change.ts';
import { makeFinding, WHOLE_FILE } from '../model/finding.ts';
import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { DataRecord } from '../model/record.ts';
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
  /** The plan of the merge. */
  merge: Pick<Plan, 'carried' | 'choices'>;
  /** The command that puts back what still stands of the merge; null: nothing does. */
  wayBack: string | null;
}

/**
 * Why a merge that was undone is not carried again as it was; null: nothing is against it. The source no longer owns
 * just what was copied then, so the target would get what is somebody else's by now, and once more when that person is
 * merged, or would not get what came to the source since; or a total, or the
 * same thing, stands with the target where a copy would come back.
 */
export function whyNotAgain(input: AgainInput): Warning | null {
  const { done, source, target, catalogue, types, undone, merge, wayBack } = input;
  const { carried, choices } = merge;
  const { changes } = mergePair({
    ...{ source, target, catalogue, choices },
    operation: 'merge',
    carried: new Set(carried),
  });
  const marks = undone.after.source.user?.mergedInto === target.id;
  const kinds = catalogue.types.filter(({ id, carry, rule, key }) => {
    const then = done.after.source.records[id];
    if (!types.has(id) || carry !== 'copy' || rule === 'derive') return false;
    if (then === undefined) {
      // Not put back by this undo. It would stay behind only where the source is marked as merged again; and it did so
      // before, where another undo has put it back and the source has what it had.
      const first = done.first?.source.records[id];
      return marks && comes(changes[id]) && !isDeepStrictEqual(first, source.records[id] ?? []);
    }
    const isBlocked = rule === 'sum' && undone.undo[id]?.outcome === 'left-alone';
    const isTwice =
      rule === 'combine' && bringsTwins(target.records[id] ?? [], undone.after.target.records[id] ?? [], key);
    return isBlocked || isTwice || !isDeepStrictEqual(then, source.records[id] ?? []);
  });
  if (kinds.length === 0) return null;
  const labels = kinds.map(({ id }) => typeLabel(catalogue, id)).join(', ');
  return makeFinding(
    WHOLE_FILE,
    'not-undoable',
    `Not carried again: ${nameAndId(source)} into ${nameAndId(target)}, as since then there is a change in ${labels}.`,
    `${wayBack === null ? 'Merge' : `Put back first what still stands of that merge, with "${wayBack}"; then merge`} the two anew: handover plan --operation merge --source ${source.id} --target ${target.id}`,
  );
}

/** Whether anything of the source's would come to the target that the merge did not bring: it has touched none of that kind. */
function comes(change: TypeChange | undefined): boolean {
  return change !== undefined && change.combined + change.summed + change.replaced > 0;
}

/** Whether a record that comes stands for something that one of those that stay stands for already. */
function bringsTwins(now: readonly DataRecord[], after: readonly DataRecord[], key: readonly string[]): boolean {
  const known = new Set(now.map(({ id }) => id));
  const [staying, coming] = [after.filter(({ id }) => known.has(id)), after.filter(({ id }) => !known.has(id))];
  const things = new Set(staying.map((record) => recordKey(record, key)));
  return coming.some((record) => things.has(recordKey(record, key)));
}
