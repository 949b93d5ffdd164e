import type { Image } from '../../source/model/change.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import { blankPerson } from '../../source/model/person-of-image.ts';
import type { Random, StorePort, StoreWriter } from '../../source/model/ports.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { type Dice, makeDice } from '../../source/people/demo/dice.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { ACTOR, done, failed, finished, HOLDER, started } from '../store/given-store.ts';
import { SimDisk } from './sim-disk.ts';
import type { StoreRoom } from './store-room.ts';

/** One thing that is done to a store. `look` opens it for reading; `take` makes that early reader the writer. */
export type Step = 'create' | 'open' | 'look' | 'take' | 'checkpoint' | 'close' | { append: JournalEntry[] };

/** Twelve people who own nothing: what they own comes by the entries. One former checkpoint is kept. */
function tinyStore(): StoreData {
  const data = makeDemo({ users: 20, seed: 7 });
  const people = data.people
    .slice(0, 12)
    .map((person, index) => ({ ...person, id: index + 1, records: {}, profile: {} }));
  return { ...data, people, settings: { ...data.settings, keepCheckpoints: 1 } };
}

const AT = '2026-03-02T09:30:00.000Z';
const LONG = 'A remark that takes up more than one sector of a disk. '.repeat(16);

/** The full disk that ended a run. */
function stopped(run: string): JournalEntry {
  return { kind: 'run-finished', run, at: AT, state: 'stopped', reason: 'The disk is full.' };
}

/** The beginning of a run that puts back the first `pairs` pairs of another. */
function undoing(run: string, undoOf: string, pairs: number): JournalEntry {
  return Object.assign(started(run, pairs), { operation: 'undo' as const, undoOf });
}

/** The beginning of an import of these people's rows, or, with `undoOf`, of its undo. */
function importing(run: string, people: readonly number[], undoOf: string | null = null): JournalEntry {
  const operation = undoOf === null ? 'import' : 'undo';
  const pairs = people.map((id) => ({ source: id, target: id }));
  return Object.assign(started(run, 0), { operation, undoOf, pairs } as const);
}

/** A row of it, done. */
function row(run: string, id: number, before: Partial<Image>, after: Partial<Image>): JournalEntry {
  const none = { id, records: {} };
  return {
    ...{ kind: 'pair-done', run, source: id, target: id, at: AT, counts: {} },
    before: { source: { ...none, ...before }, target: none },
    after: { source: { ...none, ...after }, target: none },
  };
}

const { id: _id, records: _records, ...NORA } = { ...blankPerson(13), lastName: 'New', profile: { Team: 'Sales' } };

/** The life of a store: runs in groups small and great, an import, undos, checkpoints between them, writers that come and go. */
export const HISTORY: readonly Step[] = [
  'create',
  'open',
  { append: [started('one', 6)] },
  { append: [done('one', 0), done('one', 1)] },
  { append: [failed('one', 2)] },
  { append: [done('one', 3, LONG), done('one', 5), done('one', 2, LONG)] },
  'checkpoint',
  { append: [done('one', 4)] },
  'close',
  'look',
  'open',
  { append: [stopped('one'), { kind: 'run-resumed', run: 'one', ...ACTOR, at: AT }, finished('one')] },
  'checkpoint',
  'close',
  'take',
  { append: [{ kind: 'settings-changed', settings: { keepCheckpoints: 2 }, ...ACTOR, at: AT }] },
  { append: [undoing('two', 'one', 3), done('two', 0, LONG)] },
  { append: [Object.assign(done('two', 1), { partly: true as const })] },
  'close',
  'open',
  { append: [failed('two', 2), finished('two')] },
  'checkpoint',
  'checkpoint',
  {
    append: [
      importing('rows', [13, 1]),
      row('rows', 13, { exists: false }, { user: NORA }),
      row('rows', 1, { user: { active: true } }, { user: { active: false } }),
    ],
  },
  { append: [importing('rows back', [13], 'rows'), row('rows back', 13, { user: NORA }, { exists: false })] },
  { append: [started('three', 2), { kind: 'audit-head', lines: 12, hash: '0'.repeat(32), at: AT }] },
  'close',
];

/** What was asked of a store and what it said to that. */
export interface Ledger {
  /** Everything that was ever given to `append`, but for what it refused. */
  entries: JournalEntry[];
  /** How many of them, from the first on, were acknowledged. */
  acknowledged: number;
  /** Whether the making of the store was acknowledged. */
  isMade: boolean;
}

/** A store on a simulated disk. `folder` is real, too, and empty: the kernel's lock lies there. */
export interface Site {
  room: StoreRoom;
  folder: string;
  data: StoreData;
  disk: SimDisk;
  random: Random;
  ledger: Ledger;
}

/** Bytes that one write takes at most: less than the greatest groups, so that those need several. */
const WRITES_AT_MOST = 1500;

/** A new disk with nothing on it. `folder` is real and empty. */
export function newSite(room: StoreRoom, folder: string): Site {
  return {
    room,
    folder,
    data: tinyStore(),
    disk: new SimDisk(WRITES_AT_MOST),
    random: randomOf(makeDice(1)),
    ledger: { entries: [], acknowledged: 0, isMade: false },
  };
}

/** Does the steps of a history, and keeps the ledger. */
export class Player {
  writer: StoreWriter | null = null;
  store: StorePort | null = null;
  #early: StorePort | null = null;
  readonly #site: Site;

  constructor(site: Site) {
    this.#site = site;
  }

  async play(step: Step): Promise<void> {
    const { room, folder, data, disk, random, ledger } = this.#site;
    if (typeof step === 'object') await this.#append(step.append);
    else if (step === 'create') {
      await room.create(folder, data, disk, random);
      ledger.isMade = true;
    } else if (step === 'look') this.#early = await room.open(folder, disk, random);
    else if (step === 'open' || step === 'take') {
      const store = (step === 'take' ? this.#early : null) ?? (await room.open(folder, disk, random));
      this.writer = await store.startWriting(HOLDER);
      this.store = store;
    } else if (step === 'checkpoint') await this.writer?.checkpoint();
    else await this.end();
  }

  /** Lets go of the store, also where the disk is dead. */
  async end(): Promise<void> {
    const { writer } = this;
    this.writer = null;
    await writer?.close();
  }

  async #append(entries: JournalEntry[]): Promise<void> {
    const { ledger } = this.#site;
    ledger.entries.push(...entries);
    await this.writer?.append(entries);
    ledger.acknowledged = ledger.entries.length;
  }
}

/** Names by dice: the same for the same seed. */
export function randomOf(dice: Dice): Random {
  return { token: (length) => Array.from({ length }, () => dice.pick([...'abcdefghijkmnpqrstuvwxyz'])).join('') };
}
