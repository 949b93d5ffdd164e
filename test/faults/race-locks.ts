import { rm } from 'node:fs/promises';
import { openAt } from '../store/given-store.ts';
import { prepareRace, type Racer, type Reader } from './race-field.ts';

/** How many of the others try in vain while the writer is stopped. */
const TRIALS = 3;

export interface Race {
  rounds: number;
  /** How many processes want to be the writer as soon as the one that is has ended. */
  racers: number;
  /** An empty folder, which the caller removes. */
  folder: string;
}

/** What a race came to. */
export interface RaceTally {
  /** How often somebody was the writer and let go in good order. */
  turns: number;
  /** Attempts that were refused while the writer was stopped. */
  refused: number;
  /** How often a reader opened the store meanwhile. */
  looks: number;
  /** A sentence for each thing that must not be. */
  faults: string[];
}

/**
 * Races for a store: each round somebody is the writer, the others all want to be, and the writer is killed (or, each
 * fifth round, stopped for a while, tried in vain, and goes on). Then each of the others has its turn. A reader opens
 * the store all the time.
 */
export async function raceLocks({ rounds, racers, folder }: Race): Promise<RaceTally> {
  const field = await prepareRace(folder);
  const tally: RaceTally = { turns: 0, refused: 0, looks: 0, faults: [] };
  const written: string[] = [];
  const reader = field.startReader(tally);
  let pack = await Promise.all(Array.from({ length: racers + 1 }, () => field.startRacer()));
  try {
    for (let round = 1; round <= rounds && tally.faults.length === 0; round += 1) {
      const [writer, ...others] = pack as [Racer, ...Racer[]];
      await writer.ask('hold', 'holding');
      const isStopped = round % 5 === 0;
      if (isStopped) await tryInVain(writer, others, reader, tally);
      await Promise.all(others.map((racer) => racer.ask('race', 'racing')));
      // The one that goes on takes its mark away itself; who is killed cannot.
      if (!isStopped) await rm(field.mark);
      const fresh = isStopped ? null : field.startRacer();
      if (isStopped) writer.send('release');
      else writer.kill();
      const ending = isStopped ? [writer, ...others] : others;
      for (const turn of await Promise.all(ending.map((racer) => racer.next('turn')))) {
        tally.turns += 1;
        written.push(turn.run);
        if (!turn.isAlone) tally.faults.push(`Round ${round}: ${turn.run} was not the only writer`);
      }
      pack = [...others, fresh === null ? writer : await fresh];
    }
    const known = new Set((await (await openAt(field.store)).runs()).map(({ id }) => id));
    for (const run of written) if (!known.has(run)) tally.faults.push(`${run} was written, and is gone`);
  } finally {
    field.end();
  }
  return tally;
}

/** While the writer is stopped, others are refused and told of it, and readers read. */
async function tryInVain(writer: Racer, others: Racer[], reader: Reader, tally: RaceTally): Promise<void> {
  writer.signal('SIGSTOP');
  const looks = tally.looks;
  for (const racer of others.slice(0, TRIALS)) {
    const { message } = await racer.ask('try', 'refused');
    tally.refused += 1;
    if (!message.includes(`process ${writer.pid}`)) tally.faults.push(`It was told of another writer: ${message}`);
  }
  while (tally.looks < looks + 2 && tally.faults.length === 0) await reader.look();
  writer.signal('SIGCONT');
}
