import type { JournalEntry } from '../../source/model/journal.ts';
import type { StorePort } from '../../source/model/ports.ts';
import type { RecordsByType } from '../../source/model/record.ts';
import type { StoreData } from '../../source/model/store-data.ts';

interface ToldRun {
  id: string;
  state: string;
  finishedAt: string | null;
  pairs: string[];
}

/** What a store tells, as one text: equal texts, equal stores. */
export async function tellStore(store: StorePort): Promise<string> {
  const ids = (await store.users()).map(({ id }) => id);
  const people = [...(await store.people(ids)).values()].map(({ id, records }) => [id, records]);
  const runs: ToldRun[] = [];
  for (const { id } of await store.runs()) {
    const run = await store.run(id);
    if (run === null) continue;
    const pairs = run.pairs.map(({ source, target, state }) => `${source}:${target} ${state}`);
    runs.unshift({ id, state: run.state, finishedAt: run.finishedAt, pairs });
  }
  return JSON.stringify({ people, runs, settings: (await store.info()).settings });
}

/**
 * What a store that began with `data` must tell once exactly `entries` have come to be, and nobody writes. Made from the
 * list alone, by nothing of the store's own.
 */
export function foretell(data: StoreData, entries: readonly JournalEntry[]): string {
  const people = new Map<number, RecordsByType>(data.people.map(({ id, records }) => [id, { ...records }]));
  const runs = new Map<string, ToldRun & { pairStates: Map<string, string> }>();
  let settings = data.settings;
  const settle = (entry: { run: string; source: number; target: number }, state: string) =>
    runs.get(entry.run)?.pairStates.set(`${entry.source}:${entry.target}`, state);
  for (const entry of entries) {
    switch (entry.kind) {
      case 'run-started': {
        const pairStates = new Map(entry.pairs.map(({ source, target }) => [`${source}:${target}`, 'left']));
        runs.set(entry.run, { id: entry.run, state: 'interrupted', finishedAt: null, pairs: [], pairStates });
        break;
      }
      case 'run-resumed':
        Object.assign(runs.get(entry.run) ?? {}, { state: 'interrupted', finishedAt: null });
        break;
      case 'run-finished':
        Object.assign(runs.get(entry.run) ?? {}, { state: entry.state, finishedAt: entry.at });
        break;
      case 'pair-done':
        settle(entry, 'done');
        for (const image of [entry.after.source, entry.after.target]) {
          const kept = Object.entries({ ...people.get(image.id), ...image.records });
          people.set(image.id, Object.fromEntries(kept.filter(([, records]) => records.length > 0)));
        }
        break;
      case 'pair-failed':
        settle(entry, 'failed');
        break;
      case 'settings-changed':
        settings = { ...settings, ...entry.settings };
        break;
      default:
        break;
    }
  }
  return JSON.stringify({
    people: [...people],
    runs: [...runs.values()].map(({ pairStates, ...run }) => ({
      ...run,
      pairs: [...pairStates].map(([pair, state]) => `${pair} ${state}`),
    })),
    settings,
  });
}
