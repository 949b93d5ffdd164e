import { isDeepStrictEqual } from 'node:util';
import { countOf } from '../model/finding.ts';
import type { JournalEntry } from '../model/journal.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Warning } from '../model/pair.ts';
import { pairText } from '../model/pair-text.ts';
import type { Plan, PlannedPair } from '../model/plan.ts';
import type { StorePort } from '../model/ports.ts';
import { doneWord } from '../model/run-words.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { sealPlan } from '../transfer/plan-transfer.ts';

/** A pair of another run that still stands and that touched what a pair of the undo is about. */
interface LaterPair {
  run: string;
  source: number;
  target: number;
  /** A pair of the undo that names one of the two. */
  pair: PlannedPair;
  /** Ids of the data types that both touch. */
  types: string[];
}

/**
 * The undo `plan` with a warning for each pair that another run has done since with the same people and the same kinds
 * of data, newest first: to put back the earlier run alone may take from one of them what the later one left out as
 * they had it already. Undos are no such runs.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function warnLaterRuns(plan: Plan, store: StorePort): Promise<Plan> {
  const { undoOf } = plan;
  if (undoOf === null) return plan;
  const pairsOf = pairsByPerson(plan);
  const standing = await findStanding(undoOf.run, pairsOf, store);
  if (standing.size === 0) return plan;
  const later = await readLater(undoOf.run, { pairsOf, standing }, store);
  if (later.length === 0) return plan;
  const laterRuns = [...new Set(later.map(({ run }) => run))];
  const { seal: _seal, ...rest } = plan;
  return sealPlan({
    ...rest,
    pairs: plan.pairs.map((pair) => withLater(pair, later)),
    warnings: [...plan.warnings, ...(await warningsOf(later, store))],
    undoOf: { ...undoOf, laterRuns },
  });
}

type PairDone = Extract<JournalEntry, { kind: 'pair-done' }>;
type PairsOf = ReadonlyMap<number, readonly PlannedPair[]>;

function pairsByPerson({ pairs }: Plan): PairsOf {
  const pairsOf = new Map<number, PlannedPair[]>();
  for (const pair of pairs) {
    for (const { id } of [pair.source, pair.target]) pairsOf.set(id, [...(pairsOf.get(id) ?? []), pair]);
  }
  return pairsOf;
}

/** Pairs of other runs that name people of the undo and have not been put back: "run source:target" → how new its run is. */
async function findStanding(undone: string, pairsOf: PairsOf, store: StorePort): Promise<Map<string, number>> {
  const standing = new Map<string, number>();
  const others = (await store.runs()).filter(
    ({ id, operation, counts }) => id !== undone && operation !== 'undo' && counts.done > counts.undone,
  );
  for (const [age, { id }] of others.entries()) {
    for (const { source, target, state, undone } of (await store.run(id))?.pairs ?? []) {
      if (state !== 'done' || undone?.whole === true || !(pairsOf.has(source) || pairsOf.has(target))) continue;
      standing.set(`${id} ${pairKey(source, target)}`, age);
    }
  }
  return standing;
}

/** Those of `standing` that were done after the pair of the undo whose people they name, newest first. */
async function readLater(
  undone: string,
  { pairsOf, standing }: { pairsOf: PairsOf; standing: ReadonlyMap<string, number> },
  store: StorePort,
): Promise<LaterPair[]> {
  const begun = await firstSequence(undone, store);
  const done = new Set<string>();
  const later: (LaterPair & { age: number })[] = [];
  if (begun === null) return later;
  for await (const { entry } of store.records({ after: begun })) {
    if (entry.kind !== 'pair-done') continue;
    const { run, source, target } = entry;
    if (run === undone) done.add(pairKey(source, target));
    const age = standing.get(`${run} ${pairKey(source, target)}`);
    if (age === undefined) continue;
    const touched = touchedTypes(entry);
    for (const pair of new Set([source, target].flatMap((id) => pairsOf.get(id) ?? []))) {
      const isShared = (type: string) =>
        type === USER_INFORMATION
          ? touchesProfile(entry, pair) || (isToGo(pair) && touched.size > 0)
          : touched.has(type);
      const types = Object.keys(pair.undo).filter(isShared);
      const isLater = done.has(pairKey(pair.source.id, pair.target.id));
      if (isLater && types.length > 0) later.push({ run, source, target, pair, types, age });
    }
  }
  return later.toReversed().sort((one, other) => one.age - other.age);
}

/** Ids of the data types of which the pair brought, took or altered a record of either. */
function touchedTypes({ before, after }: Pick<PairDone, 'before' | 'after'>): Set<string> {
  const types = new Set([...Object.keys(after.source.records), ...Object.keys(after.target.records)]);
  const isTouched = (type: string) =>
    (['source', 'target'] as const).some(
      (side) => !isDeepStrictEqual(before[side].records[type] ?? [], after[side].records[type] ?? []),
    );
  return new Set([...types].filter(isTouched));
}

/** Whether an undo removes, or would remove, the person of a row: what others gave them since stands in its way. */
function isToGo({ undo }: PlannedPair): boolean {
  const { removed = 0, stuck = 0 } = undo[USER_INFORMATION] ?? {};
  return removed + stuck > 0;
}

/** Whether it set anything of the profile of somebody whom `pair` names. */
function touchesProfile({ after }: Pick<PairDone, 'after'>, pair: PlannedPair): boolean {
  const ids = [pair.source.id, pair.target.id];
  return [after.source, after.target].some(({ id, user }) => user !== undefined && ids.includes(id));
}

async function firstSequence(run: string, store: StorePort): Promise<number | null> {
  for await (const { sequence } of store.records({ run })) return sequence;
  return null;
}

function withLater(pair: PlannedPair, later: readonly LaterPair[]): PlannedPair {
  const own = later.filter((each) => each.pair === pair);
  if (own.length === 0) return pair;
  const types = new Set(own.flatMap((each) => each.types));
  const runsOf = (type: string) => new Set(own.filter((each) => each.types.includes(type)).map(({ run }) => run));
  return { ...pair, later: Object.fromEntries([...types].map((type) => [type, [...runsOf(type)]])) };
}

async function warningsOf(later: readonly LaterPair[], store: StorePort): Promise<Warning[]> {
  const people = await store.people(later.flatMap(({ source, target }) => [source, target]));
  const operations = new Map((await store.runs()).map(({ id, operation }) => [id, operation]));
  const byPair = Map.groupBy(later, ({ run, source, target }) => `${run} ${pairKey(source, target)}`);
  return [...byPair.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const done = doneWord(operations.get(first.run) ?? 'transfer');
    const kinds = new Set(same.flatMap(({ types }) => types)).size;
    return {
      line: same.length === 1 ? first.pair.line : null,
      column: null,
      value: null,
      code: 'later-run',
      message: `After it, run ${first.run} ${done} ${pairText(first, people)}, with ${countOf(kinds, 'kind')} of data that this undo is about.`,
      cure: `Undo run ${first.run} first to have everything as it was.`,
    };
  });
}
