import { describe, expect, it } from 'vitest';
import { PAIR_LIMIT } from '../../source/model/pair.ts';
import { type MatchedPairs, type MatchInput, matchPairs } from '../../source/pairs/match-pairs.ts';
import { leaveOut, mendSource, mendTarget, NO_MENDINGS } from '../../source/pairs/mendings.ts';
import type { PairRow } from '../../source/pairs/pair-row.ts';
import { PEOPLE, person } from './people.ts';

type Cells = readonly [from: string | number, to: string | number];

/** Rows as they stand from line 2 on. */
function rowsOf(...cells: Cells[]): PairRow[] {
  return cells.map(([from, to], index) => {
    return { line: index + 2, from: String(from), to: String(to), claims: null, ragged: null };
  });
}

function match(rows: PairRow[], parts: Partial<MatchInput> = {}): MatchedPairs {
  return matchPairs({ rows, direction: 'from-to', users: PEOPLE, view: null, donePairs: new Map(), ...parts });
}

const FROM = 'From User ID';
const TO = 'To User ID';
const VIEW = { name: 'North only', teams: ['North'], groups: [] };

describe('every problem has its line, column, value and code', () => {
  it.each<[string, Cells[], Partial<MatchInput>, [number, string, string, string][]]>([
    ['an unknown source', [[999, 21]], {}, [[2, FROM, '999', 'unknown-user']]],
    ['an unknown target', [[19, 999]], {}, [[2, TO, '999', 'unknown-user']]],
    [
      'both unknown',
      [[998, 999]],
      {},
      [
        [2, FROM, '998', 'unknown-user'],
        [2, TO, '999', 'unknown-user'],
      ],
    ],
    ['oneself', [[19, 19]], {}, [[2, TO, '19', 'self-transfer']]],
    [
      'one source twice',
      [
        [19, 21],
        [19, 22],
      ],
      {},
      [
        [2, FROM, '19', 'source-twice'],
        [3, FROM, '19', 'source-twice'],
      ],
    ],
    [
      'one target twice',
      [
        [19, 21],
        [20, 21],
      ],
      {},
      [
        [2, TO, '21', 'target-twice'],
        [3, TO, '21', 'target-twice'],
      ],
    ],
    [
      'a repeated row',
      [
        [19, 21],
        [20, 22],
        [19, 21],
      ],
      {},
      [[4, FROM, '19', 'source-twice']],
    ],
    [
      'a swap',
      [
        [19, 21],
        [21, 19],
      ],
      {},
      [
        [2, TO, '21', 'cycle'],
        [3, TO, '19', 'cycle'],
      ],
    ],
    [
      'a ring of three',
      [
        [19, 20],
        [20, 21],
        [21, 19],
      ],
      {},
      [
        [2, TO, '20', 'cycle'],
        [3, TO, '21', 'cycle'],
        [4, TO, '19', 'cycle'],
      ],
    ],
    ['a privileged source', [[1, 21]], {}, [[2, FROM, '1', 'privileged-user']]],
    ['a privileged target', [[19, 2]], {}, [[2, TO, '2', 'privileged-user']]],
    ['a source out of view', [[40, 21]], { view: VIEW }, [[2, FROM, '40', 'out-of-view']]],
    ['a target out of view', [[19, 40]], { view: VIEW }, [[2, TO, '40', 'out-of-view']]],
    ['a pair done already', [[19, 21]], { donePairs: new Map([['19:21', 'run-7']]) }, [[2, TO, '21', 'already-done']]],
    [
      'more than the limit',
      [
        [19, 20],
        [21, 22],
        [30, 31],
      ],
      { limit: 2 },
      [[4, TO, '31', 'over-limit']],
    ],
    ['no id in From', [['', 21]], {}, [[2, FROM, '', 'not-an-id']]],
    [
      'no ids at all',
      [['x', 'y']],
      {},
      [
        [2, FROM, 'x', 'not-an-id'],
        [2, TO, 'y', 'not-an-id'],
      ],
    ],
    [
      'several at once',
      [
        [1, 999],
        ['x', 21],
        [19, 19],
      ],
      {},
      [
        [2, TO, '999', 'unknown-user'],
        [3, FROM, 'x', 'not-an-id'],
        [4, TO, '19', 'self-transfer'],
      ],
    ],
    ['the columns the other way round', [[999, 19]], { direction: 'to-from' }, [[2, FROM, '999', 'unknown-user']]],
    [
      'a source twice, the other way round',
      [
        [21, 19],
        [22, 19],
      ],
      { direction: 'to-from' },
      [
        [2, TO, '19', 'source-twice'],
        [3, TO, '19', 'source-twice'],
      ],
    ],
  ])('%s', (_name, cells, parts, expected) => {
    const { problems, pairs } = match(rowsOf(...cells), parts);
    const found = problems.map((problem) => [problem.line, problem.column, problem.value, problem.code]);
    expect(found).toEqual(expected);
    for (const problem of problems) {
      expect(problem.message).toMatch(/\.$/);
      expect(problem.cure).toMatch(/\.$/);
    }
    const broken = new Set(expected.map(([line]) => line));
    expect(pairs.every((pair) => pair.line !== null && !broken.has(pair.line))).toBe(true);
  });

  it('names people and the other lines', () => {
    const twice = match(rowsOf([19, 21], [20, 22], [19, 22]));
    expect(twice.problems.map((problem) => problem.message)).toEqual([
      expect.stringContaining('John Smith (19) is the source of 2 rows: also on line 4'),
      expect.stringContaining('Sam Rodgers (22) is the target of 2 rows: also on line 4'),
      expect.stringContaining('John Smith (19) is the source of 2 rows: also on line 2'),
      expect.stringContaining('Sam Rodgers (22) is the target of 2 rows: also on line 3'),
    ]);
  });

  it('draws a ring and says all of its lines', () => {
    const { problems } = match(rowsOf([19, 21], [20, 22], [21, 19]));
    expect(problems.map((problem) => problem.line)).toEqual([2, 4]);
    expect(problems[0]?.message).toContain('John Smith (19) → Jenny Andrews (21) → John Smith (19) (lines 2 and 4)');
  });

  it('tells how to mend the self-transfer of the illustration (X1)', () => {
    const [problem] = match(rowsOf([19, 19])).problems;
    expect(problem?.message).toContain('John Smith (19)');
    expect(problem?.cure).toContain('From User ID is whose data moves and To User ID is who receives it');
  });

  it('calls a ragged row what it is, and reads no pair out of it', () => {
    const rows = rowsOf([19, 21]).map((row) => ({ ...row, ragged: { cells: 3, expected: 31 } }));
    const { problems, pairs } = match(rows);
    expect(problems).toMatchObject([{ line: 2, code: 'ragged-row', value: '19' }]);
    expect(problems[0]?.message).toContain('3 cells where the heading line has 31');
    expect(pairs).toEqual([]);
  });

  it('skips a ragged row without a To User ID like any other (X10)', () => {
    const rows = rowsOf([27, ''], ['', ' ']).map((row) => ({ ...row, ragged: { cells: 1, expected: 31 } }));
    expect(match(rows)).toEqual({ pairs: [], skipped: 2, problems: [], warnings: [] });
  });

  it('cuts long values and keeps their controls', () => {
    const [problem] = match(rowsOf([`\u001b[31m${'x'.repeat(500)}`, 21])).problems;
    expect(problem?.value).toHaveLength(200);
    expect(problem?.value?.startsWith('\u001b[31m')).toBe(true);
  });
});

