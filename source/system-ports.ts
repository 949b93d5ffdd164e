import { setTimeout } from 'node:timers/promises';
import type { Clock, Random } from './model/ports.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz23456789';
const FAIR = 256 - (256 % LETTERS.length);

/** The clock of this machine. */
export const systemClock: Clock = { now: () => new Date(), monotonic: () => performance.now() };

/** Chance as this machine has it, good enough for names that nobody can guess. */
export const systemRandom: Random = {
  token(length) {
    let token = '';
    while (token.length < length) {
      // Web crypto is there without loading anything. Bytes beyond the last whole alphabet would favour some letters.
      for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
        if (byte < FAIR && token.length < length) token += LETTERS[byte % LETTERS.length];
      }
    }
    return token;
  },
};

/** Resolves after `milliseconds`, or at once when `signal` aborts. */
export async function systemWait(milliseconds: number, signal: AbortSignal): Promise<void> {
  await setTimeout(milliseconds, undefined, { signal }).catch(() => undefined);
}
