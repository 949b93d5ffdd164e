import { isDeepStrictEqual } from 'node:util';
import type { DataType } from '../model/catalogue.ts';
import { NO_UNDO, type UndoChange } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { originOf, recordKey } from './record-key.ts';

/** One person's records of a data type: as a run found them, as it left them, as they are. */
export interface SideHistory {
  before: readonly DataRecord[];
  after: readonly DataRecord[];
  now: readonly DataRecord[];
}

/** One data type of a pair, both people. */
export interface TypeHistory {
  /** Null where the catalogue does not name the type any more. */
  type: DataType | null;
  source: SideHistory;
  target: SideHistory;
  /** Id of whoever owns a record of this type now, anybody in the store; null: nobody does. */
  ownerOf: (record: number) => number | null;
  /** Whether a record rests on one of another type that is not put back; it stays as that one does. */
  isHeld?: (record: DataRecord) => boolean;
}

export interface UndoOutcome {
  source: DataRecord[];
  target: DataRecord[];
  /** Null: nothing is to be put back, it is as it was before the run. */
  change: UndoChange | null;
  /** Ids of the records that the run touched and that stay as they are. */
  stays: ReadonlySet<number>;
  /** Ids of those that are as before the run already, though nothing has told that an undo of it did so. */
  back: ReadonlySet<number>;
}

/**
 * Puts back what a run did to one data type of one pair. Records that came since stay with whoever has them. One that
 * is not as the run left it stays as it is; where the run altered what the target had (a sum, a number in a series, a
 * better record), the records hang together and the whole type is left alone. With `overwriteChanged` such records are
 * put back all the same, but none that is gone: whoever got it meanwhile would have it as well. One that is back
 * already counts as changed, for who brought it back may be undone in turn; with `overwriteChanged` it is taken as put
 * back.
 */
export function undoType(history: TypeHistory, overwriteChanged: boolean): UndoOutcome {
  const { type, source, target, ownerOf, isHeld } = history;
  const sides = [indexSide(source), indexSide(target)] as const;
  const standing = standingOf(sides, ownerOf);
  const inTheWay = new Map([...rivalsOf(type, sides[0], standing), ...rivalsOf(type, sides[1], standing)]);
  const asNow = { source: [...source.now], target: [...target.now] };
  const open = [...standing.keys()];
  const already = new Set(open.filter((id) => standing.get(id) === 'back'));
  if (open.length === 0) return { ...asNow, change: null, stays: new Set(), back: already };

  const held = new Set(isHeld === undefined ? [] : open.filter((id) => versionsOf(sides, id).some(isHeld)));
  const altered = open.filter((id) => standing.get(id) !== 'as-left' || inTheWay.has(id) || held.has(id));
  const isLost = (id: number) => standing.get(id) === 'gone' || (held.has(id) && !already.has(id));
  const lost = open.filter(isLost);
  const stays = new Set(overwriteChanged ? lost : altered);
  const hangsTogether = type === null || [...sides[1].touched].some((id) => sides[1].before.has(id));
  const stuck = hangsTogether && lost.length > 0 ? altered.length : lost.length;
  const told = { stuck, ...(already.size > 0 ? { already: already.size } : {}) };
  if (stays.size > 0 && (hangsTogether || stays.size === open.length)) {
    return {
      ...asNow,
      change: { ...NO_UNDO, changed: altered.length, outcome: 'left-alone', ...told },
      stays: new Set(open),
      back: already,
    };
  }
  const back = new Set(open.filter((id) => !stays.has(id) && !already.has(id)));
  const dropped = new Set([...back].flatMap((id) => inTheWay.get(id) ?? []));
  const overwritten = altered.filter((id) => back.has(id)).length;
  const isMade = (id: number) => sides.every((side) => !side.before.has(id));
  const change: UndoChange = {
    returned: count(sides[0], back, (side, id) => side.before.has(id)),
    restored: count(sides[1], back, (side, id) => side.before.has(id)),
    removed: [...back].filter((id) => isMade(id) && sides.some((side) => side.now.has(id))).length + dropped.size,
    changed: altered.length,
    overwritten,
    outcome: stays.size > 0 ? 'partly' : overwritten > 0 ? 'overwritten' : 'put-back',
    ...told,
  };
  if (back.size === 0) return { ...asNow, change, stays, back: already };
  const [nextSource, nextTarget] = [putBack(sides[0], back, dropped), putBack(sides[1], back, dropped)];
  const kept = new Set(nextSource.map(originOf));
  const gone = [...back].filter(isMade).flatMap((id) => sides[1].now.get(id) ?? []);
  const copies = gone.filter((record) => record.copiedFrom !== undefined && kept.has(originOf(record))).length;
  if (copies > 0) change.copies = copies;
  return { source: nextSource, target: nextTarget, change, stays, back: already };
}

