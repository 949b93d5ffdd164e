import { isDeepStrictEqual } from 'node:util';
import type { Derivation } from '../model/catalogue.ts';
import { NO_UNDO } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { matches } from './derive.ts';
import { type SideHistory, type TypeHistory, type UndoOutcome, undoType } from './undo-type.ts';

/** The records that are counted, as the run found them and as the undo leaves them. */
export interface CountedSide {
  before: readonly DataRecord[];
  undone: readonly DataRecord[];
}

/**
 * Puts back a record that counts others (`derive` by `count`). Where those are not as many as they were before the run,
 * an old number would be wrong, and so is the present one: they are counted anew.
 * @param isPutBack whether the number was put back already, but not all that it counts: more of that comes now
 */
export function undoCount(
  history: TypeHistory,
  derivation: Derivation,
  counted: { source: CountedSide; target: CountedSide },
  isPutBack: boolean,
): UndoOutcome {
  const plain = undoType(history, false);
  const numberOf = (records: readonly DataRecord[]) => countOf(records, derivation);
  const isAsBefore = [counted.source, counted.target].every(
    ({ before, undone }) => numberOf(before) === numberOf(undone),
  );
  const settled = { stays: new Set<number>(), back: new Set<number>() };
  if (isAsBefore && !isPutBack && plain.stays.size === 0) return plain;
  if (isAsBefore && !isPutBack && plain.stays.size === plain.back.size) return { ...plain, change: null, ...settled };
  const source = recount(history.source, derivation, counted.source, isPutBack);
  const target = recount(history.target, derivation, counted.target, isPutBack);
  const [ofSource, ofTarget] = [tell(history.source.now, source), tell(history.target.now, target)];
  const removed = ofSource.removed + ofTarget.removed;
  const isSame = ofSource.altered + ofTarget.altered + removed === 0;
  const change = {
    ...NO_UNDO,
    returned: ofSource.altered,
    restored: ofTarget.altered,
    removed,
    outcome: 'put-back' as const,
    stuck: 0,
  };
  return { source, target, change: isSame ? null : change, ...settled };
}

/** How many records go, or, where none does, whether one is another. */
function tell(now: readonly DataRecord[], undone: readonly DataRecord[]): { removed: number; altered: number } {
  const removed = now.length - undone.length;
  return { removed, altered: removed > 0 ? 0 : Number(!isDeepStrictEqual(undone, now)) };
}

/** A number that the run left alone stays; one that it made goes once there is nothing to count. */
function recount(
  { before, after, now }: SideHistory,
  derivation: Derivation,
  { undone }: CountedSide,
  isPutBack: boolean,
): DataRecord[] {
  const [first, ...rest] = now;
  if (first === undefined || (!isPutBack && isDeepStrictEqual(before, after))) return [...now];
  const number = countOf(undone, derivation);
  if (before.length === 0 && number === 0) return [];
  return [{ ...first, [derivation.field]: number }, ...rest];
}

function countOf(records: readonly DataRecord[], { where }: Derivation): number {
  return records.filter((record) => matches(record, where)).length;
}
