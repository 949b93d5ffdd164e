import { Low } from 'lowdb';
import { HandoverError } from '../../errors.ts';
import { doingRun } from '../../model/doing-run.ts';
import type { JournalPosition, JournalRecord } from '../../model/journal.ts';
import type { RootOperation } from '../../model/plan.ts';
import type { Disk, Holder, Random, StoreInfo, StorePort, StoreWriter } from '../../model/ports.ts';
import type { Run, RunSummary } from '../../model/run.ts';
import type { StoreData } from '../../model/store-data.ts';
import type { Person, User } from '../../model/user.ts';
import type { LiveData } from './apply-to-run.ts';
import { CheckpointAdapter } from './checkpoint-adapter.ts';
import { copyRun } from './copy-run.ts';
import { findDonePairs } from './find-done-pairs.ts';
import { highestId } from './highest-id.ts';
import { listPeople } from './list-people.ts';
import { startWriting } from './lowdb-writer.ts';
import { readRecords, type Wanted } from './read-records.ts';
import { readTornTail } from './read-torn-tail.ts';
import { type Replay, replayJournals } from './replay-journals.ts';
import { checkpointPath } from './store-files.ts';
import { tellSince } from './tell-since.ts';
import { readHolder } from './writer-lock.ts';

/** A store in a folder: lowdb holds the checkpoint, the journal all that came after it. */
export class LowdbStore implements StorePort, Replay {
  readonly folder: string;
  readonly disk: Disk;
  readonly low: Low<StoreData>;
  live: LiveData;
  position: JournalPosition;
  /** Who wrote when the journal was last read. */
  #writer: Holder | null = null;
  #work: Promise<unknown> = Promise.resolve();

  private constructor(folder: string, disk: Disk, low: Low<StoreData>) {
    this.folder = folder;
    this.disk = disk;
    this.low = low;
    this.live = liveData(low.data);
    this.position = startOf(low.data);
  }

  /**
   * Opens the store in `folder` for reading and replays its journal.
   * @throws HandoverError `no-store`, `damaged-store`, `newer-store`, `damaged-journal`, `missing-journal`
   */
  static async open(folder: string, disk: Disk, random: Random): Promise<LowdbStore> {
    // The default is never seen: our adapter rejects rather than give nothing.
    const low = new Low(new CheckpointAdapter(disk, random, checkpointPath(folder)), {} as StoreData);
    await low.read();
    const store = new LowdbStore(folder, disk, low);
    await store.refresh();
    return store;
  }

  /** Runs `work` once all that was asked for before has ended: reading and writing never see each other's halves. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#work.then(work);
    this.#work = result.catch(() => undefined);
    return result;
  }

  refresh(): Promise<JournalRecord[]> {
    return this.exclusively(async () => {
      // Asked before reading: whatever a writer wrote who is gone by now is then read as well.
      this.#writer = await this.holder();
      try {
        return await replayJournals(this);
      } catch (error) {
        if (error instanceof HandoverError && error.code === 'damaged-journal') return this.reload();
        throw error;
      }
    });
  }

  /**
   * Reads everything anew, from the checkpoint on: where the journal is not the one that was read so far (a failed
   * write was put back, the store was restored from a backup), and where it is in doubt which checkpoint counts.
   */
  async reload(): Promise<JournalRecord[]> {
    const known = this.position.sequence;
    await this.low.read();
    const fresh: Replay = {
      folder: this.folder,
      disk: this.disk,
      live: liveData(this.low.data),
      position: startOf(this.low.data),
    };
    const records = await replayJournals(fresh);
    this.live = fresh.live;
    this.position = fresh.position;
    return records.filter(({ sequence }) => sequence > known);
  }

  async info(): Promise<StoreInfo> {
    const { id, name, operators, views, teams, groups, divisions, roles } = this.low.data;
    return {
      id,
      name,
      location: this.folder,
      settings: this.live.settings,
      operators,
      views,
      names: { teams, groups, divisions, roles },
      mappings: [...this.live.mappings.values()],
      auditHead: this.live.auditHead,
      lastId: this.live.lastId,
    };
  }

  async users(): Promise<User[]> {
    return listPeople(this.live.people);
  }

  async people(ids: Iterable<number>): Promise<Map<number, Person>> {
    const found = new Map<number, Person>();
    for (const id of ids) {
      const person = this.live.people.get(id);
      if (person !== undefined) found.set(id, person);
    }
    return found;
  }

  async runs(): Promise<RunSummary[]> {
    return [...this.live.runs.values()]
      .reverse()
      .map(({ plan: _plan, pairs: _pairs, journal: _journal, ...run }) => this.#told(run));
  }

  async run(id: string): Promise<Run | null> {
    const stored = this.live.runs.get(id);
    if (stored === undefined) return null;
    const { journal: _journal, ...run } = stored;
    return tellSince(this.#told(copyRun(run)), this.live.runs);
  }

  async donePairs(operation: RootOperation): Promise<Map<string, string>> {
    return findDonePairs(this.live.runs, operation);
  }

  records(wanted: Wanted = {}): AsyncIterable<JournalRecord> {
    return readRecords(this, wanted);
  }

  tornTail(): Promise<{ file: string; bytes: number } | null> {
    return this.exclusively(() => readTornTail(this));
  }

  holder(): Promise<Holder | null> {
    return readHolder(this.folder);
  }

  startWriting(holder: Holder): Promise<StoreWriter> {
    return startWriting(this, holder);
  }

  /** A run that goes on though its worker does not hold the store has lost it. */
  #told<R extends RunSummary>(run: R): R {
    const isLost = run.state === 'running' && this.#writer?.doing !== doingRun(run.id);
    return isLost ? { ...run, state: 'interrupted' } : { ...run, counts: { ...run.counts } };
  }
}

function liveData({ people, runs, settings, mappings, auditHead = null, lastId = 0 }: StoreData): LiveData {
  let last = lastId;
  for (const { id } of people) if (id > last) last = id;
  for (const { pairs } of runs) last = highestId(pairs, last);
  return {
    people: new Map(people.map((person) => [person.id, person])),
    runs: new Map(runs.map((run) => [run.id, copyRun(run)])),
    settings,
    mappings: new Map(mappings.map((mapping) => [mapping.name, mapping])),
    auditHead,
    lastId: last,
  };
}

function startOf({ generation, sequence, chain }: StoreData): JournalPosition {
  return { generation, sequence, chain, bytes: 0, lines: 0 };
}
