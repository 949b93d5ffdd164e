import { isDeepStrictEqual } from 'node:util';
import type { DonePair } from '../merge/undo-pair.ts';
import { patchWithoutPutBack } from '../merge/without-put-back.ts';
import type { Image } from '../model/change.ts';
import { isUntouched } from '../model/is-untouched.ts';
import type { StorePort } from '../model/ports.ts';
import type { DataRecord } from '../model/record.ts';
import type { CarriedPairs } from './earlier.ts';

/**
 * What run `run` did to each pair that it did, by its journal records, without what later undos have put back: a
 * record that went on to somebody else after that is not put back a second time. Pairs with which an undo did nothing at
 * all, and left them as they were, are absent.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function readCarried(store: StorePort, run: string): Promise<CarriedPairs> {
  const undos = await listUndos(store, run);
  const told = new Map([...undos.keys()].map((id) => [id, new Map<string, DonePair>()]));
  for await (const { entry } of store.records({ run: [...undos.keys()] })) {
    if (entry.kind !== 'pair-done') continue;
    const { source, target, before, after, partly } = entry;
    if (partly && isUntouched(after.source) && isUntouched(after.target)) continue;
    told.get(entry.run)?.set(`${source}:${target}`, { source, target, before, after });
  }
  const standing = (id: string, key: string, done: DonePair): DonePair =>
    (undos.get(id)?.get(key) ?? []).reduce((left, undo) => {
      const back = told.get(undo)?.get(key);
      return back === undefined ? left : withoutPutBack(left, standing(undo, key, back));
    }, done);
  return new Map([...(told.get(run) ?? [])].map(([key, done]) => [key, standing(run, key, done)]));
}

/**
 * Run `run`, the undos of its pairs, the undos of those, and so on → "source:target" → which undos have put something of
 * the pair back. The first is `run` itself, the oldest.
 */
async function listUndos(store: StorePort, run: string): Promise<Map<string, Map<string, string[]>>> {
  const undos = new Map<string, Map<string, string[]>>();
  const found = new Set([run]);
  // A set tells of what is added to it on the way.
  for (const id of found) {
    const pairs = (await store.run(id))?.pairs ?? [];
    undos.set(id, new Map(pairs.map(({ source, target, undone }) => [`${source}:${target}`, undone?.by ?? []])));
    for (const undo of pairs.flatMap(({ undone }) => undone?.by ?? [])) found.add(undo);
  }
  return undos;
}

/** `done` as if the run had never touched the records, and fields of the profile, that the undo `back` touched. */
function withoutPutBack(done: DonePair, back: DonePair): DonePair {
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

/** Whether it brought its person into being, or removed them. */
function isOfExistence({ before, after }: DonePair): boolean {
  return before.source.exists === false || after.source.exists === false;
}

function touchedIds({ before, after }: DonePair, type: string): Set<number> {
  const sides = (['source', 'target'] as const).map((side) => {
    const index = (image: Image) => new Map((image.records[type] ?? []).map((record) => [record.id, record]));
    return { before: index(before[side]), after: index(after[side]) };
  });
  const ids = sides.flatMap((side) => [...side.before.keys(), ...side.after.keys()]);
  return new Set(ids.filter((id) => sides.some((side) => !isDeepStrictEqual(side.before.get(id), side.after.get(id)))));
}
