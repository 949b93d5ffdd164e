import { type ChildProcess, spawn } from 'node:child_process';
import { on } from 'node:events';
import path from 'node:path';
import { bundle } from '../../source/bundle.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import type { RaceAnswer, RaceOrder } from './racing-process.ts';
import type { ReadAnswer } from './reading-process.ts';

const HOUR = 3_600_000;
/** By how much the clocks of the processes are wrong, in milliseconds, one after the other. */
const WRONG_CLOCKS = [0, HOUR, -HOUR];

type Said<What> = Extract<RaceAnswer, { said: What }>;

/** A process that can be the writer, as its parent has it. */
export interface Racer {
  pid: number;
  send(order: RaceOrder): void;
  /** Its next answer, which must be of the kind `said`. */
  next<What extends RaceAnswer['said']>(said: What): Promise<Said<What>>;
  ask<What extends RaceAnswer['said']>(order: RaceOrder, said: What): Promise<Said<What>>;
  signal(name: NodeJS.Signals): void;
  kill(): void;
}

/** A process that reads, as its parent has it. */
export interface Reader {
  /** Resolves after its next look. */
  look(): Promise<void>;
}

/** What readers have come to. */
export interface ReadTally {
  /** How often one opened the store. */
  looks: number;
  /** A sentence for each thing that must not be. */
  faults: string[];
}

/** Makes a store in `folder`, and what is needed to start processes around it, bundled so that they start quickly. */
export async function prepareRace(folder: string) {
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
    startReader: (tally: ReadTally) => readerOf(start('reading-process'), tally),
    /** Ends them all; whoever prepares calls it. */
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

function readerOf(child: ChildProcess, tally: ReadTally): Reader {
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
