import { isInView } from '../model/operator.ts';
import { type Duplicate, findDuplicates } from '../people/find-duplicates.ts';
import type { Session } from './open-session.ts';

/** How many people are counted before others have their turn. */
const CHUNK = 2000;

/** The share of the work that is done once everybody is counted; the rest is to compare them. */
const COUNTED = 0.6;

interface Reins {
  signal?: AbortSignal;
  /** How far it is, from 0 to 1. */
  onProgress?: (share: number) => void;
}

/**
 * Accounts within the operator's view that may be one person's, the most certain first.
 * @throws the reason of `signal` once it aborts
 */
export async function listDuplicates(
  { real: store, veil, view }: Session,
  { signal, onProgress }: Reins = {},
): Promise<Duplicate[]> {
  const users = (await store.users()).filter((user) => isInView(user, view));
  const owned = new Map<number, number>();
  for (let start = 0; start < users.length; start += CHUNK) {
    const people = await store.people(users.slice(start, start + CHUNK).map(({ id }) => id));
    for (const { id, records } of people.values()) {
      owned.set(
        id,
        Object.values(records).reduce((sum, { length }) => sum + length, 0),
      );
    }
    onProgress?.((COUNTED * Math.min(users.length, start + CHUNK)) / users.length);
    await new Promise((resume) => setImmediate(resume));
    signal?.throwIfAborted();
  }
  return findDuplicates(users, (id) => owned.get(id) ?? 0).map(({ source, target, score, reasons }) => ({
    source: veil.user(source),
    target: veil.user(target),
    score,
    reasons: reasons.map((reason) => veil.about(source, reason)),
  }));
}
