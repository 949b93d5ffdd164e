import { describe, expect, it } from 'vitest';
import { checkRows, contextOf, person, placesOf, rulesOf } from './given-import.ts';

const [JOHN, JENNY, SAM] = [person(19), person(21), person(22)];
const USERS = [JOHN, JENNY, SAM];
const CONTEXT = contextOf(USERS);
const FIELDS = ['User ID', 'Email', 'Login'] as const;
const kindsOf = ({ rows }: ReturnType<typeof checkRows>) => rows.map(({ kind }) => kind);

describe('addresses that no two people share', () => {
  it('refuses one that stands twice in the file, on each line naming the other', () => {
    const check = checkRows(
      FIELDS,
      [
        ['0', 'new@example.com', ''],
        ['0', 'NEW@example.com', ''],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'Email', 'new@example.com', 'duplicate-email'],
      [3, 'Email', 'NEW@example.com', 'duplicate-email'],
    ]);
    expect(check.problems[0]?.message).toBe('“new@example.com” is on line 3 as well.');
  });

  it('takes two that differ only in letter case for two where it counts', () => {
    const rules = rulesOf({ emailCase: 'kept' });
    const check = checkRows(
      FIELDS,
      [
        ['0', 'new@example.com', ''],
        ['0', 'NEW@example.com', ''],
      ],
      CONTEXT,
      { rules },
    );
    expect(kindsOf(check)).toEqual(['create', 'create']);
    expect(check.warnings.map(({ line, code }) => [line, code])).toEqual([
      [null, 'no-login'],
      [2, 'email-case-twin'],
      [3, 'email-case-twin'],
    ]);
  });

  it('refuses one that somebody of the store keeps, and says who', () => {
    const check = checkRows(FIELDS, [['19', 'Person21@example.com', 'login19']], CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'Email', 'Person21@example.com', 'duplicate-email']]);
    expect(check.problems[0]?.message).toContain('the address of First21 Last21 (21)');
  });

  it('refuses a new person with the address of somebody who is there', () => {
    const check = checkRows(FIELDS, [['0', 'person19@example.com', '']], CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'Email', 'person19@example.com', 'duplicate-email']]);
  });

  it('lets two swap theirs, and one take what another gives up', () => {
    const check = checkRows(
      FIELDS,
      [
        ['19', 'person21@example.com', 'login19'],
        ['21', 'person19@example.com', 'login21'],
        ['0', 'person22@example.com', ''],
        ['22', 'sam@example.com', 'login22'],
      ],
      CONTEXT,
    );
    expect(check.problems).toEqual([]);
    expect(kindsOf(check)).toEqual(['update', 'update', 'create', 'update']);
  });

  it('refuses all who would take what is not given up after all, down the line', () => {
    const check = checkRows(
      [...FIELDS, 'Team'],
      [
        ['0', 'person19@example.com', '', 'North'],
        ['19', 'person21@example.com', 'login19', 'North'],
        ['21', 'person22@example.com', 'login21', 'North'],
        ['22', 'sam@example.com', 'login22', 'Nowhere'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'Email', 'person19@example.com', 'duplicate-email'],
      [3, 'Email', 'person21@example.com', 'duplicate-email'],
      [4, 'Email', 'person22@example.com', 'duplicate-email'],
      [5, 'Team', 'Nowhere', 'unknown-name'],
    ]);
    expect(check.problems[2]?.message).toContain('who keeps it as line 5 has a problem of its own');
  });

  it('gives free no address of a row that is refused for its login, nor a login of one refused for its address', () => {
    const check = checkRows(
      FIELDS,
      [
        ['21', 'new@example.com', 'login22'],
        ['19', 'person21@example.com', 'freed'],
        ['0', 'other@example.com', 'login19'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'Login', 'login22', 'duplicate-login'],
      [3, 'Email', 'person21@example.com', 'duplicate-email'],
      [4, 'Login', 'login19', 'duplicate-login'],
    ]);
  });

  it('refuses ten thousand in a row, each of whom waits for an address or a login of the next', () => {
    const users = Array.from({ length: 10_000 }, (_, index) => person(index + 1));
    const rows = users.map(({ id }) => {
      const [email, login] = [`new${id}@example.com`, `new${id}`];
      if (id === users.length) return [String(id), 'none', login];
      return id % 2 === 0 ? [String(id), `person${id + 1}@example.com`, login] : [String(id), email, `login${id + 1}`];
    });
    expect(checkRows(FIELDS, rows, contextOf(users)).counts).toMatchObject({ problems: 10_000, update: 0 });
  });

  it('says of a row both that its address and that its login is taken', () => {
    const check = checkRows(FIELDS, [['19', 'person21@example.com', 'login22']], CONTEXT);
    expect(placesOf(check).map(([, column, , code]) => [column, code])).toEqual([
      ['Email', 'duplicate-email'],
      ['Login', 'duplicate-login'],
    ]);
  });

  it('lets one change only the letter case of their own', () => {
    const check = checkRows(FIELDS, [['19', 'PERSON19@example.com', 'login19']], CONTEXT);
    expect(kindsOf(check)).toEqual(['update']);
  });

  it('says nothing of two who have the same one already and keep it', () => {
    const twins = [person(1, { email: 'same@example.com' }), person(2, { email: 'same@example.com' })];
    const check = checkRows(
      FIELDS,
      [
        ['1', 'same@example.com', 'a'],
        ['2', 'same@example.com', 'b'],
      ],
      contextOf(twins),
    );
    expect(kindsOf(check)).toEqual(['update', 'update']);
  });

  it('refuses every one of 10,000 rows with the same address', () => {
    const rows = Array.from({ length: 10_000 }, () => ['0', 'same@example.com', '']);
    const check = checkRows(FIELDS, rows, contextOf(USERS, { seats: 5 }));
    expect(check.counts).toMatchObject({ problems: 10_000, create: 0 });
    expect(check.problems).toHaveLength(10_000);
    expect(check.problems[0]?.message).toBe('“same@example.com” is on lines 3, 4, 5, 6, 7 and 9,994 more as well.');
  });
});

