import { isDeepStrictEqual } from 'node:util';
import type { DonePair } from '../merge/undo-pair.ts';
import { patchWithoutPutBack } from '../merge/without-put-back.ts';
import { lineOf } from '../model/carries-again.ts';
import type { Image } from '../model/change.ts';
import { isUntouched } from '../model/is-untouched.ts';
import type { StorePort } from '../model/ports.ts';
import type { DataRecord } from '../model/record.ts';
import type { CarriedPairs } from './earlier.ts';

/**
 * What run `run` did to each pair that it did, by its journal records, without what has been put back since: a record
 * that went on to somebody else after that is not put back a second time, and nothing is taken out of a total twice.
 * Pairs with which an undo did nothing at all, and left them as they were, are absent.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function readCarried(store: StorePort, run: string): Promise<CarriedPairs> {
  const family = await listFamily(store, run);
  const told = new Map(family.map(({ id }) => [id, new Map<string, DonePair>()]));
  for await (const { entry } of store.records({ run: family.map(({ id }) => id) })) {
    if (entry.kind !== 'pair-done') continue;
    const { source, target, before, after, partly } = entry;
    if (partly && isUntouched(after.source) && isUntouched(after.target)) continue;
    const done = { source, target, before, after };
    told.get(entry.run)?.set(keyOf(done), done);
  }
  const keys = [...(told.get(run)?.keys() ?? [])];
  const root = family.find(({ line }) => line.length === 1)?.id ?? run;
  const withFirst = (done: DonePair): DonePair => {
    const first = root === run ? undefined : told.get(root)?.get(keyOf(done))?.after;
    return first === undefined ? done : { ...done, first };
  };
  const standing = keys.flatMap((key) => standingOf(family, told, key).get(run) ?? []);
  return new Map(standing.map((done) => [keyOf(done), withFirst(done)]));
}

const keyOf = ({ source, target }: DonePair) => `${source}:${target}`;

/** A run that carried, or one that puts something of it back or carries that again. */
interface Relative {
  id: string;
  /** The run, the one that it puts back, the one that this puts back, and so on. */
  line: readonly string[];
}

/** The run that carried in the first place what `run` is about, the undos of it, the undos of those, and so on; oldest first. */
async function listFamily(store: StorePort, run: string): Promise<Relative[]> {
  const runs = await store.runs();
  const root = lineOf(run, runs).at(-1);
  return runs.toReversed().flatMap(({ id, undoOf }) => {
    if (undoOf === null && id !== root) return [];
    const line = lineOf(id, runs);
    return line.at(-1) === root ? { id, line } : [];
  });
}

/**
 * What of the pair `key` stands of each of a family's runs that did something to it. An undo takes back what stands of
 * its own; and so does what was done since by others of the family the other way round: one that carried may be undone
 * by an undo of another that carried.
 */
function standingOf(
  family: readonly Relative[],
  told: ReadonlyMap<string, ReadonlyMap<string, DonePair>>,
  key: string,
): Map<string, DonePair> {
  const own = new Map<string, DonePair>();
  const standing = new Map<string, DonePair>();
  for (const [place, { id, line }] of [...family.entries()].toReversed()) {
    const done = told.get(id)?.get(key);
    if (done === undefined) continue;
    const later = family.slice(place + 1).filter((one) => (one.line.length - line.length) % 2 !== 0);
    const undos = later.filter((one) => one.line[1] === id).flatMap((one) => own.get(one.id) ?? []);
    const others = later.filter((one) => !one.line.includes(id)).flatMap((one) => standing.get(one.id) ?? []);
    const left = undos.reduce(withoutPutBack, done);
    own.set(id, left);
    const still = others.reduce(withoutPutBack, left);
    const isElsewhere = !isDeepStrictEqual(still.after, left.after);
    standing.set(id, isElsewhere ? { ...still, elsewhere: true } : still);
  }
  return standing;
}

/** `done` as if the run had never touched the records, and fields of the profile, that the undo `back` touched. */
function withoutPutBack(done: DonePair, back: DonePair): DonePair {
  if (isNothing(done) || isNothing(back)) return done;
  // Somebody came into being, or went, and that is taken back: nothing of it is left.
  if (isOfExistence(done) && isOfExistence(back)) return { ...done, after: done.before };
  const settled = new Map(Object.keys(back.after.target.records).map((type) => [type, touchedIds(back, type)]));
  const sideOf = (side: 'source' | 'target'): Image => {
    const records = Object.entries(done.after[side].records).map(([type, after]): [string, DataRecord[]] => {
      const ids = settled.get(type) ?? new Set();
      const before = done.before[side].records[type] ?? [];
      const formerly = before.filter(({ id }) => ids.has(id));
      return [type, ids.size === 0 ? after : [...after.filter(({ id }) => !ids.has(id)), ...formerly]];
    });
    const user = patchWithoutPutBack(
      { before: done.before[side], after: done.after[side] },
      { before: back.before[side], after: back.after[side] },
    );
    const image = { id: done.after[side].id, records: Object.fromEntries(records) };
    return user === undefined ? image : { ...image, user };
  };
  const putBack = { ...done.putBack };
  for (const [type, ids] of settled) if (ids.size > 0) putBack[type] = [...(putBack[type] ?? []), ...ids];
  return { ...done, after: { source: sideOf('source'), target: sideOf('target') }, putBack };
}

/** Whether nothing is left of it. */
function isNothing({ before, after }: DonePair): boolean {
  return isDeepStrictEqual(before, after);
}

/** Whether it brought its person into being, or removed them. */
function isOfExistence({ before, after }: DonePair): boolean {
  return (before.source.exists === false) !== (after.source.exists === false);
}

function touchedIds({ before, after }: DonePair, type: string): Set<number> {
  const sides = (['source', 'target'] as const).map((side) => {
    const index = (image: Image) => new Map((image.records[type] ?? []).map((record) => [record.id, record]));
    return { before: index(before[side]), after: index(after[side]) };
  });
  const ids = sides.flatMap((side) => [...side.before.keys(), ...side.after.keys()]);
  return new Set(ids.filter((id) => sides.some((side) => !isDeepStrictEqual(side.before.get(id), side.after.get(id)))));
}
