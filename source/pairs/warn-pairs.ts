import { unguardFormula } from '../csv/formula-guard.ts';
import type { Operation } from '../model/catalogue.ts';
import { countOf, cutText, listLines, makeFinding, WHOLE_FILE } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Direction, Pair, Warning } from '../model/pair.ts';
import { fullName, nameAndId, type User } from '../model/user.ts';
import { type Ask, nameOf } from './ask.ts';
import { findChains } from './order-pairs.ts';

type Users = ReadonlyMap<number, User>;

const MOVES_IN_WORDS = 4;

/** What is worth knowing of the pairs that may run. `asks`: the rows of these pairs. */
export function warnPairs(
  pairs: readonly Pair[],
  asks: readonly Ask[],
  users: Users,
  { direction, operation }: { direction: Direction; operation: Operation },
): Warning[] {
  return [
    ...warnDirection(pairs, users, direction),
    ...findChains(pairs).map((chain) => chainInWords(chain, users, operation)),
    ...asks.flatMap((ask) => [...warnInactiveTarget(ask, users), ...warnOtherColumns(ask, users)]),
    ...warnEmailTwins(asks, users),
  ];
}

/** Leavers hand over to those who stay: the other way round in most pairs, the file is probably meant so too (X1). */
function warnDirection(pairs: readonly Pair[], users: Users, direction: Direction): Warning[] {
  const inactiveTargets = pairs.filter((pair) => users.get(pair.target)?.active === false).length;
  const activeSources = pairs.filter((pair) => users.get(pair.source)?.active === true).length;
  if (inactiveTargets * 2 <= pairs.length || activeSources * 2 <= pairs.length) return [];
  const example = pairs[0] ?? { source: 0, target: 0 };
  return [
    makeFinding(
      WHOLE_FILE,
      'direction-suspect',
      `${numberText(inactiveTargets)} of ${countOf(pairs.length, 'target')} are inactive and ${numberText(activeSources)} of the sources active: as it is read now, the data of ${nameOf(users, example.source)} goes INTO ${nameOf(users, example.target)}.`,
      `If it is meant the other way round, choose the other direction: ${direction === 'from-to' ? 'to-from' : 'from-to'}.`,
    ),
  ];
}

function chainInWords(chain: readonly Pair[], users: Users, operation: Operation): Warning {
  const isMerge = operation === 'merge';
  const short = (id: number): string => {
    const user = users.get(id);
    return user === undefined ? String(id) : fullName(user);
  };
  const moves = isMerge ? chain : [...chain].reverse();
  const said = moves.slice(0, MOVES_IN_WORDS).map((pair, index) => {
    const word = index === 0 ? 'first' : 'then';
    const what = isMerge ? `${short(pair.source)} is merged into` : `the data of ${short(pair.source)} moves to`;
    return `${word} ${what} ${short(pair.target)}${pair.line === null ? '' : ` (line ${pair.line})`}`;
  });
  const rest = moves.length - said.length;
  const ids = [...chain.map((pair) => pair.source), chain.at(-1)?.target ?? 0];
  const drawn = ids.slice(0, 6).map((id) => nameOf(users, id));
  if (ids.length > 6) drawn.push(`${numberText(ids.length - 6)} more`);
  const lines = chain.flatMap((pair) => pair.line ?? []).sort((left, right) => left - right);
  return makeFinding(
    { line: lines[0] ?? null, column: null, value: null },
    'chain',
    `A chain on ${listLines(lines)}: ${drawn.join(' → ')}: ${said.join(', ')}${rest > 0 ? `, and so on with ${numberText(rest)} more` : ''}.`,
    isMerge
      ? `Nothing needs doing if that is meant: ${nameOf(users, ids.at(-1) ?? 0)} ends up with what all of them have.`
      : 'Nothing needs doing if that is meant: nobody passes on what they receive.',
  );
}

function warnInactiveTarget(ask: Ask, users: Users): Warning[] {
  const target = users.get(ask.target);
  if (target === undefined || target.active) return [];
  return [
    makeFinding(
      ask.places.target,
      'inactive-target',
      `${nameAndId(target)}, who would receive the data, is inactive.`,
      'Check that this is the person you mean; an inactive target stays inactive.',
    ),
  ];
}

/** Only the id columns count (A35): a name that is not that of the id hints at a wrong or shifted id (A36). */
function warnOtherColumns(ask: Ask, users: Users): Warning[] {
  const { claims, line } = ask.row;
  const user = users.get(ask.places.source.column === 'From User ID' ? ask.source : ask.target);
  if (claims === null || user === undefined || !ask.isFromAsWritten) return [];
  const cells: [column: string, claimed: string | null, held: string][] = [
    ['Email', claims.email, user.email],
    ['First Name', claims.firstName, user.firstName],
    ['Last Name', claims.lastName, user.lastName],
  ];
  const changed = cells.filter(([, claimed, held]) => claimed !== null && unguardFormula(claimed) !== held);
  const [column, value] = changed[0] ?? [];
  if (column === undefined) return [];
  const said = changed.map(([name, claimed]) => `${name} “${cutText(claimed ?? '', 40)}”`).join(', ');
  return [
    makeFinding(
      { line, column, value: value ?? null },
      'other-columns-changed',
      `${otherColumnsStart(user)}${said}.`,
      'Only the two ID columns count. Check that the ID is the one you mean; what the other cells say is not taken over.',
    ),
  ];
}

/** How the warning of a row begins that says something else of `user`; what follows is what the row says. */
export function otherColumnsStart(user: User): string {
  return `From User ID ${user.id} is ${nameAndId(user)} <${user.email}>, but this row says `;
}

/** Two people whose addresses differ in letter case only are easily mistaken for each other (X27). */
function warnEmailTwins(asks: readonly Ask[], users: Users): Warning[] {
  const people = new Map<string, { ask: Ask; user: User }>();
  for (const ask of asks) {
    for (const id of [ask.source, ask.target]) {
      const user = users.get(id);
      if (user !== undefined && user.email !== '') people.set(user.email.toLowerCase(), { ask, user });
    }
  }
  if (people.size === 0) return [];
  return [...users.values()].flatMap((twin) => {
    const found = people.get(twin.email.toLowerCase());
    if (found === undefined || found.user.id === twin.id || found.user.email === twin.email) return [];
    const { ask, user } = found;
    const place = ask.source === user.id ? ask.places.source : ask.places.target;
    return [
      makeFinding(
        place,
        'email-case-twin',
        `${nameAndId(user)} <${user.email}> and ${nameAndId(twin)} <${twin.email}> differ only in capital letters.`,
        'Check that the right one of the two is meant.',
      ),
    ];
  });
}
