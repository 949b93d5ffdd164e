import type { Operation } from '../model/catalogue.ts';
import { makeFinding, type Place } from '../model/finding.ts';
import type { View } from '../model/operator.ts';
import { type Direction, PAIR_LIMIT, type Pair, type Problem, type Warning } from '../model/pair.ts';
import type { User } from '../model/user.ts';
import { type Ask, askOfRow } from './ask.ts';
import { checkPair } from './check-pair.ts';
import { checkTogether } from './check-together.ts';
import { type Mendings, NO_MENDINGS } from './mendings.ts';
import { orderPairs } from './order-pairs.ts';
import type { PairRow } from './pair-row.ts';
import { warnPairs } from './warn-pairs.ts';

/** Everything that decides which rows are pairs. */
export interface MatchInput {
  rows: readonly PairRow[];
  direction: Direction;
  /** What is to be done with the pairs; a transfer unless said. */
  operation?: Operation;
  mendings?: Mendings;
  /** Everybody in the store, by id. */
  users: ReadonlyMap<number, User>;
  /** The operator's view (A20); null: everybody. */
  view: View | null;
  /** "source:target" of every pair that is done → its run (A56). */
  donePairs: ReadonlyMap<string, string>;
  /** The most pairs; rows without a target do not count (A16, X4). */
  limit?: number;
}

export interface MatchedPairs {
  /** The rows that nothing is wrong with, in the order in which they run. */
  pairs: Pair[];
  /** How many rows ask for nothing: no To User ID (X10), or left out. */
  skipped: number;
  /** Of all rows, by line. */
  problems: Problem[];
  warnings: Warning[];
}

/**
 * Turns the rows of a file into pairs, skipped rows and problems: all problems of all rows at once, each with its line,
 * column, value and cure. Problems of the file as a whole are in `PairsFile.problems`.
 */
export function matchPairs(input: MatchInput): MatchedPairs {
  const { rows, direction, operation = 'transfer', users, mendings = NO_MENDINGS } = input;
  const asks: Ask[] = [];
  const problems: Problem[] = [];
  let skipped = 0;
  for (const row of rows) {
    const outcome = askOfRow(row, direction, mendings.byLine.get(row.line));
    if (outcome.kind === 'skipped') skipped += 1;
    else if (outcome.kind === 'ask') asks.push(outcome.ask);
    else for (const problem of outcome.problems) problems.push(problem);
  }
  for (const ask of asks) for (const problem of checkAsk(ask, input)) problems.push(problem);
  for (const problem of checkTogether(asks, users, input.limit ?? PAIR_LIMIT)) problems.push(problem);

  const linesWithProblems = new Set(problems.map((problem) => problem.line));
  const sound = asks.filter((ask) => !linesWithProblems.has(ask.line));
  const given = sound.map(({ line, source, target }) => ({ line, source, target }));
  const pairs = orderPairs(given, operation);
  return {
    pairs,
    skipped,
    problems: sortByLine(problems),
    warnings: sortByLine(warnPairs(pairs, sound, users, { direction, operation })),
  };
}

function checkAsk(ask: Ask, input: MatchInput): Problem[] {
  const source = input.users.get(ask.source);
  const target = input.users.get(ask.target);
  if (source !== undefined && target !== undefined) return checkPair(source, target, input, ask.places);
  const unknown: Problem[] = [];
  if (source === undefined) unknown.push(unknownUser(ask.source, ask.places.source));
  if (target === undefined) unknown.push(unknownUser(ask.target, ask.places.target));
  return unknown;
}

function unknownUser(id: number, place: Place): Problem {
  return makeFinding(
    place,
    'unknown-user',
    `Nobody has the user ID ${id}.`,
    'Take the ID from a fresh export of all users, or take this row out.',
  );
}

/** By line, findings of the whole file first; those of one line stay in their order. */
function sortByLine<F extends { line: number | null }>(findings: F[]): F[] {
  return findings.sort((left, right) => (left.line ?? 0) - (right.line ?? 0));
}
