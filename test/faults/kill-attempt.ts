import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { PROGRAM, plainEnvironment } from '../helpers/program.ts';
import type { Deadline } from './killing-disk.ts';

const CATALOGUE = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');

/** What is killed, and how. */
export type Way = 'at a disk call' | 'at a random moment' | 'the whole program';

/** A process to start, and when it is killed. */
export interface Attempt {
  way: Way;
  /** Id of the run. */
  run: string;
  store: string;
  deadline: Deadline;
  /** Milliseconds after it has said so many lines (none: after its start); below 0 is never. */
  wait: number;
  lines: number;
}

/** Of an attempt that nothing disturbs. */
export const NEVER = { deadline: { kind: 'call' as const, number: 0, part: 0 }, wait: -1, lines: 0 };

/** How an attempt ended. */
export interface Ended {
  isKilled: boolean;
  way: Way;
  /** How it ended, for the sentence of a fault. */
  how: string;
  acknowledged: string[];
  made: Record<Deadline['kind'], number>;
  /** Milliseconds. */
  took: number;
}

/**
 * Starts a process that carries out a run of the store, or goes on with it, kills it when that is due, and resolves
 * once it is gone.
 * @param program the bundled killed-process.ts
 * @throws Error where it ended by itself, and not well
 */
export async function attempt(program: string, { way, run, store, deadline, wait, lines }: Attempt): Promise<Ended> {
  const args =
    way === 'the whole program'
      ? [PROGRAM, '_worker', run, '--store', store, '--as', 'admin', '--catalogue', CATALOGUE]
      : [program, run, store, CATALOGUE, ...Object.values(deadline).map(String)];
  const start = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: plainEnvironment(store),
  });
  if (child.stdout === null || child.stderr === null) throw new Error('It has no pipes');
  const ended = once(child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
  const complaint = text(child.stderr);
  let told: unknown;
  child.once('message', (message) => {
    told = message;
  });
  let alarm: NodeJS.Timeout | undefined;
  let heard = 0;
  const setAlarm = () => {
    if (wait >= 0 && heard === lines) alarm = setTimeout(() => child.kill('SIGKILL'), wait);
  };
  setAlarm();
  const acknowledged: string[] = [];
  const made = { call: 0, write: 0 };
  createInterface(child.stdout).on('line', (line) => {
    heard += 1;
    setAlarm();
    const [word, what = '', more] = line.split(' ');
    if (word === 'done') acknowledged.push(what);
    else if (word === 'made') Object.assign(made, { call: Number(what), write: Number(more) });
  });
  const [status, signal] = await ended;
  clearTimeout(alarm);
  const how = `${way}: ${JSON.stringify(deadline)}, ${wait} ms after line ${lines}`;
  if (signal === null && status !== 0) {
    throw new Error(`It ended with status ${status} (${how}): ${JSON.stringify(told)} ${await complaint}`);
  }
  return { isKilled: signal !== null, way, how, acknowledged, made, took: performance.now() - start };
}
