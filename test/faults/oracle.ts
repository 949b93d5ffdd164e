import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { sentenceOf } from '../../source/errors.ts';
import { mergePair } from '../../source/merge/merge-pair.ts';
import type { Catalogue } from '../../source/model/catalogue.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import { blankPerson } from '../../source/model/person-of-image.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Run } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';
import { withImage } from '../../source/model/with-image.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';

/** What is known of a run without looking at its journal. */
export interface Oracle {
  /** "19:21" of every pair, in the order of the plan. */
  pairs: readonly string[];
  /** Runs whose pairs were done before. */
  former: readonly string[];
  /** Everybody, once so many pairs have been carried. */
  after(done: number): ReadonlyMap<number, Person>;
}

/** Computes every state between `before` and the end of `plan` by nothing but the rules. Run and store have no part in it. */
export function makeOracle(before: readonly Person[], plan: Plan, catalogue: Catalogue): Oracle {
  const carried = new Set(plan.carried);
  const states = [new Map(before.map((person) => [person.id, person]))];
  for (const pair of plan.pairs) {
    const people = new Map(states.at(-1));
    const [source, target] = [people.get(pair.source.id), people.get(pair.target.id)];
    if (source === undefined || target === undefined || plan.operation === 'undo' || plan.operation === 'import')
      throw new Error('No plan for this');
    const { after } = mergePair({ source, target, catalogue, operation: plan.operation, carried });
    people.set(source.id, withImage(source, after.source)).set(target.id, withImage(target, after.target));
    states.push(people);
  }
  return {
    pairs: pairsIn(plan),
    former: [],
    after: (done) => states[done] ?? new Map(),
  };
}

/**
 * The same of `plan`, an import of names and teams: each row sets what its fields say, by nothing of the rules for rows.
 */
export function makeImportOracle(before: readonly Person[], plan: Plan): Oracle {
  const states = [new Map(before.map((person) => [person.id, person]))];
  for (const { source, fields } of plan.pairs) {
    const people = new Map(states.at(-1));
    const person = structuredClone(people.get(source.id) ?? blankPerson(source.id));
    for (const { field, source: value } of fields) {
      if (field === 'First Name') person.firstName = String(value);
      else if (field === 'Last Name') person.lastName = String(value);
      else if (value === null) delete person.profile[field];
      else person.profile[field] = String(value);
    }
    states.push(people.set(source.id, person));
  }
  return { pairs: pairsIn(plan), former: [], after: (done) => states[done] ?? new Map() };
}

/**
 * The same of `plan`, which undoes all of run `run`: back through the states that the oracle of that run has computed,
 * the last pair first, to those from before it.
 */
export function makeUndoOracle({ pairs, former, after }: Oracle, run: string, plan: Plan): Oracle {
  const back = pairsIn(plan);
  if (!isDeepStrictEqual(back, pairs.toReversed())) throw new Error('No plan for this');
  return { pairs: back, former: [...former, run], after: (done) => after(pairs.length - done) };
}

function pairsIn({ pairs }: Plan): string[] {
  return pairs.map(({ source, target }) => `${source.id}:${target.id}`);
}

/** What is wrong with a store, in sentences by kind; nothing where all four are empty. */
export interface Faults {
  /** It does not open, or its journal cannot be read. */
  unopenable: string[];
  /** A pair was said to be done, or stands in the journal, and is not there. */
  lost: string[];
  /** A pair was done more than once. */
  doubled: string[];
  /** People, or the run, are not as the pairs done leave them. */
  halfApplied: string[];
}

export interface Verdict extends Faults {
  /** Pairs that the journal calls done. */
  done: number;
  /** Null: the run has not begun. */
  state: Run['state'] | null;
  /** Whether a record stands half written at the end of the journal. */
  isTorn: boolean;
}

/**
 * Looks at the store in `folder`, at which nobody works, with the eyes of a process that opens it for the first time.
 * @param acknowledged "19:21" of the pairs whose run said that they are done
 */