describe('rows and pairs', () => {
  it('skips rows without a To User ID, whatever else they hold (X10)', () => {
    const { pairs, skipped, problems } = match(rowsOf([19, ''], ['x', '  '], [20, 22]));
    expect({ pairs, skipped, problems }).toEqual({
      pairs: [{ line: 4, source: 20, target: 22 }],
      skipped: 2,
      problems: [],
    });
  });

  it('reads both readings of the worked example as the same pairs (X1)', () => {
    const wanted = [
      [19, 21],
      [20, 22],
    ];
    const byHeading = match(rowsOf([19, 21], [20, 22], [21, ''], [22, '']));
    const byProcedure = match(rowsOf([19, ''], [20, ''], [21, 19], [22, 20]), { direction: 'to-from' });
    expect(byHeading.pairs.map((pair) => [pair.source, pair.target])).toEqual(wanted);
    expect(byProcedure.pairs.map((pair) => [pair.source, pair.target])).toEqual(wanted);
  });

  it('counts pairs against the limit, not rows (X4)', () => {
    const users = new Map(Array.from({ length: 6000 }, (_, index) => [index + 1, person(index + 1)]));
    const full: Cells[] = Array.from({ length: PAIR_LIMIT }, (_, index) => [index * 2 + 1, index * 2 + 2]);
    const empty: Cells[] = Array.from({ length: 3000 }, () => [5000, '']);
    expect(match(rowsOf(...empty, ...full), { users }).problems).toEqual([]);
    const over = match(rowsOf(...full, [5001, 5002], [5003, 5004]), { users });
    expect(over.problems).toMatchObject([{ code: 'over-limit', line: 2002, value: '5002' }]);
    expect(over.problems[0]?.message).toContain('2,002 pairs');
  });

  it('runs the end of a chain first, and keeps the order of the file otherwise', () => {
    const { pairs } = match(rowsOf([30, 31], [19, 20], [20, 21], [21, 22]));
    expect(pairs.map((pair) => pair.line)).toEqual([2, 5, 4, 3]);
  });

  it('runs the beginning of a chain of merges first, so that its end gets all of it', () => {
    const { pairs } = match(rowsOf([30, 31], [20, 21], [19, 20], [21, 22]), { operation: 'merge' });
    expect(pairs.map((pair) => pair.line)).toEqual([2, 4, 3, 5]);
  });

  it('stays quick and short where every row is wrong', () => {
    const cells: Cells[] = Array.from({ length: 100_000 }, (_, index) => [19, index + 1000]);
    const ring: Cells[] = Array.from({ length: 50_000 }, (_, index) => [index + 1, ((index + 1) % 50_000) + 1]);
    for (const rows of [rowsOf(...cells), rowsOf(...ring)]) {
      const { problems } = match(rows);
      expect(problems.length).toBeGreaterThanOrEqual(rows.length);
      expect(problems.reduce((longest, problem) => Math.max(longest, problem.message.length), 0)).toBeLessThan(600);
    }
  });
});

