import { Low } from 'lowdb';
import { hasSystemCode } from '../../errors.ts';
import type { JournalRecord } from '../../model/journal.ts';
import type { Disk, Holder, Random, StoreInfo, StorePort, StoreWriter } from '../../model/ports.ts';
import type { Run, RunSummary } from '../../model/run.ts';
import type { StoreData } from '../../model/store-data.ts';
import type { Person, User } from '../../model/user.ts';
import { applyEntry, type LiveData } from './apply-entry.ts';
import { CheckpointAdapter } from './checkpoint-adapter.ts';
import { decodeJournal } from './journal-lines.ts';
import { startWriting } from './lowdb-writer.ts';
import { checkpointPath, journalPath } from './store-files.ts';
import { readHolder } from './writer-lock.ts';

/** How far a reader has come. `bytes` and `lines` count within the journal file of `generation`. */
export interface Position {
  generation: number;
  sequence: number;
  chain: string;
  bytes: number;
  lines: number;
}

/** A store in a folder: lowdb holds the checkpoint, the journal all that came after it. */
export class LowdbStore implements StorePort {
  readonly folder: string;
  readonly disk: Disk;
  readonly random: Random;
  readonly low: Low<StoreData>;
  readonly live: LiveData;
  position: Position;

  private constructor(folder: string, disk: Disk, random: Random, low: Low<StoreData>) {
    this.folder = folder;
    this.disk = disk;
    this.random = random;
    this.low = low;
    const { people, runs, generation, sequence, chain } = low.data;
    this.live = {
      people: new Map(people.map((person) => [person.id, person])),
      runs: new Map(runs.map((run) => [run.id, run])),
    };
    this.position = { generation, sequence, chain, bytes: 0, lines: 0 };
  }

  /**
   * Opens the store in `folder` for reading and replays its journal.
   * @throws HandoverError `no-store`, `damaged-store`, `newer-store`, `damaged-journal`
   */
  static async open(folder: string, disk: Disk, random: Random): Promise<LowdbStore> {
    // The default is never seen: our adapter rejects rather than give nothing.
    const low = new Low(new CheckpointAdapter(disk, random, checkpointPath(folder)), {} as StoreData);
    await low.read();
    const store = new LowdbStore(folder, disk, random, low);
    await store.refresh();
    return store;
  }

  async refresh(): Promise<JournalRecord[]> {
    const records = await this.#replay(this.position.generation);
    for (;;) {
      const next = this.position.generation + 1;
      const further = await this.#replay(next);
      if (further.length === 0) return records;
      records.push(...further);
    }
  }

  /** Takes in what the journal of `generation` holds beyond the position; a later file counts once it has a record. */
  async #replay(generation: number): Promise<JournalRecord[]> {
    const here = generation === this.position.generation;
    const path = journalPath(this.folder, generation);
    const from = here ? this.position.bytes : 0;
    const firstLine = here ? this.position.lines + 1 : 1;
    let bytes: Uint8Array;
    try {
      bytes = await this.disk.read(path, from);
    } catch (error) {
      if (!here && hasSystemCode(error, 'ENOENT')) return [];
      throw error;
    }
    const { sequence, chain } = this.position;
    const { records, goodBytes } = decodeJournal(bytes, { sequence, chain, file: path, firstLine });
    const last = records.at(-1);
    if (last === undefined) return [];
    for (const record of records) applyEntry(this.live, record.entry);
    this.position = {
      generation,
      sequence: last.sequence,
      chain: last.hash,
      bytes: from + goodBytes,
      lines: firstLine - 1 + records.length,
    };
    return records;
  }

  async info(): Promise<StoreInfo> {
    const { id, name, settings, operators, views } = this.low.data;
    const typesHeld = new Set<string>();
    for (const person of this.live.people.values()) for (const type in person.records) typesHeld.add(type);
    return { id, name, location: this.folder, settings, operators, views, typesHeld: [...typesHeld].sort() };
  }

  async users(): Promise<User[]> {
    return [...this.live.people.values()];
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
    const isHeld = (await this.holder()) !== null;
    return [...this.live.runs.values()].reverse().map(({ plan: _plan, pairs: _pairs, ...run }) => told(run, isHeld));
  }

  async run(id: string): Promise<Run | null> {
    const run = this.live.runs.get(id);
    return run === undefined ? null : told(structuredClone(run), (await this.holder()) !== null);
  }

  async donePairs(): Promise<Map<string, string>> {
    const done = new Map<string, string>();
    for (const run of this.live.runs.values()) {
      for (const pair of run.pairs) if (pair.state === 'done') done.set(`${pair.source}:${pair.target}`, run.id);
    }
    return done;
  }

  holder(): Promise<Holder | null> {
    return readHolder(this.folder);
  }

  startWriting(holder: Holder): Promise<StoreWriter> {
    return startWriting(this, holder);
  }
}

/** A run that goes on though nobody writes has lost its worker. */
function told<R extends RunSummary>(run: R, isHeld: boolean): R {
  return run.state === 'running' && !isHeld ? { ...run, state: 'interrupted' } : run;
}
