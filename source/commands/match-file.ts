import path from 'node:path';
import type { Operation } from '../model/catalogue.ts';
import type { Direction } from '../model/pair.ts';
import type { StorePort } from '../model/ports.ts';
import type { User } from '../model/user.ts';
import { type MatchedPairs, matchPairs } from '../pairs/match-pairs.ts';
import type { PairsFile } from '../pairs/pair-row.ts';
import { readPairsFile } from '../pairs/read-pairs-file.ts';
import { redactPairsFile } from '../pairs/redact-pairs-file.ts';
import type { Context } from '../session/context.ts';
import type { Session } from '../session/open-session.ts';
import { openProgressLine, readingProgress } from './progress-line.ts';

/**
 * Reads the CSV file `name` and matches its rows with the store. The findings are those of the file as a whole and
 * of all its rows.
 * @throws HandoverError `unreadable`; an AbortError once the context is interrupted
 */
export async function matchFile(
  { store, real, veil, view }: Session,
  context: Context,
  name: string,
  direction: Direction,
  operation: Operation,
): Promise<{ file: PairsFile; matched: MatchedPairs }> {
  const { cwd, interrupt } = context;
  const line = openProgressLine(context);
  const onProgress = readingProgress(line, name);
  const read = await readPairsFile(path.resolve(cwd, name), { signal: interrupt, onProgress }).finally(line.clear);
  const file = veil.isOn ? redactPairsFile(read, await usersById(real), veil) : read;
  const [users, donePairs] = await Promise.all([usersById(store), store.donePairs(operation)]);
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

async function usersById(store: StorePort): Promise<ReadonlyMap<number, User>> {
  return new Map((await store.users()).map((user) => [user.id, user]));
}