describe('warnings', () => {
  const codes = (matched: MatchedPairs): [number | null, string][] =>
    matched.warnings.map((warning) => [warning.line, warning.code]);

  it('says a chain in words, the first move first', () => {
    const matched = match(rowsOf([19, 21], [21, 22]));
    expect(codes(matched)).toEqual([[2, 'chain']]);
    expect(matched.warnings[0]?.message).toContain(
      'first the data of Jenny Andrews moves to Sam Rodgers (line 3), then the data of John Smith moves to Jenny Andrews (line 2)',
    );
  });

  it('says a chain of merges in words, the first one first, and who ends up with all of it', () => {
    const { warnings } = match(rowsOf([21, 22], [19, 21]), { operation: 'merge' });
    expect(warnings).toMatchObject([{ code: 'chain', cure: expect.stringContaining('Sam Rodgers (22) ends up with') }]);
    expect(warnings[0]?.message).toContain(
      'first John Smith is merged into Jenny Andrews (line 3), then Jenny Andrews is merged into Sam Rodgers (line 2)',
    );
  });

  it('warns of an inactive target, not of an inactive source (X5)', () => {
    expect(codes(match(rowsOf([30, 31])))).toEqual([[2, 'inactive-target']]);
    expect(codes(match(rowsOf([30, 21])))).toEqual([]);
  });

  it('suspects the direction when most targets are inactive and most sources active', () => {
    const suspect = match(rowsOf([21, 30], [22, 31]));
    expect(codes(suspect)).toEqual([
      [null, 'direction-suspect'],
      [2, 'inactive-target'],
      [3, 'inactive-target'],
    ]);
    expect(suspect.warnings[0]?.message).toContain('the data of Jenny Andrews (21) goes INTO Lee Leaver (30)');
    expect(suspect.warnings[0]?.cure).toContain('choose the other direction: to-from');
    expect(codes(match(rowsOf([21, 30], [22, 31]), { direction: 'to-from' }))).toEqual([]);
    expect(codes(match(rowsOf([21, 30], [19, 22])))).toEqual([[2, 'inactive-target']]);
  });

  it.each<[string, Partial<NonNullable<PairRow['claims']>>, string | null]>([
    ['nothing', {}, null],
    ['the e-mail', { email: 'else@example.com' }, 'Email'],
    ['the first name', { firstName: 'Jon' }, 'First Name'],
    ['the last name', { lastName: '' }, 'Last Name'],
    ['a column that is not there', { email: null, firstName: null, lastName: null }, null],
  ])('warns when another column was changed: %s (A36)', (_name, changed, column) => {
    const claims = { email: 'john.smith@example.com', firstName: 'John', lastName: 'Smith', ...changed };
    const [row] = rowsOf([19, 21]).map((plain) => ({ ...plain, claims }));
    const { warnings } = match(row === undefined ? [] : [row]);
    expect(warnings.map((warning) => [warning.line, warning.code, warning.column])).toEqual(
      column === null ? [] : [[2, 'other-columns-changed', column]],
    );
    if (row === undefined) return;
    const mended = match([row], { mendings: mendSource(NO_MENDINGS, 2, 22) });
    expect(mended.warnings).toEqual([]);
  });

  it('compares a guarded name with the name that it guards', () => {
    const users = new Map(PEOPLE).set(50, person(50, { firstName: '=Eve' }));
    const claims = { email: 'person50@example.com', firstName: "'=Eve", lastName: 'Last50' };
    expect(
      match(
        rowsOf([50, 21]).map((row) => ({ ...row, claims })),
        { users },
      ).warnings,
    ).toEqual([]);
  });

  it('warns of addresses that differ in capital letters only (X27)', () => {
    const users = new Map(PEOPLE).set(50, person(50, { email: 'John.Smith@example.com' }));
    expect(codes(match(rowsOf([19, 21]), { users }))).toEqual([[2, 'email-case-twin']]);
    expect(codes(match(rowsOf([20, 21]), { users }))).toEqual([]);
  });
});

