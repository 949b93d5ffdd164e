import { randomInt } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { Clock, Random } from './model/ports.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz23456789';

/** The clock of this machine. */
export const systemClock: Clock = { now: () => new Date(), monotonic: () => performance.now() };

/** Chance as this machine has it, good enough for names that nobody can guess. */
export const systemRandom: Random = {
  token: (length) => Array.from({ length }, () => LETTERS[randomInt(LETTERS.length)]).join(''),
};

/** Resolves after `milliseconds`, or at once when `signal` aborts. */
export async function systemWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
