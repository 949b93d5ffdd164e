import { countOf } from '../model/finding.ts';
import type { User } from '../model/user.ts';
import { findNamesakes, MOST_NAMESAKES, type NameLikeness } from './find-namesakes.ts';
import { suggestDirection } from './suggest-direction.ts';

/** Two accounts that may be one person's. */
export interface Duplicate {
  /** Who is rather merged into whom. */
  source: User;
  target: User;
  /** 1 to 100; 100: certain. */
  score: number;
  /** In words, the weightiest first. */
  reasons: string[];
}

/** How certain a sign makes it, from 0 to 1. */
const CERTAINTY = { email: 0.95, employee: 0.9, same: 0.7, swapped: 0.65, near: [0, 0.5, 0.4] } as const;

/** Who has another employee id is rather another person, even of the same name; of a name that is only near, surely. */
const OTHER_EMPLOYEE = 0.6;

/** What stands in place of an employee ID where there is none. */
const NO_ID = /^(?:[^\p{L}\p{N}]*|0+|n\/?a|none|null|nil|unknown|tb[ad])$/iu;

/** What is less certain is not worth a look. */
const LEAST_SCORE = 30;

interface Sign {
  certainty: number;
  reason: string;
}

/**
 * Accounts that may be one person's, the most certain first: the same e-mail address whatever its case, the same
 * employee id, the same or nearly the same name. Whoever cannot be merged (privileged people, C4, and those who are
 * merged already) is no part of any. What more than four people share says nothing of two of them. Pure; the work grows
 * with the number of people and not with its square.
 * @param ownedBy how many records a person owns, for who is merged into whom
 */
export function findDuplicates(users: readonly User[], ownedBy: (id: number) => number = () => 0): Duplicate[] {
  const eligible = users.filter(({ access, mergedInto }) => access === 'user' && mergedInto === null);
  const found = new Map<string, { one: User; other: User; signs: Sign[] }>();
  const add = (one: User, other: User, sign: Sign) => {
    const key = one.id < other.id ? `${one.id}:${other.id}` : `${other.id}:${one.id}`;
    const known = found.get(key);
    if (known === undefined) found.set(key, { one, other, signs: [sign] });
    else known.signs.push(sign);
  };
  for (const [one, other] of sharing(eligible, ({ email }) => (email.includes('@') ? email : ''))) {
    add(one, other, { certainty: CERTAINTY.email, reason: 'the same e-mail address' });
  }
  for (const [one, other] of sharing(eligible, employeeId)) {
    add(one, other, { certainty: CERTAINTY.employee, reason: `the same employee ID ${employeeId(one)}` });
  }
  for (const likeness of findNamesakes(eligible)) add(likeness.one, likeness.other, signOf(likeness));
  return [...found.values()]
    .map(({ one, other, signs }) => ({ ...suggestDirection(one, other, ownedBy), ...weigh(signs) }))
    .filter(({ score }) => score >= LEAST_SCORE)
    .sort(
      (left, right) => right.score - left.score || left.source.id - right.source.id || left.target.id - right.target.id,
    );
}

/** Every two of the few people who have the same text, whatever its case. */
function* sharing(users: readonly User[], textOf: (user: User) => string): Generator<[User, User]> {
  const groups = Map.groupBy(users, (user) => textOf(user).trim().toLowerCase());
  groups.delete('');
  for (const group of groups.values()) {
    if (group.length > MOST_NAMESAKES) continue;
    for (const [index, one] of group.entries()) for (const other of group.slice(index + 1)) yield [one, other];
  }
}

function employeeId({ profile }: User): string {
  const id = profile['Employee ID'];
  const text = typeof id === 'string' ? id.trim() : '';
  return NO_ID.test(text) ? '' : text;
}

function signOf({ one, other, kind, distance }: NameLikeness): Sign {
  const [own, others] = [employeeId(one).toLowerCase(), employeeId(other).toLowerCase()];
  const isOther = own !== '' && others !== '' && own !== others;
  const likely = kind === 'near' ? (CERTAINTY.near[distance] ?? 0) : CERTAINTY[kind];
  const reason = {
    same: 'the same name',
    swapped: 'first and last name swapped',
    near: `names ${countOf(distance, 'letter')} apart`,
  }[kind];
  if (!isOther) return { certainty: likely, reason };
  return { certainty: kind === 'near' ? 0 : likely * OTHER_EMPLOYEE, reason: `${reason}, but another employee ID` };
}

/** Signs that speak for themselves add up: what one leaves uncertain, the next makes less so. */
function weigh(signs: readonly Sign[]): Pick<Duplicate, 'score' | 'reasons'> {
  const sorted = signs.toSorted((left, right) => right.certainty - left.certainty);
  const doubt = sorted.reduce((rest, { certainty }) => rest * (1 - certainty), 1);
  return { score: Math.round(100 * (1 - doubt)), reasons: sorted.map(({ reason }) => reason) };
}
