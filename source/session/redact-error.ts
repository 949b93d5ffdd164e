import { openStore } from '../store/open-store.ts';
import type { Context } from './context.ts';
import { hideOwner } from './hide-owner.ts';
import { learnStore } from './open-session.ts';

/**
 * `error` as it is to be printed under --redact: the veil knows the store by then, however far the command had come. What
 * the store itself could not be opened for names nobody but its owner.
 */
export async function redactError(error: unknown, context: Context): Promise<unknown> {
  const store = await openStore(context.location, context.random, context.isUnsafeAllowed).catch(() => null);
  if (store !== null) await learnStore(store, context);
  return hideOwner(error);
}
