import { HandoverError, sentenceOf } from '../errors.ts';
import { openStore } from '../store/open-store.ts';
import type { Context } from './context.ts';
import { hideOwner } from './hide-owner.ts';
import { openVeil } from './open-session.ts';

/** `error` as it is told under --redact. What the store itself could not be opened for names nobody but its owner. */
export async function redactError(error: unknown, context: Context): Promise<unknown> {
  const store = await openStore(context.location, context.random, context.isUnsafeAllowed).catch(() => null);
  if (store === null) return hideOwner(error);
  const { text } = await openVeil(store, context);
  if (error instanceof HandoverError) {
    const { kind, code, message, hint } = error;
    return new HandoverError(kind, code, text(message), text(hint), { cause: error });
  }
  return error instanceof Error && error.name !== 'AbortError' ? new Error(text(sentenceOf(error))) : error;
}