describe('logins that no two people share', () => {
  it('refuses one of the store, and one that stands twice', () => {
    const check = checkRows(
      FIELDS,
      [
        ['0', 'a@example.com', 'Login19'],
        ['0', 'b@example.com', 'bee'],
        ['0', 'c@example.com', 'bee'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'Login', 'Login19', 'duplicate-login'],
      [3, 'Login', 'bee', 'duplicate-login'],
      [4, 'Login', 'bee', 'duplicate-login'],
    ]);
  });

  it('refuses one that only looks like another', () => {
    const check = checkRows(FIELDS, [['0', 'a@example.com', 'ｌogin19']], CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'Login', 'ｌogin19', 'duplicate-login']]);
  });

  it('takes any number of people without one', () => {
    const check = checkRows(
      FIELDS,
      [
        ['0', 'a@example.com', ''],
        ['0', 'b@example.com', ''],
      ],
      CONTEXT,
    );
    expect(kindsOf(check)).toEqual(['create', 'create']);
  });
});

describe('seats', () => {
  const SEATED = ['User ID', 'Email', 'Active?'] as const;
  const closed = person(30, { active: false });
  const users = [...USERS, closed];

  it('refuses the rows beyond, in the order of the file, and says how many there are', () => {
    const rows = [
      ['0', 'a@example.com', ''],
      ['30', 'person30@example.com', 'TRUE'],
      ['0', 'c@example.com', 'FALSE'],
      ['0', 'd@example.com', ''],
    ];
    const check = checkRows(SEATED, rows, contextOf(users, { seats: 4 }));
    expect(placesOf(check)).toEqual([
      [3, 'Active?', 'TRUE', 'no-seat-left'],
      [5, 'Active?', '', 'no-seat-left'],
    ]);
    expect(kindsOf(check)).toEqual(['create', 'problem', 'create', 'problem']);
    expect(check.seats).toEqual({ used: 3, after: 4, limit: 4 });
  });

  it('counts the seats that other rows free, wherever they stand', () => {
    const rows = [
      ['0', 'a@example.com', ''],
      ['0', 'b@example.com', ''],
      ['19', 'person19@example.com', 'FALSE'],
    ];
    const check = checkRows(SEATED, rows, contextOf(users, { seats: 3 }));
    expect(placesOf(check)).toEqual([[3, 'Active?', '', 'no-seat-left']]);
    expect(check.seats).toEqual({ used: 3, after: 3, limit: 3 });
  });

  it('frees none by a row with a problem', () => {
    const rows = [
      ['0', 'a@example.com', ''],
      ['19', 'nobody', 'FALSE'],
    ];
    const check = checkRows(SEATED, rows, contextOf(users, { seats: 3 }));
    expect(placesOf(check)).toEqual([
      [2, 'Active?', '', 'no-seat-left'],
      [3, 'Email', 'nobody', 'bad-email'],
    ]);
  });

  it('takes nothing from those who have one, even where there are too few', () => {
    const check = checkRows(['User ID', 'Email'], [['19', 'other@example.com']], contextOf(users, { seats: 1 }));
    expect(kindsOf(check)).toEqual(['update']);
    expect(check.seats).toEqual({ used: 3, after: 3, limit: 1 });
  });

  it('gives no address free that a row without a seat would have given up', () => {
    const rows = [
      ['30', 'moved@example.com', 'TRUE'],
      ['19', 'person30@example.com', ''],
    ];
    const check = checkRows(SEATED, rows, contextOf(users, { seats: 3 }));
    expect(placesOf(check)).toEqual([
      [2, 'Active?', 'TRUE', 'no-seat-left'],
      [3, 'Email', 'person30@example.com', 'duplicate-email'],
    ]);
  });
});
