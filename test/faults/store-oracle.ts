import type { JournalEntry } from '../../source/model/journal.ts';
import type { StorePort } from '../../source/model/ports.ts';
import type { RecordsByType } from '../../source/model/record.ts';
import type { RunPair } from '../../source/model/run.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person } from '../../source/model/user.ts';

interface ToldRun {
  id: string;
  state: string;
  finishedAt: string | null;
  reason: string | null;
  undoOf: string | null;
  pairs: string[];
}

/** What a store tells, as one text: equal texts, equal stores. */
export async function tellStore(store: StorePort): Promise<string> {
  const ids = (await store.users()).map(({ id }) => id);
  const people = [...(await store.people(ids)).values()].map(toldPerson);
  const runs: ToldRun[] = [];
  for (const { id } of await store.runs()) {
    const run = await store.run(id);
    if (run === null) continue;
    const { state, finishedAt, reason = null, undoOf, pairs } = run;
    runs.unshift({ id, state, finishedAt, reason, undoOf, pairs: pairs.map(tellPair) });
  }
  return JSON.stringify({ people, runs, settings: (await store.info()).settings });
}

/** All of a person, whatever the order in which it stands. */
function toldPerson({ records, ...user }: Person): unknown {
  return [Object.entries(user).sort(([one], [other]) => (one < other ? -1 : 1)), records];
}

function tellPair({ source, target, state, partly, undone }: RunPair): string {
  const putBack = undone === undefined ? '' : `, put back by ${undone.by.join()}${undone.whole ? '' : ' in part'}`;
  return `${source}:${target} ${state}${partly ? ' in part' : ''}${putBack}`;
}

/** A run as the list of entries makes it. */
interface ForetoldRun extends Omit<ToldRun, 'pairs'> {
  pairs: Map<string, RunPair>;
}

/**
 * What a store that began with `data` must tell once exactly `entries` have come to be, and nobody writes. Made from the
 * list alone, by nothing of the store's own; of a pair that is put back twice it knows nothing.
 */
export function foretell(data: StoreData, entries: readonly JournalEntry[]): string {
  const people = new Map(data.people.map((person) => [person.id, person]));
  const runs = new Map<string, ForetoldRun>();
  let { settings } = data;
  for (const entry of entries) {
    if (entry.kind === 'settings-changed') settings = { ...settings, ...entry.settings };
    if (!('run' in entry)) continue;
    foretellRun(runs, entry);
    if (entry.kind !== 'pair-done') continue;
    const { source, target } = entry.after;
    if (source.exists === false) people.delete(source.id);
    else
      for (const { id, user, records } of [source, target]) people.set(id, foretellPerson(id, people, user, records));
  }
  const told = [...people.values()].sort((one, other) => one.id - other.id).map(toldPerson);
  return JSON.stringify({
    people: told,
    runs: [...runs.values()].map((run) => ({ ...run, pairs: [...run.pairs.values()].map(tellPair) })),
    settings,
  });
}

/** Whoever is not there yet comes to be with all that is told of them. */
function foretellPerson(id: number, people: ReadonlyMap<number, Person>, user: object = {}, arrived: RecordsByType) {
  const { records = {}, ...former }: Partial<Person> = people.get(id) ?? {};
  const kept = Object.entries({ ...records, ...arrived }).filter(([, held]) => held.length > 0);
  return { ...former, ...user, id, records: Object.fromEntries(kept) } as Person;
}

function foretellRun(runs: Map<string, ForetoldRun>, entry: Extract<JournalEntry, { run: string }>): void {
  if (entry.kind === 'run-started') {
    const pairs = entry.pairs.map((pair): [string, RunPair] => [keyOf(pair), { ...pair, state: 'left' }]);
    const { run: id, undoOf = null } = entry;
    runs.set(id, { id, state: 'interrupted', finishedAt: null, reason: null, undoOf, pairs: new Map(pairs) });
    return;
  }
  const run = runs.get(entry.run);
  if (run === undefined) return;
  if (entry.kind === 'run-resumed') Object.assign(run, { state: 'interrupted', finishedAt: null, reason: null });
  else if (entry.kind === 'run-finished') {
    Object.assign(run, { state: entry.state, finishedAt: entry.at, reason: entry.reason ?? null });
  } else if (entry.kind === 'pair-failed') Object.assign(run.pairs.get(keyOf(entry)) ?? {}, { state: 'failed' });
  else {
    Object.assign(run.pairs.get(keyOf(entry)) ?? {}, { state: 'done', partly: entry.partly });
    const former = runs.get(run.undoOf ?? '')?.pairs.get(keyOf(entry));
    if (former !== undefined) former.undone = { by: [run.id], whole: entry.partly !== true };
  }
}

function keyOf({ source, target }: { source: number; target: number }): string {
  return `${source}:${target}`;
}
