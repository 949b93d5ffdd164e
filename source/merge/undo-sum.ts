import { isDeepStrictEqual } from 'node:util';
import type { DataType } from '../model/catalogue.ts';
import { NO_UNDO } from '../model/change.ts';
import type { DataRecord } from '../model/record.ts';
import { originOf, recordKey } from './record-key.ts';
import { type SideHistory, type TypeHistory, type UndoOutcome, undoType } from './undo-type.ts';

/**
 * Takes out of totals what a run had added to them, or adds again what an undo had taken out: what others added
 * meanwhile stays in, and nothing counts twice. A copy of which nothing is left goes. Where a total was altered in more
 * than its numbers all is left alone, unless changes are overwritten. Where it does not hold what is to be taken out, or
 * another one has taken its place, all is left alone even then: put back as it was, it would lose what others added, or
 * have it twice.
 */
export function undoSum(history: TypeHistory & { type: DataType }, overwriteChanged: boolean): UndoOutcome {
  const { type, source, target } = history;
  const plain = undoType(history, false);
  if (plain.change === null || plain.change.changed === 0) return plain;
  const isCopied = isDeepStrictEqual(source.before, source.after);
  const settled = isCopied ? settleTotals(target, type) : null;
  if (settled === null) return { ...plain, change: { ...plain.change, stuck: plain.change.changed } };
  const { totals, altered } = settled;
  if (altered > 0 && !overwriteChanged) return { ...plain, change: { ...plain.change, changed: altered } };

  const held = new Set(target.now.map(({ id }) => id));
  const added = [...totals].flatMap(([id, total]) => (held.has(id) ? [] : (total ?? [])));
  const stayed = target.now.flatMap((record) => (totals.has(record.id) ? (totals.get(record.id) ?? []) : record));
  const origins = new Set(source.now.map(originOf));
  const gone = target.now.filter(({ id }) => totals.get(id) === null);
  const copies = gone.filter((record) => record.copiedFrom !== undefined && origins.has(originOf(record))).length;
  return {
    source: [...source.now],
    target: [...stayed, ...added],
    change: {
      ...NO_UNDO,
      restored: totals.size - gone.length,
      removed: gone.length,
      changed: altered,
      overwritten: altered,
      outcome: altered > 0 ? 'overwritten' : 'put-back',
      stuck: 0,
      ...(copies > 0 ? { copies } : {}),
    },
    stays: new Set(),
    back: new Set(),
  };
}

interface Settled {
  /** Id of each total that the run touched → what becomes of it; null: it goes. */
  totals: Map<number, DataRecord | null>;
  /** How many of them were altered in more than their numbers. */
  altered: number;
}

/** Null where one of them cannot be settled. */
function settleTotals(target: SideHistory, type: DataType): Settled | null {
  const [before, after, now] = [indexById(target.before), indexById(target.after), indexById(target.now)];
  const settled: Settled = { totals: new Map(), altered: 0 };
  for (const id of new Set([...before.keys(), ...after.keys()])) {
    const versions = { before: before.get(id), after: after.get(id), now: now.get(id) };
    if (isDeepStrictEqual(versions.before, versions.after)) continue;
    if (versions.now === undefined && hasRival(versions.before, target.now, type)) return null;
    const total = settleTotal(versions, type.sum);
    if (total === undefined) return null;
    settled.totals.set(id, total);
    if (isAltered(versions, type.sum)) settled.altered += 1;
  }
  return settled;
}

interface Versions {
  before: DataRecord | undefined;
  after: DataRecord | undefined;
  now: DataRecord | undefined;
}

/** Whether anything but the numbers is otherwise than the run left it. */
function isAltered({ before, after, now }: Versions, fields: readonly string[]): boolean {
  const known = after ?? before;
  return now !== undefined && known !== undefined && !isDeepStrictEqual(without(now, fields), without(known, fields));
}

/** The total without what came between `before` and `after`; null: it goes, undefined: that cannot be taken out. */
function settleTotal(versions: Versions, fields: readonly string[]): DataRecord | null | undefined {
  const { before, after, now } = versions;
  if (isDeepStrictEqual(now, after)) return before ?? null;
  const basis = before ?? now;
  if (basis === undefined) return undefined;
  const settled = { ...basis };
  let isEmpty = true;
  for (const field of fields) {
    const rest = isDeepStrictEqual(now?.[field], after?.[field]) ? (before?.[field] ?? 0) : restOf(versions, field);
    if (rest === undefined) return undefined;
    if (rest !== 0) isEmpty = false;
    if (rest !== (basis[field] ?? 0)) settled[field] = rest;
  }
  return isEmpty && basis.copiedFrom !== undefined ? null : settled;
}

/** What others have added to a number, or taken from it; undefined: less than nothing, or something is no number. */
function restOf({ before, after, now }: Versions, field: string): number | undefined {
  const rest = numberOf(now, field) - (numberOf(after, field) - numberOf(before, field));
  return rest >= 0 ? rest : undefined;
}

/** Not a number where the field holds something else. */
function numberOf(record: DataRecord | undefined, field: string): number {
  const value = record?.[field] ?? 0;
  return typeof value === 'number' ? value : Number.NaN;
}

function without(record: DataRecord, fields: readonly string[]): Partial<DataRecord> {
  return Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));
}

/** Whether somebody's total of the same thing came to stand where this one would come back to. */
function hasRival(returning: DataRecord | undefined, now: readonly DataRecord[], { key }: DataType): boolean {
  const keyOf = (record: DataRecord) => (key.length === 0 ? '' : recordKey(record, key));
  return returning !== undefined && now.some((record) => keyOf(record) === keyOf(returning));
}

function indexById(records: readonly DataRecord[]): Map<number, DataRecord> {
  return new Map(records.map((record) => [record.id, record]));
}
