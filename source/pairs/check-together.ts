import { countOf, listLines, makeFinding } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Problem } from '../model/pair.ts';
import type { User } from '../model/user.ts';
import { type Ask, nameOf } from './ask.ts';
import { pairKey } from './check-pair.ts';
import { findCycles } from './find-cycles.ts';

const SHOWN_IN_RING = 8;

/**
 * What is wrong with rows only because of other rows: a repeated one, one source to two targets (A19), two sources to
 * one target (A18), a ring, and more pairs than `limit` (A16). One problem for every row that has a part in it.
 */
export function checkTogether(asks: readonly Ask[], users: ReadonlyMap<number, User>, limit: number): Problem[] {
  const problems: Problem[] = [];
  const first = new Map<string, Ask>();
  for (const ask of asks) {
    if (ask.source === ask.target) continue;
    const key = pairKey(ask.source, ask.target);
    const before = first.get(key);
    if (before === undefined) first.set(key, ask);
    else problems.push(repeated(ask, before, users));
  }
  const distinct = [...first.values()];
  problems.push(...checkSources(distinct, users), ...checkTargets(distinct, users), ...checkRings(distinct, users));
  const overLimit = asks[limit];
  if (overLimit !== undefined) {
    problems.push(
      makeFinding(
        overLimit.places.target,
        'over-limit',
        `The file asks for ${countOf(asks.length, 'pair')}; one plan may hold ${numberText(limit)}, and this row is the first beyond that.`,
        'Split the file: empty the To User ID of some rows and run those later.',
      ),
    );
  }
  return problems;
}

function repeated(ask: Ask, before: Ask, users: ReadonlyMap<number, User>): Problem {
  const who = `${nameOf(users, ask.source)} into ${nameOf(users, ask.target)}`;
  return makeFinding(
    ask.places.source,
    'source-twice',
    `This row repeats line ${before.line}: ${who}.`,
    'Leave one of the two rows out.',
  );
}

function checkSources(asks: readonly Ask[], users: ReadonlyMap<number, User>): Problem[] {
  return groupsOf(asks, (ask) => ask.source).flatMap((group) =>
    group.map((ask) =>
      makeFinding(
        ask.places.source,
        'source-twice',
        `${nameOf(users, ask.source)} is the source of ${countOf(group.length, 'row')}: also on ${otherLines(group, ask)}. The data of one person can go to one target only.`,
        'Leave all of these rows out but one.',
      ),
    ),
  );
}

function checkTargets(asks: readonly Ask[], users: ReadonlyMap<number, User>): Problem[] {
  return groupsOf(asks, (ask) => ask.target).flatMap((group) =>
    group.map((ask) =>
      makeFinding(
        ask.places.target,
        'target-twice',
        `${nameOf(users, ask.target)} is the target of ${countOf(group.length, 'row')}: also on ${otherLines(group, ask)}. One person can receive the data of one source only.`,
        'Leave all of these rows out but one.',
      ),
    ),
  );
}

function checkRings(asks: readonly Ask[], users: ReadonlyMap<number, User>): Problem[] {
  return findCycles(asks).flatMap((ring) => {
    const names = ring.map((ask) => nameOf(users, ask.source));
    const drawn = [...shorten(names), names[0] ?? ''].join(' → ');
    const lines = listLines(ring.map((ask) => ask.line).sort((left, right) => left - right));
    return ring.map((ask) =>
      makeFinding(
        ask.places.target,
        'cycle',
        `The data would go round in a ring: ${drawn} (${lines}).`,
        'Leave one of these rows out; the others then run one after the other.',
      ),
    );
  });
}

function shorten(names: readonly string[]): string[] {
  if (names.length <= SHOWN_IN_RING) return [...names];
  const left = names.length - SHOWN_IN_RING;
  return [...names.slice(0, SHOWN_IN_RING - 1), `${numberText(left)} more`, ...names.slice(-1)];
}

/** The groups of two and more. */
function groupsOf(asks: readonly Ask[], key: (ask: Ask) => number): Ask[][] {
  return [...Map.groupBy(asks, key).values()].filter((group) => group.length > 1);
}

/** Looks at the first few only, so that a huge group is not walked for each of its rows. */
function otherLines(group: readonly Ask[], ask: Ask): string {
  const shown = group.slice(0, 6).filter((other) => other !== ask);
  return listLines(
    shown.map((other) => other.line),
    group.length - 1,
  );
}
