import type { User } from '../model/user.ts';
import { foldText } from './fold-text.ts';
import { findNearWords } from './near-words.ts';

/** How the names of two people are alike. */
export interface NameLikeness {
  one: User;
  other: User;
  kind: 'same' | 'swapped' | 'near';
  /** Letters that differ; 0 unless `near`. */
  distance: number;
}

/** A name that more people have, or that resembles more others, says nothing of two of them. */
export const MOST_NAMESAKES = 4;

/** Names of fewer letters are too easily one letter, or two, away from another. */
const LEAST_FOR_ONE = 8;
const LEAST_FOR_TWO = 14;

interface Name {
  first: number;
  last: number;
  /** Letters of both. */
  length: number;
  users: User[];
}

/** Pairs of people whose first and last names are the same once folded, swapped, or one or two letters apart (C2). */
export function* findNamesakes(users: readonly User[]): Generator<NameLikeness> {
  const words = new Map<string, number>();
  const names = new Map<number, Name>();
  for (const user of users) {
    const [first, last] = [foldName(user.firstName), foldName(user.lastName)];
    if (first === '' || last === '') continue;
    const name = { first: placeOf(first, words), last: placeOf(last, words), length: first.length + last.length };
    const key = keyOf(name.first, name.last);
    const known = names.get(key);
    if (known === undefined) names.set(key, { ...name, users: [user] });
    else known.users.push(user);
  }
  for (const { users: same } of names.values()) {
    if (same.length > MOST_NAMESAKES) continue;
    for (const [index, one] of same.entries()) {
      for (const other of same.slice(index + 1)) yield { one, other, kind: 'same', distance: 0 };
    }
  }
  yield* findAlike(names, findNearWords([...words.keys()]), [...words.keys()].map(distinctionIn));
}

/** Whether it is "Mary-Ann" or "Mary  Ann", "Jr." or "Jr" says nothing. */
function foldName(name: string): string {
  return foldText(name)
    .replace(/[\s.\p{Pd}]+/gu, ' ')
    .trim();
}

/**
 * What tells people apart on purpose, however near their names are: father and son (Jr, Sr, II …), and whatever has a
 * number (Test 1, Test 2).
 */
function distinctionIn(name: string): string {
  return (name.match(/\S*\d\S*|\b(?:jr|sr|junior|senior|i{1,3}|iv|vi{0,3})\b/g) ?? []).join(' ');
}

function* findAlike(
  names: ReadonlyMap<number, Name>,
  nearWords: ReadonlyMap<number, ReadonlyMap<number, number>>,
  distinctions: readonly string[],
): Generator<NameLikeness> {
  const alikeOf = new Map<Name, { name: Name; distance: number }[]>();
  for (const name of names.values()) {
    if (name.users.length > MOST_NAMESAKES) continue;
    const swapped = name.first < name.last ? names.get(keyOf(name.last, name.first)) : undefined;
    if (swapped !== undefined) yield* across(name, swapped, { kind: 'swapped', distance: 0 });
    const alike = nearNames(name, names, nearWords).filter(
      ({ name: other }) =>
        distinctions[name.first] === distinctions[other.first] && distinctions[name.last] === distinctions[other.last],
    );
    if (alike.length > 0 && alike.length <= MOST_NAMESAKES) alikeOf.set(name, alike);
  }
  for (const [name, alike] of alikeOf) {
    for (const { name: other, distance } of alike) {
      const isMet = name.first < other.first || (name.first === other.first && name.last < other.last);
      if (isMet && alikeOf.has(other)) yield* across(name, other, { kind: 'near', distance });
    }
  }
}

function nearNames(
  { first, last, length }: Name,
  names: ReadonlyMap<number, Name>,
  nearWords: ReadonlyMap<number, ReadonlyMap<number, number>>,
): { name: Name; distance: number }[] {
  const found: { name: Name; distance: number }[] = [];
  for (const [nearFirst, firstDistance] of [[first, 0] as const, ...(nearWords.get(first) ?? [])]) {
    for (const [nearLast, lastDistance] of [[last, 0] as const, ...(nearWords.get(last) ?? [])]) {
      const distance = firstDistance + lastDistance;
      if (distance === 0 || distance > 2) continue;
      const name = names.get(keyOf(nearFirst, nearLast));
      const least = distance === 1 ? LEAST_FOR_ONE : LEAST_FOR_TWO;
      if (name !== undefined && Math.min(length, name.length) >= least) found.push({ name, distance });
    }
  }
  return found;
}

function* across(left: Name, right: Name, how: Pick<NameLikeness, 'kind' | 'distance'>): Generator<NameLikeness> {
  if (right.users.length > MOST_NAMESAKES) return;
  for (const one of left.users) for (const other of right.users) yield { one, other, ...how };
}

function placeOf(word: string, words: Map<string, number>): number {
  const place = words.get(word) ?? words.size;
  words.set(word, place);
  return place;
}

function keyOf(first: number, last: number): number {
  return first * 2 ** 26 + last;
}
