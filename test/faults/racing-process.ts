import { readFile, rm, writeFile } from 'node:fs/promises';
import { HandoverError, hasSystemCode, sentenceOf } from '../../source/errors.ts';
import type { StoreWriter } from '../../source/model/ports.ts';
import { LowdbStore } from '../../source/store/lowdb/lowdb-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { started } from '../store/given-store.ts';
import { shiftClock } from './shift-clock.ts';

/** What a racing process is told: become the writer and stay it; end that; try once; try until it has been the writer. */
export type RaceOrder = 'hold' | 'release' | 'try' | 'race';

/** What it answers. */
export type RaceAnswer =
  | { said: 'ready' | 'holding' | 'racing' }
  /** It was the writer, wrote the run `run`, and let go. `isAlone`: nobody else was the writer meanwhile. */
  | { said: 'turn'; run: string; isAlone: boolean }
  | { said: 'refused'; message: string }
  | { said: 'fault'; sentence: string };

/**
 * A process that wants to be the writer of a store. Whoever is lays down a mark that can be there only once, and takes
 * it away before letting go: two writers would meet it. Arguments: folder of the store, file of the mark, its own name,
 * by how many milliseconds its clock is wrong.
 */
const [folder = '', mark = '', name = '', wrong = ''] = process.argv.slice(2);
shiftClock(Number(wrong));
const store = await LowdbStore.open(folder, nodeDisk, systemRandom);
const tell = (answer: RaceAnswer) => process.send?.(answer);
let turns = 0;
let held: Held | null = null;

interface Held {
  writer: StoreWriter;
  isMarked: boolean;
}

async function take(): Promise<Held> {
  const since = new Date().toISOString();
  const writer = await store.startWriting({ login: name, host: 'desk', pid: process.pid, since, doing: 'a race' });
  return { writer, isMarked: await layMark() };
}

async function layMark(): Promise<boolean> {
  try {
    await writeFile(mark, name, { flag: 'wx' });
    return true;
  } catch (error) {
    if (hasSystemCode(error, 'EEXIST')) return false;
    throw error;
  }
}

/** Writes a run and lets go. Each tenth turn puts a checkpoint too. */
async function finishTurn({ writer, isMarked }: Held): Promise<void> {
  turns += 1;
  const run = `${name}-${turns}`;
  await writer.append([started(run, 1)]);
  if (turns % 10 === 0) await writer.checkpoint();
  const isAlone = isMarked && (await readFile(mark, 'utf8')) === name;
  if (isMarked) await rm(mark);
  await writer.close();
  tell({ said: 'turn', run, isAlone });
}

async function follow(order: RaceOrder): Promise<void> {
  if (order === 'release') {
    if (held === null) throw new Error('There is nothing to let go of');
    return finishTurn(held);
  }
  if (order === 'race') tell({ said: 'racing' });
  for (;;) {
    try {
      held = await take();
    } catch (error) {
      if (!(error instanceof HandoverError) || error.code !== 'store-held') throw error;
      if (order === 'race') continue;
      tell({ said: 'refused', message: error.message });
      return;
    }
    if (order !== 'hold') return finishTurn(held);
    tell({ said: 'holding' });
    return;
  }
}

process.on('message', (order) =>
  follow(order as RaceOrder).catch((error: unknown) => tell({ said: 'fault', sentence: sentenceOf(error) })),
);
process.on('disconnect', () => process.exit());
tell({ said: 'ready' });