export async function judgeStore(
  folder: string,
  run: string,
  oracle: Oracle,
  acknowledged: ReadonlySet<string>,
): Promise<Verdict> {
  const verdict: Verdict = {
    unopenable: [],
    lost: [],
    doubled: [],
    halfApplied: [],
    done: 0,
    state: null,
    isTorn: false,
  };
  try {
    const { entries, isTorn } = await readJournals(folder);
    const done = entries.flatMap((entry) => {
      const isOfThis = entry.kind === 'pair-done' && !oracle.former.includes(entry.run);
      return isOfThis ? [`${entry.source}:${entry.target}`] : [];
    });
    const store = await LowdbStore.open(folder, nodeDisk, systemRandom);
    const ids = (await store.users()).map(({ id }) => id);
    const told = await store.run(run);
    Object.assign(verdict, { done: done.length, state: told?.state ?? null, isTorn });
    for (const pair of acknowledged) if (!done.includes(pair)) verdict.lost.push(`${pair} was done, and is gone`);
    const settled = new Set(done);
    for (const pair of settled) {
      const times = done.filter((each) => each === pair).length;
      if (times > 1) verdict.doubled.push(`${pair} was done ${times} times`);
    }
    verdict.halfApplied.push(
      ...findHalves([...settled], await store.people(ids), oracle),
      ...findUntold(told, settled, oracle),
    );
  } catch (error) {
    verdict.unopenable.push(sentenceOf(error));
  }
  return verdict;
}

/** The pairs of a run are done in the order of its plan: so many of them, and the people are as just these leave them. */
function findHalves(done: readonly string[], people: ReadonlyMap<number, Person>, { pairs, after }: Oracle): string[] {
  const expected = after(done.length);
  const wrong = [...expected].filter(([id, person]) => !isDeepStrictEqual(people.get(id), person)).map(([id]) => id);
  return [
    ...(isDeepStrictEqual(done, pairs.slice(0, done.length)) ? [] : [`Out of order, or not of the plan: ${done}`]),
    ...(people.size === expected.size ? [] : [`${people.size} people instead of ${expected.size}`]),
    ...(wrong.length === 0 ? [] : [`After ${done.length} pairs the people ${wrong} are not as they should be`]),
  ];
}

function findUntold(told: Run | null, done: ReadonlySet<string>, { pairs }: Oracle): string[] {
  if (told === null) return done.size === 0 ? [] : ['There are pairs of a run that is not there'];
  const wrong = told.pairs.filter(({ source, target, state }) => {
    return state !== (done.has(`${source}:${target}`) ? 'done' : 'left');
  });
  const { counts } = told;
  const isCounted =
    counts.pairs === pairs.length && counts.done === done.size && counts.left === pairs.length - done.size;
  return [
    ...wrong.map(({ source, target, state }) => `${source}:${target} is said to be ${state}`),
    ...(isCounted ? [] : [`${done.size} of ${pairs.length} pairs are done, and counted are ${JSON.stringify(counts)}`]),
  ];
}

interface Line {
  sequence: number;
  group: number;
  last: number;
  entry: JournalEntry;
}

/** Every line of every journal that stands there with its whole group, read as text and not as the store does. */
async function readJournals(folder: string): Promise<{ entries: JournalEntry[]; isTorn: boolean }> {
  const generations = (await readdir(folder)).flatMap((name) => /^journal\.(\d+)\.jsonl$/.exec(name)?.[1] ?? []);
  const entries: JournalEntry[] = [];
  let isTorn = false;
  for (const generation of generations.map(Number).toSorted((one, other) => one - other)) {
    const lines = (await readFile(path.join(folder, `journal.${generation}.jsonl`), 'utf8')).split('\n');
    if (lines.pop() !== '') isTorn = true;
    const records = lines.map((line) => JSON.parse(line.slice(0, line.lastIndexOf('\t'))) as Line);
    const end = records.at(-1);
    if (end !== undefined && end.last > end.sequence) {
      isTorn = true;
      records.splice(records.findIndex(({ group }) => group === end.group));
    }
    entries.push(...records.map(({ entry }) => entry));
  }
  return { entries, isTorn };
}
