import { isDeepStrictEqual } from 'node:util';
import type { Catalogue, DataType } from '../model/catalogue.ts';
import type { Image, UndoChange } from '../model/change.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { UserPatch } from '../model/profile-field.ts';
import type { DataRecord } from '../model/record.ts';
import type { Person } from '../model/user.ts';
import { undoCount } from './undo-count.ts';
import { undoProfile } from './undo-profile.ts';
import { undoSum } from './undo-sum.ts';
import { type TypeHistory, type UndoOutcome, undoType } from './undo-type.ts';

/** Who owns a record of a data type, anybody in the store, by id; null: nobody does. */
export type OwnerOf = (type: string, record: number) => number | null;

/** A pair that a run has done, by its journal entry. */
export interface DonePair {
  source: number;
  target: number;
  before: { source: Image; target: Image };
  after: { source: Image; target: Image };
  /** Data type id → the records that undos have put back since; `after` has them as they were before. Absent: none. */
  putBack?: Record<string, readonly number[]>;
  /** Whether some of that was not put back by an undo of this run, nor of one of those, but of a run that did the same. */
  elsewhere?: true;
  /** Of what an undo did: how the run that carried in the first place left the pair, of the types that it touched. */
  first?: { source: Image; target: Image };
}

export interface UndoInput {
  done: DonePair;
  source: Person;
  target: Person;
  catalogue: Catalogue;
  /** Ids of the data types to put back. */
  types: ReadonlySet<string>;
  /** Whether what has changed since is put back all the same. */
  overwriteChanged: boolean;
  ownerOf: OwnerOf;
}

/** What becomes of a pair's records. */
export interface PairUndo {
  /** Data type id → what is put back; types that are as they were before the run are absent. */
  undo: Record<string, UndoChange>;
  /** The records of the types that change, as they are. */
  before: { source: Image; target: Image };
  /** The same types afterwards. */
  after: { source: Image; target: Image };
  /** Whether something that the run did stays as it is. */
  partly: boolean;
}

type Settled = ReadonlyMap<string, { history: TypeHistory; outcome: UndoOutcome }>;

/** Takes back what a run did to one pair, as far as it is still as the run left it. Pure: the people are left as they are. */
export function undoPair(input: UndoInput): PairUndo {
  const { done, source, target, catalogue, types, overwriteChanged, ownerOf } = input;
  const known = new Map(catalogue.types.map((type) => [type.id, type]));
  const images = () => ({ source: { id: source.id, records: {} }, target: { id: target.id, records: {} } });
  const result: PairUndo = { undo: {}, before: images(), after: images(), partly: false };
  const settled = new Map<string, { history: TypeHistory; outcome: UndoOutcome }>();
  let isDeclined = false;
  for (const id of new Set([...Object.keys(done.after.source.records), ...Object.keys(done.after.target.records)])) {
    const historyOf = (side: 'source' | 'target', person: Person) => ({
      before: done.before[side].records[id] ?? [],
      after: done.after[side].records[id] ?? [],
      now: person.records[id] ?? [],
    });
    const type = known.get(id) ?? null;
    const sides = { source: historyOf('source', source), target: historyOf('target', target) };
    const history = { type, ...sides, ownerOf: (record: number) => ownerOf(id, record) };
    const outcome = settleType(history, input, settled);
    if (outcome.change === null) continue;
    if (!types.has(id)) {
      isDeclined = true;
      continue;
    }
    settled.set(id, { history, outcome });
    result.undo[id] = outcome.change;
    if (outcome.stays.size > 0) result.partly = true;
    const isAsNow = (side: 'source' | 'target') => isDeepStrictEqual(outcome[side], history[side].now);
    if (isAsNow('source') && isAsNow('target')) continue;
    for (const side of ['source', 'target'] as const) {
      result.before[side].records[id] = [...history[side].now];
      result.after[side].records[id] = outcome[side];
    }
  }
  const sides = [profileOf('source', source), profileOf('target', target)] as const;
  const wantsFields = types.has(USER_INFORMATION);
  const isOpen = undoProfile(...sides, { fields: true, mark: false, overwriteChanged }).change !== null;
  if (isOpen && !wantsFields) isDeclined = true;
  if (isDeclined) result.partly = true;
  // The source is merged into the target as long as anything of the merge was chosen to stand.
  const profile = undoProfile(...sides, { fields: wantsFields, mark: !isDeclined, overwriteChanged });
  if (profile.change === null) return result;
  result.undo[USER_INFORMATION] = profile.change;
  if (profile.change.outcome === 'partly' || profile.change.outcome === 'left-alone') result.partly = true;
  for (const [side, person] of [
    ['source', source],
    ['target', target],
  ] as const) {
    const patch = profile[side];
    if (patch === null) continue;
    const names = Object.keys(patch) as (keyof UserPatch)[];
    result.before[side].user = Object.fromEntries(names.map((name) => [name, person[name]]));
    result.after[side].user = patch;
  }
  return result;

  function profileOf(side: 'source' | 'target', now: Person) {
    return { before: done.before[side].user ?? {}, after: done.after[side].user ?? {}, now };
  }
}

/** @param settled the types before it in the catalogue's order, among them the one that it rests on */
function settleType(history: TypeHistory, input: UndoInput, settled: Settled): UndoOutcome {
  const { type } = history;
  const { done, types, overwriteChanged } = input;
  const basisId = type?.derive?.from ?? type?.follows?.type ?? '';
  const basis = settled.get(basisId);
  if (type?.derive?.method === 'count' && types.has(basisId)) {
    const countedOf = (side: 'source' | 'target') => {
      // Not settled: what is counted has been put back already, or the run had not touched it.
      const now = input[side].records[basisId] ?? [];
      const before = basis?.history[side].before ?? done.before[side].records[basisId] ?? now;
      return { before, undone: basis?.outcome[side] ?? now };
    };
    const counted = { source: countedOf('source'), target: countedOf('target') };
    const isMore = basis !== undefined && basis.outcome.change?.outcome !== 'left-alone';
    return undoCount(history, type.derive, counted, isMore && done.putBack?.[type.id] !== undefined);
  }
  if (type?.rule === 'sum' && type.carry === 'copy') return undoSum({ ...history, type }, overwriteChanged);
  if (type === null || basis === undefined) return undoType(history, overwriteChanged);
  return undoType({ ...history, isHeld: heldBy(type, basis) }, overwriteChanged);
}

/** What follows a record that stays, or was made from it, stays as well. */
function heldBy(
  type: DataType,
  { history: { source, target }, outcome }: { history: TypeHistory; outcome: UndoOutcome },
): (record: DataRecord) => boolean {
  const field = type.follows?.field ?? type.derive?.field ?? '';
  const valuesOf = (record: DataRecord) => [record[field] ?? []].flat();
  const all = [source, target].flatMap(({ before, after, now }) => [...before, ...after, ...now]);
  const isStaying = ({ id }: DataRecord) => outcome.stays.has(id) && !outcome.back.has(id);
  const staying = new Set(all.filter(isStaying).flatMap(valuesOf));
  return (record) => valuesOf(record).some((value) => staying.has(value));
}
