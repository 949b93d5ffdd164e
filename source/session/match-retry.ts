import { HandoverError } from '../errors.ts';
import { type MatchedPairs, matchPairs } from '../pairs/match-pairs.ts';
import type { Session } from './open-session.ts';

/**
 * The failed pairs of run `id` (A56), checked as those of a file are; their line is their place among the failed.
 * @throws HandoverError `unknown-run`
 */
export async function matchRetry(id: string, { store, view }: Session): Promise<MatchedPairs> {
  const run = await store.run(id);
  if (run === null) {
    throw new HandoverError('usage', 'unknown-run', `There is no run "${id}".`, 'List them with: handover runs');
  }
  const rows = run.pairs
    .filter(({ state }) => state === 'failed')
    .map(({ source, target }, index) => ({
      line: index + 1,
      from: String(source),
      to: String(target),
      claims: null,
      ragged: null,
    }));
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  return matchPairs({ rows, direction: 'from-to', users, view, donePairs: await store.donePairs() });
}
