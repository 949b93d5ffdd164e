import path from 'node:path';
import type { Operation } from '../model/catalogue.ts';
import type { Direction } from '../model/pair.ts';
import { type MatchedPairs, matchPairs } from '../pairs/match-pairs.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import { readPairsFile } from '../pairs/read-pairs-file.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';

/**
 * Reads the CSV file `name` and matches its rows with the store. The findings are those of the file as a whole and
 * of all its rows.
 * @throws HandoverError `unreadable`; an AbortError once the context is interrupted
 */
export async function matchFile(
  { store, view }: Session,
  { cwd, interrupt }: Context,
  name: string,
  direction: Direction,
  operation: Operation,
): Promise<{ file: PairsFile; matched: MatchedPairs }> {
  const file = await readPairsFile(path.resolve(cwd, name), { signal: interrupt });
  const [people, donePairs] = await Promise.all([store.users(), store.donePairs(operation)]);
  const users = new Map(people.map((user) => [user.id, user]));
  const matched = matchPairs({ rows: file.rows, direction, operation, users, view, donePairs });
  interrupt.throwIfAborted();
  return {
    file: { ...file, file: name },
    matched: {
      ...matched,
      problems: [...file.problems, ...matched.problems],
      warnings: [...file.warnings, ...matched.warnings],
    },
  };
}
