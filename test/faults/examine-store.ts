import { HandoverError, sentenceOf } from '../../source/errors.ts';
import type { JournalEntry, JournalRecord } from '../../source/model/journal.ts';
import type { StorePort } from '../../source/model/ports.ts';
import { done, failed, started } from '../store/given-store.ts';
import type { SimDisk } from './sim-disk.ts';
import { Player, type Site } from './store-history.ts';
import { foretell, tellStore } from './store-oracle.ts';

/** What a store must never do. The message says what it did. */
export class Violation extends Error {}

/**
 * Opens the store after a fault, as the next process does, becomes its writer and goes on with it: two groups and, where
 * `isRotated`, a checkpoint between them. What was acknowledged must be there, of what was not a beginning at most, and
 * nothing twice.
 * @param life tells the runs of several examinations apart
 * @throws Violation
 */
export async function examineStore(site: Site, life: string, isRotated: boolean): Promise<void> {
  const { ledger, disk, folder } = site;
  const player = new Player(site);
  try {
    try {
      await player.play('open');
    } catch (error) {
      if (disk.isDead || !(error instanceof HandoverError) || error.code !== 'no-store' || ledger.isMade) throw error;
      return await refusedOrMade(site);
    }
    ledger.isMade = true;
    if (player.store !== null) await settle(site, player.store);
    await player.play({ append: [started(life, 2), done(life, 0)] });
    if (isRotated) await player.play('checkpoint');
    await player.play({ append: [failed(life, 1)] });
    await player.end();
    await settle(site, await site.room.open(folder, disk, site.random));
    compareJournals(disk, folder, ledger.entries);
  } catch (error) {
    if (disk.isDead || error instanceof Violation) throw error;
    throw new Violation(`the store does not go on: ${sentenceOf(error)}`, { cause: error });
  } finally {
    await player.end().catch(() => undefined);
  }
}

/**
 * Finds out how many of the entries the store holds, and lets the ledger be just those: from now on they count as
 * acknowledged.
 * @throws Violation
 */
export async function settle({ data, ledger }: Site, store: StorePort): Promise<void> {
  const { entries, acknowledged } = ledger;
  const records: JournalRecord[] = [];
  for await (const record of store.records()) records.push(record);
  if (records.length < acknowledged) {
    throw new Violation(`acknowledged, and gone: of ${acknowledged} entries it holds ${records.length}`);
  }
  compareRecords(records, entries.slice(0, records.length));
  if ((await tellStore(store)) !== foretell(data, entries.slice(0, records.length))) {
    throw new Violation(`the store is not what its ${records.length} records make of it`);
  }
  ledger.entries = entries.slice(0, records.length);
  ledger.acknowledged = records.length;
}

/** Where no store came to be, a new one is made, or refused because of what lies there. */
async function refusedOrMade(site: Site): Promise<void> {
  const { room, folder, data, disk, random, ledger } = site;
  const leftover = disk.filesOf(folder).size > 0;
  try {
    await room.create(folder, data, disk, random);
  } catch (error) {
    if (error instanceof HandoverError && error.code === 'store-exists' && leftover) return;
    throw error;
  }
  ledger.isMade = true;
  await settle(site, await room.open(folder, disk, random));
}

/** The journals as they lie on the disk, read without the store. */
function compareJournals(disk: SimDisk, folder: string, entries: readonly JournalEntry[]): void {
  const generationOf = (name: string) => Number(/^journal\.(\d+)\.jsonl$/.exec(name)?.[1] ?? -1);
  const lines = [...disk.filesOf(folder)]
    .filter(([name]) => generationOf(name) >= 0)
    .sort(([left], [right]) => generationOf(left) - generationOf(right))
    .flatMap(([, content]) => content.toString().split('\n').slice(0, -1));
  compareRecords(
    lines.map((line) => JSON.parse(line.slice(0, line.lastIndexOf('\t'))) as JournalRecord),
    entries,
  );
}

/** Throws where the records are not exactly `entries`, each once and in order. */
function compareRecords(
  records: readonly Pick<JournalRecord, 'sequence' | 'entry'>[],
  entries: readonly JournalEntry[],
): void {
  for (let index = 0; index < Math.max(records.length, entries.length); index += 1) {
    const { sequence, entry } = records[index] ?? {};
    if (sequence === index + 1 && JSON.stringify(entry) === JSON.stringify(entries[index])) continue;
    throw new Violation(`record ${index + 1} of ${entries.length} does not stand once in its place in the journals`);
  }
}
