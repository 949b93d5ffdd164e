import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from '../../source/bundle.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { openAt } from '../store/given-store.ts';
import type { RaceAnswer, RaceOrder } from './racing-process.ts';
import type { ReadAnswer } from './reading-process.ts';

const HOUR = 3_600_000;
/** By how much the clocks of the processes are wrong, in milliseconds, one after the other. */
const WRONG_CLOCKS = [0, HOUR, -HOUR];

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
  const field = await prepare(folder);
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
  for (const racer of others.slice(0, WRONG_CLOCKS.length)) {
    const { message } = await racer.ask('try', 'refused');
    tally.refused += 1;
    if (!message.includes(`process ${writer.pid}`)) tally.faults.push(`It was told of another writer: ${message}`);
  }
  while (tally.looks < looks + 2 && tally.faults.length === 0) await reader.look();
  writer.signal('SIGCONT');
}

type Said<What> = Extract<RaceAnswer, { said: What }>;

interface Racer {
  pid: number;
  send(order: RaceOrder): void;
  /** Its next answer, which must be of the kind `said`. */
  next<What extends RaceAnswer['said']>(said: What): Promise<Said<What>>;
  ask<What extends RaceAnswer['said']>(order: RaceOrder, said: What): Promise<Said<What>>;
  signal(name: NodeJS.Signals): void;
  kill(): void;
}

interface Reader {
  /** Resolves after its next look. */
  look(): Promise<void>;
}

/** The store, and the processes around it, bundled so that they start quickly. */
async function prepare(folder: string) {
  const store = path.join(folder, 'store');
  const mark = path.join(folder, 'mark');
  await createStore(store, makeDemo({ users: 12, seed: 7 }), nodeDisk, systemRandom);
  const programs: Record<string, string> = {};
  for (const name of ['racing-process', 'reading-process']) {
    programs[name] = path.join(folder, `${name}.mjs`);
    await bundle(path.join(import.meta.dirname, `${name}.ts`), programs[name]);
  }
  const children: ChildProcess[] = [];
  const start = (program: string, ...given: string[]) => {
    const args = [programs[program] ?? '', store, ...given];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    children.push(child);
    return child;
  };
  let started = 0;
  return {
    store,
    mark,
    async startRacer(): Promise<Racer> {
      started += 1;
      const wrong = WRONG_CLOCKS[started % WRONG_CLOCKS.length] ?? 0;
      const racer = racerOf(start('racing-process', mark, `racer-${started}`, String(wrong)));
      await racer.next('ready');
      return racer;
    },
    startReader: (tally: RaceTally) => readerOf(start('reading-process'), tally),
    end() {
      for (const child of children) child.kill('SIGKILL');
    },
  };
}

function racerOf(child: ChildProcess): Racer {
  const answers = on(child, 'message', { close: ['exit'] });
  const racer: Racer = {
    pid: child.pid ?? 0,
    send: (order) => void child.send(order),
    async next(said) {
      const { value } = await answers.next();
      const answer = (value as [RaceAnswer] | undefined)?.[0];
      if (answer?.said !== said) throw new Error(`Instead of "${said}": ${JSON.stringify(answer) ?? 'its end'}`);
      return answer as Said<typeof said>;
    },
    ask(order, said) {
      racer.send(order);
      return racer.next(said);
    },
    signal: (name) => void child.kill(name),
    kill: () => void child.kill('SIGKILL'),
  };
  return racer;
}

function readerOf(child: ChildProcess, tally: RaceTally): Reader {
  let wake = () => {};
  const take = (answer: ReadAnswer) => {
    if (answer.said === 'fault') tally.faults.push(`A reader: ${answer.sentence}`);
    else tally.looks += 1;
    wake();
  };
  child.on('message', (answer) => take(answer as ReadAnswer));
  child.once('exit', (status) => {
    if (status !== null) take({ said: 'fault', sentence: `it ended with status ${status}` });
  });
  return {
    look: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  };
}
