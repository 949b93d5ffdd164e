import { expect, it } from 'vitest';
import type { Direction } from '../../source/model/pair.ts';
import type { User } from '../../source/model/user.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { fc } from '../helpers/fast-check.ts';
import { person } from './people.ts';

const IDS = [1, 2, 3, 4, 5, 6, 7, 8];
const VIEW = { name: 'North', teams: ['North'], groups: [] };
const LIMIT = 6;

const anyUser = (id: number): fc.Arbitrary<User> =>
  fc
    .record({
      active: fc.boolean(),
      access: fc.constantFrom('user', 'user', 'user', 'user', 'superadmin' as const),
      team: fc.constantFrom('North', 'North', 'North', 'North', 'South'),
    })
    .map(({ active, access, team }) => person(id, { active, access, profile: { Team: team } }));

/** Everybody but 8, whom nobody is. */
const anyUsers = fc.tuple(...IDS.slice(0, -1).map(anyUser));
const anyCell = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...IDS.map(String)) },
  { weight: 3, arbitrary: fc.constantFrom('', ' ', '  2 ') },
  { weight: 1, arbitrary: fc.constantFrom('02', '2.0', '-1', 'x', '\u00a02', '２') },
);
const anyRows = fc.array(fc.tuple(anyCell, anyCell), { maxLength: 9 });
const anyDone = fc.array(fc.tuple(fc.constantFrom(...IDS), fc.constantFrom(...IDS)), { maxLength: 4 });

interface Row {
  line: number;
  from: string;
  to: string;
}

/** The same rules by brute force: every row against every other, every path by trying. Gives "line code column". */
function findProblemsSlowly(rows: Row[], direction: Direction, users: User[], done: string[]): Set<string> {
  const [sourceColumn, targetColumn] = direction === 'from-to' ? ['From', 'To'] : ['To', 'From'];
  const problems = new Set<string>();
  const isId = (cell: string): boolean => /^ *[1-9][0-9]* *$/.test(cell);
  const asking = rows.filter((row) => row.to.split(' ').join('') !== '');
  for (const row of asking) {
    if (!isId(row.from)) problems.add(`${row.line} not-an-id From`);
    if (!isId(row.to)) problems.add(`${row.line} not-an-id To`);
  }
  const links = asking
    .filter((row) => isId(row.from) && isId(row.to))
    .map((row) => {
      const [source, target] = direction === 'from-to' ? [row.from, row.to] : [row.to, row.from];
      return { line: row.line, source: Number(source), target: Number(target) };
    });
  const reaches = (start: number, end: number, allowed: typeof links): boolean =>
    allowed.some(
      (link) =>
        link.source === start &&
        (link.target === end ||
          reaches(
            link.target,
            end,
            allowed.filter((other) => other !== link),
          )),
    );
  for (const [index, link] of links.entries()) {
    const people = { [sourceColumn]: link.source, [targetColumn]: link.target };
    const known = Object.entries(people).map(([column, id]) => ({ column, user: users.find((one) => one.id === id) }));
    for (const { column, user } of known) if (user === undefined) problems.add(`${link.line} unknown-user ${column}`);
    if (known.every(({ user }) => user !== undefined)) {
      for (const { column, user } of known) {
        if (link.source === link.target && column === targetColumn) continue;
        if (user?.access !== 'user') problems.add(`${link.line} privileged-user ${column}`);
        if (user?.profile.Team !== 'North') problems.add(`${link.line} out-of-view ${column}`);
      }
      if (link.source === link.target) problems.add(`${link.line} self-transfer ${targetColumn}`);
      else if (done.includes(`${link.source}:${link.target}`))
        problems.add(`${link.line} already-done ${targetColumn}`);
    }
    if (index === LIMIT) problems.add(`${link.line} over-limit ${targetColumn}`);
    if (link.source === link.target) continue;
    const same = links.find((other) => other.source === link.source && other.target === link.target);
    if (same !== link) {
      problems.add(`${link.line} source-twice ${sourceColumn}`);
      continue;
    }
    const others = links.filter((other) => other.source !== other.target);
    if (others.some((other) => other.source === link.source && other.target !== link.target)) {
      problems.add(`${link.line} source-twice ${sourceColumn}`);
    }
    if (others.some((other) => other.target === link.target && other.source !== link.source)) {
      problems.add(`${link.line} target-twice ${targetColumn}`);
    }
    if (reaches(link.target, link.source, others)) problems.add(`${link.line} cycle ${targetColumn}`);
  }
  return problems;
}

it('finds what brute force finds, in random files', () => {
  fc.assert(
    fc.property(
      anyUsers,
      anyRows,
      anyDone,
      fc.constantFrom<Direction>('from-to', 'to-from'),
      (users, cells, doneIds, direction) => {
        const rows = cells.map(([from, to], index) => ({ line: index + 2, from, to }));
        const done = doneIds.map(([source, target]) => `${source}:${target}`);
        const matched = matchPairs({
          rows: rows.map((row) => ({ ...row, claims: null, ragged: null })),
          direction,
          users: new Map(users.map((user) => [user.id, user])),
          view: VIEW,
          donePairs: new Map(done.map((key) => [key, 'run-1'])),
          limit: LIMIT,
        });
        const found = new Set(
          matched.problems.map(({ line, code, column }) => `${line} ${code} ${column?.split(' ')[0]}`),
        );
        const expected = findProblemsSlowly(rows, direction, users, done);

        // Where rings cross, naming one of them is enough; it must be one, and there must be one wherever there are any.
        const isRing = (entry: string): boolean => entry.includes(' cycle ');
        const isCrossed = [...expected].some((entry) => entry.includes('-twice '));
        if (isCrossed) {
          expect([...expected].filter(isRing)).toEqual(expect.arrayContaining([...found].filter(isRing)));
          expect([...found].some(isRing)).toBe([...expected].some(isRing));
        } else {
          expect([...found].filter(isRing).sort()).toEqual([...expected].filter(isRing).sort());
        }
        const others = (entries: Set<string>): string[] => [...entries].filter((entry) => !isRing(entry)).sort();
        expect(others(found)).toEqual(others(expected));

        // Every row is exactly one of pair, skipped and broken.
        const broken = new Set(matched.problems.map((problem) => problem.line));
        expect(matched.pairs.length + matched.skipped + broken.size).toBe(rows.length);

        // Nobody receives before their own data has moved on.
        for (const [index, pair] of matched.pairs.entries()) {
          expect(matched.pairs.slice(index + 1).every((later) => later.source !== pair.target)).toBe(true);
        }
        expect(matched.problems.map((problem) => problem.line)).toEqual(
          matched.problems.map((problem) => problem.line).sort((left, right) => (left ?? 0) - (right ?? 0)),
        );
      },
    ),
    { numRuns: 2000 },
  );
});
