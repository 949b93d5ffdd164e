import path from 'node:path';
import { HandoverError } from '../../source/errors.ts';
import { type Dice, makeDice } from '../../source/people/demo/dice.ts';
import { decodeCheckpoint } from '../../source/store/lowdb/checkpoint-adapter.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { openAt } from '../store/given-store.ts';
import { alteredDisk } from './altered-disk.ts';
import { everythingOf, type WorkedStore } from './worked-store.ts';

/** What came of an alteration. Anything else is a fault. */
export interface CorruptionTally {
  /** Refused with an error that names the file, and in a journal a line. */
  named: number;
  /** Read as a last group whose writing was cut short: what a crash leaves looks the same. */
  torn: number;
  /** Read as if nothing had been altered. */
  harmless: number;
  /** A sentence for each alteration that was neither. */
  faults: string[];
}

type Alteration = { bytes: Buffer; what: string; kind: 'flip' | 'cut' | 'swap' };

/** How a file of a store is read: gives what it tells, or throws. The records are those of the journals. */
type Look = (bytes: Buffer) => Promise<{ content: string; records: string[] }>;

interface Watched {
  /** Path within the store. */
  name: string;
  flips: number;
  cuts: number;
  look: Look;
}

/** The files of a store, how much each is altered, and how it is read: a line here adds a file to the sweep. */
function watchedFiles({ folder, files }: WorkedStore): Watched[] {
  const inStore =
    (name: string): Look =>
    async (bytes) =>
      everythingOf(await openAt(folder, alteredDisk(new Map([[path.join(folder, name), bytes]]))));
  const alone =
    (read: (bytes: Buffer) => unknown): Look =>
    async (bytes) => ({ content: JSON.stringify(read(bytes)), records: [] });
  const asCheckpoint = (name: string) => alone((bytes) => decodeCheckpoint(bytes, path.join(folder, name)));
  const asPlan = (name: string) => alone((bytes) => parsePlan(bytes.toString(), path.join(folder, name)));
  const all: Watched[] = [
    { name: 'store.json', flips: 450, cuts: 40, look: inStore('store.json') },
    { name: 'journal.1.jsonl', flips: 250, cuts: 30, look: inStore('journal.1.jsonl') },
    { name: 'journal.2.jsonl', flips: 250, cuts: 30, look: inStore('journal.2.jsonl') },
    { name: 'journal.3.jsonl', flips: 400, cuts: 40, look: inStore('journal.3.jsonl') },
    { name: 'checkpoint.1.json', flips: 175, cuts: 15, look: asCheckpoint('checkpoint.1.json') },
    { name: 'checkpoint.2.json', flips: 175, cuts: 15, look: asCheckpoint('checkpoint.2.json') },
    { name: 'runs/one/plan.json', flips: 300, cuts: 30, look: asPlan('runs/one/plan.json') },
  ];
  return all.filter(({ name }) => files.has(name));
}

/**
 * Alters the files of `store` one at a time: flips a bit, cuts the end off, swaps two lines. Looks each time whether
 * that is noticed. The same seed alters the same. `isChosen` tells by its name whether a file is looked at.
 */
export async function corruptStore(
  store: WorkedStore,
  seed: number,
  isChosen: (name: string) => boolean = () => true,
): Promise<Record<Alteration['kind'], CorruptionTally>> {
  const dice = makeDice(seed);
  const empty = (): CorruptionTally => ({ named: 0, torn: 0, harmless: 0, faults: [] });
  const tallies = { flip: empty(), cut: empty(), swap: empty() };
  for (const watched of watchedFiles(store).filter(({ name }) => isChosen(name))) {
    const sound = store.files.get(watched.name) ?? Buffer.alloc(0);
    const before = await watched.look(sound);
    for (const { bytes, what, kind } of alterationsOf(sound, watched, dice)) {
      const tally = tallies[kind];
      const came = await cameOf(watched, bytes, before);
      if (came === 'named' || came === 'harmless' || came === 'torn') tally[came] += 1;
      else tally.faults.push(`${watched.name}, ${what}, seed ${seed}: ${came}`);
    }
  }
  return tallies;
}

function* alterationsOf(sound: Buffer, { flips, cuts }: Watched, dice: Dice): Generator<Alteration> {
  for (let count = 0; count < flips; count += 1) {
    const place = dice.whole(0, sound.length - 1);
    const bit = dice.whole(0, 7);
    const bytes = Buffer.from(sound);
    bytes.writeUInt8(bytes.readUInt8(place) ^ (1 << bit), place);
    yield { bytes, what: `bit ${bit} of byte ${place}`, kind: 'flip' };
  }
  const lines = sound.toString('latin1').split(/(?<=\n)/);
  const ends = lines.map((_, index) => lines.slice(0, index).join('').length);
  for (let count = 0; count < cuts; count += 1) {
    // Every fourth cut falls between two lines, where least is to be seen of it.
    const length = dice.chance(0.25) ? dice.pick(ends) : dice.whole(0, sound.length - 1);
    yield { bytes: sound.subarray(0, length), what: `cut to ${length} bytes`, kind: 'cut' };
  }
  for (let first = 0; first < lines.length; first += 1) {
    for (let second = first + 1; second < lines.length; second += 1) {
      const swapped = lines.with(first, lines[second] ?? '').with(second, lines[first] ?? '');
      const bytes = Buffer.from(swapped.join(''), 'latin1');
      yield { bytes, what: `lines ${first + 1} and ${second + 1} swapped`, kind: 'swap' };
    }
  }
}

/** What came of it, or a sentence that says what is wrong with it. */
async function cameOf(
  { name, look }: Watched,
  bytes: Buffer,
  before: Awaited<ReturnType<Look>>,
): Promise<'named' | 'torn' | 'harmless' | string> {
  let after: Awaited<ReturnType<Look>>;
  try {
    after = await look(bytes);
  } catch (error) {
    if (!(error instanceof HandoverError)) return `it broke with ${String(error)}`;
    const isNamed = namesOf(name).some((each) => error.message.includes(each));
    return isNamed ? 'named' : `the error does not name it: ${error.message}`;
  }
  const { content, records } = after;
  if (content === before.content && records.length === before.records.length) return 'harmless';
  const isPrefix = records.every((record, index) => record === before.records[index]);
  return isPrefix && name.endsWith('.jsonl') ? 'torn' : 'it was read as something else';
}

/** What the error may speak of. That a journal ends too soon, between two records, only the next one can show. */
function namesOf(name: string): string[] {
  const generation = Number(/^journal\.(\d+)\.jsonl$/.exec(name)?.[1]);
  if (Number.isNaN(generation)) return [name];
  return [`${name} is damaged in line `, `journal.${generation + 1}.jsonl is damaged in line 1:`];
}