describe('mending in place', () => {
  it('takes the place of what the cells say, in either direction', () => {
    const rows = rowsOf(['x', 21], [20, '']);
    const mendings = mendTarget(mendSource(NO_MENDINGS, 2, 19), 3, 22);
    expect(match(rows, { mendings })).toMatchObject({
      problems: [],
      skipped: 0,
      pairs: [
        { line: 2, source: 19, target: 21 },
        { line: 3, source: 20, target: 22 },
      ],
    });
    const turned = mendTarget(NO_MENDINGS, 2, 19);
    expect(match(rows, { mendings: turned, direction: 'to-from' })).toMatchObject({
      problems: [],
      pairs: [{ line: 2, source: 21, target: 19 }],
    });
  });

  it('leaves a row out, a ragged one too', () => {
    const rows = rowsOf([19, 19], [20, 22]).map((row) => ({ ...row, ragged: { cells: 1, expected: 2 } }));
    const matched = match(rows, { mendings: leaveOut(leaveOut(NO_MENDINGS, 2), 3) });
    expect(matched).toEqual({ pairs: [], skipped: 2, problems: [], warnings: [] });
  });

  it.each(['from-to', 'to-from'] as const)(
    'makes a pair of a ragged row once both people are named, %s',
    (direction) => {
      const rows = rowsOf(['Smith', 'John']).map((row) => ({ ...row, ragged: { cells: 3, expected: 2 } }));
      const half = mendTarget(NO_MENDINGS, 2, 21);
      for (const mendings of [half, mendSource(NO_MENDINGS, 2, 19)]) {
        expect(match(rows, { mendings, direction }).problems).toMatchObject([{ line: 2, code: 'ragged-row' }]);
      }
      expect(match(rows, { mendings: mendSource(half, 2, 19), direction })).toMatchObject({
        pairs: [{ line: 2, source: 19, target: 21 }],
        problems: [],
        skipped: 0,
      });
    },
  );

  it('checks a mended row like any other, and shows the mended value', () => {
    const { problems } = match(rowsOf([19, 21]), { mendings: mendTarget(NO_MENDINGS, 2, 1) });
    expect(problems).toMatchObject([{ line: 2, column: TO, value: '1', code: 'privileged-user' }]);
  });
});