interface Side {
  before: ReadonlyMap<number, DataRecord>;
  after: ReadonlyMap<number, DataRecord>;
  now: ReadonlyMap<number, DataRecord>;
  /** Ids of the records that the run brought, took or altered here. */
  touched: ReadonlySet<number>;
}

function indexSide(history: SideHistory): Side {
  const index = (records: readonly DataRecord[]) => new Map(records.map((record) => [record.id, record]));
  const [before, after, now] = [index(history.before), index(history.after), index(history.now)];
  const ids = new Set([...before.keys(), ...after.keys()]);
  const isTouched = (id: number) => !isDeepStrictEqual(before.get(id), after.get(id));
  return { before, after, now, touched: new Set([...ids].filter(isTouched)) };
}

/** `gone`: neither of the two has it where the run had it, and it is with somebody else or nowhere. */
type Standing = 'as-left' | 'back' | 'altered' | 'gone';

/** How each record that the run touched stands now, on both sides together. */
function standingOf(sides: readonly Side[], ownerOf: TypeHistory['ownerOf']): Map<number, Standing> {
  const standing = new Map<number, Standing>();
  for (const id of new Set(sides.flatMap(({ touched }) => [...touched]))) {
    const its = sides.filter(({ touched }) => touched.has(id));
    const isHere = its.some((side) => side.now.has(id));
    const isAs = (moment: 'before' | 'after') =>
      (isHere || ownerOf(id) === null) &&
      its.every((side) => isDeepStrictEqual(side.now.get(id), side[moment].get(id)));
    standing.set(id, isAs('before') ? 'back' : isAs('after') ? 'as-left' : isHere ? 'altered' : 'gone');
  }
  return standing;
}

/** A record as it was, as the run left it and as it is, on either side. */
function versionsOf(sides: readonly Side[], id: number): DataRecord[] {
  return sides.flatMap(({ before, after, now }) => [before, after, now].flatMap((records) => records.get(id) ?? []));
}

/** Records that came since and stand where one would come back to: the id of that one → theirs. */
function rivalsOf(type: DataType | null, side: Side, standing: ReadonlyMap<number, Standing>): Map<number, number[]> {
  const rivals = new Map<number, number[]>();
  if (type === null || type.rule === 'combine') return rivals;
  const keyOf = (record: DataRecord) => (type.key.length === 0 ? '' : recordKey(record, type.key));
  const since = [...side.now.values()].filter(({ id }) => !side.before.has(id) && !side.after.has(id));
  const byKey = Map.groupBy(since, keyOf);
  for (const id of side.touched) {
    const returning = side.before.get(id);
    if (!standing.has(id) || returning === undefined || side.now.has(id)) continue;
    const ids = byKey.get(keyOf(returning))?.map((record) => record.id) ?? [];
    if (ids.length > 0) rivals.set(id, ids);
  }
  return rivals;
}

/** The side's records once those of `back` are as they were before; in the order of before, what came since behind. */
function putBack(side: Side, back: ReadonlySet<number>, dropped: ReadonlySet<number>): DataRecord[] {
  const isBack = (id: number) => back.has(id) && side.touched.has(id);
  const former = [...side.before].flatMap(([id, record]) => (isBack(id) ? record : (side.now.get(id) ?? [])));
  const since = [...side.now.values()].filter(({ id }) => !side.before.has(id) && !isBack(id) && !dropped.has(id));
  return [...former, ...since];
}

function count(side: Side, back: ReadonlySet<number>, isCounted: (side: Side, id: number) => boolean): number {
  return [...side.touched].filter((id) => back.has(id) && isCounted(side, id)).length;
}
