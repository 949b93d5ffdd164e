import { describe, expect, it } from 'vitest';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { checkRows, contextOf, fileOf, mappingOf, person, placesOf } from './given-import.ts';

const PEOPLE = [1, 2, 3, 4, 5, 6, 7, 8].map((id) =>
  person(id, { profile: { Team: 'North', 'Employee ID': `E${id}` } }),
);
const CONTEXT = contextOf(PEOPLE);
const FIELDS = ['User ID', 'Email', 'First Name', 'Last Name', 'Login', 'Employee ID'] as const;

/** What an export says of somebody, but for the ID. */
const cellsOf = (id: number) => [`person${id}@example.com`, `First${id}`, `Last${id}`, `login${id}`, `E${id}`];

describe('User ID slipped by a row', () => {
  const headings = ['From User ID', 'To User ID', ...FIELDS];
  const check = (...rows: string[][]) => checkImport(fileOf(headings, rows), mappingOf(FIELDS), CONTEXT);

  it('is refused where From User ID still says who it was', () => {
    const found = check(['1', '', '2', ...cellsOf(1)], ['2', '', '2', ...cellsOf(2).with(1, 'Zoe')]);
    expect(placesOf(found)).toEqual([
      [2, 'User ID', '2', 'bad-user-id'],
      [2, 'User ID', '2', 'bad-user-id'],
      [3, 'User ID', '2', 'bad-user-id'],
    ]);
    expect(found.problems[1]).toMatchObject({
      message: 'User ID says First2 Last2 (2), and From User ID says First1 Last1 (1).',
      cure: 'Look whether the column User ID has slipped by a row; if it is right, empty From User ID in this row.',
    });
  });

  it.each([
    ['0', '1', 'User ID says somebody new (0), and From User ID says First1 Last1 (1).'],
    ['1', '77', 'User ID says First1 Last1 (1), and From User ID says the ID 77, which nobody has.'],
  ])('is refused for %s beside %s', (said, exported, message) => {
    const found = check([exported, '', said, 'new@example.com', 'New', 'One', 'new', '']);
    expect(found.problems.map((problem) => problem.message)).toEqual([message]);
  });

  it('is not seen where the two agree, or one says nothing', () => {
    const rows = [
      ['1', '', ' 1 ', ...cellsOf(1)],
      ['', '', '2', ...cellsOf(2)],
      ['all', '', '3', ...cellsOf(3)],
    ];
    expect(check(...rows).counts).toMatchObject({ unchanged: 3, problems: 0 });
  });
});

describe('a person who becomes somebody else', () => {
  const check = (...rows: string[][]) => checkRows(FIELDS, rows, CONTEXT);
  const othersOf = (...rows: string[][]) => check(...rows).warnings.filter(({ code }) => code === 'somebody-else');

  it('is told of, counted over the file, before all other warnings', () => {
    const slipped = [2, 3, 4, 5, 6, 7, 8, 1].map((id, index) => [String(index + 1), ...cellsOf(id)]);
    const found = check(...slipped);
    expect(found.problems).toEqual([]);
    expect(found.warnings[0]).toMatchObject({ code: 'somebody-else', line: null });
    expect(found.warnings[0]?.message).toBe(
      'In 8 rows (lines 2, 3, 4, 5, 6 and 3 more) the person becomes somebody else: first and last name change, and the address, the login or the Employee ID with them. This is about First1 Last1 (1) in line 2, First2 Last2 (2) in line 3, First3 Last3 (3) in line 4 and 5 more rows.',
    );
  });

  it('is told of with its line where it is the only one', () => {
    const [only, ...others] = othersOf(['1', 'new@example.com', 'Ruth', 'Rossi', 'login1', 'E1']);
    expect(others).toEqual([]);
    expect(only?.message).toContain('In line 2 a person becomes somebody else');
  });

  it.each([
    ['who marries', ['1', 'ann.new@example.com', 'First1', 'New', 'new', 'E1']],
    ['whose name is mended', ['1', 'person1@example.com', 'Ruth', 'Rossi', 'login1', 'E1']],
    ['whose spelling changes', ['1', 'new@example.com', 'FIRST1', 'Läst1', 'new', 'E1']],
  ])('is nobody %s', (_what, row) => {
    const found = check(row);
    expect(found.counts.update).toBe(1);
    expect(found.warnings).toEqual([]);
  });
});
