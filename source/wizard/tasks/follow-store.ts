import type { Dispatch } from 'react';
import { sentenceOf } from '../../errors.ts';
import type { Action } from '../task.ts';
import type { Desk } from './desk.ts';
import { readDonePairs } from './read-done-pairs.ts';

/** Milliseconds between two looks at what others do to the store. */
const LOOK_EVERY = 1000;

/** Tells the wizard whenever the runs of the store have changed, until `signal` aborts. */
export async function followStore(
  { context, session }: Desk,
  dispatch: Dispatch<Action>,
  signal: AbortSignal,
): Promise<void> {
  const { store } = session;
  let before = '';
  try {
    while (!signal.aborted) {
      await store.refresh();
      const [runs, holder, donePairs] = await Promise.all([store.runs(), store.holder(), readDonePairs(store)]);
      const now = JSON.stringify([runs, holder]);
      if (now !== before && !signal.aborted) dispatch({ type: 'store-changed', runs, holder, donePairs });
      before = now;
      await context.wait(LOOK_EVERY, signal);
    }
  } catch (error) {
    if (!signal.aborted) dispatch({ type: 'lost-sight', message: session.veil.text(sentenceOf(error)) });
  }
}
