import { describe, expect, it } from 'vitest';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { changesOf, checkRows, contextOf, fileOf, mappingOf, person, placesOf, rulesOf } from './given-import.ts';

const JOHN = person(19, { firstName: 'John', lastName: 'Smith', email: 'john@example.com' });
const JENNY = person(21, { firstName: 'Jenny', lastName: 'Andrews', email: 'jenny@example.com' });
const CONTEXT = contextOf([JOHN, JENNY]);
const BY_ID = ['User ID', 'Email', 'First Name'] as const;
const BY_EMAIL = ['Email', 'First Name'] as const;

describe('whom a row is about, by its user ID', () => {
  it('is the person with that ID, and 0 is somebody new', () => {
    const { rows, counts } = checkRows(
      BY_ID,
      [
        ['19', 'john@example.com', 'Johnny'],
        ['0', 'new@example.com', 'New'],
        [' 21 ', 'jenny@example.com', 'Jenny'],
      ],
      CONTEXT,
    );
    expect(rows.map(({ line, kind, person: id, name }) => [line, kind, id, name])).toEqual([
      [2, 'update', 19, 'John Smith'],
      [3, 'create', 22, 'New'],
      [4, 'unchanged', 21, 'Jenny Andrews'],
    ]);
    expect(counts).toMatchObject({ create: 1, update: 1, unchanged: 1, problems: 0 });
  });

  it.each([
    ['a blank one', '', 'bad-user-id', /Write 0 for a new person/],
    ['an unknown one', '999', 'unknown-user', /Nobody has the user ID 999/],
    ['leading zeros', '019', 'bad-user-id', /Write 19/],
    ['scientific notation', '1.9E+01', 'bad-user-id', /written 19 in scientific notation/],
    ['decimals', '19.0', 'bad-user-id', /no decimals/],
    ['zeros that are no 0', '0.0', 'bad-user-id', /Write 0 if this is a new person/],
    ['an address', 'john@example.com', 'bad-user-id', /number from a fresh export/],
    ['full-width digits', '１９', 'bad-user-id', /plain digits/],
  ])('refuses %s', (_what, id, code, words) => {
    const check = checkRows(BY_ID, [[id, 'x@example.com', 'X']], CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'User ID', id, code]]);
    expect(`${check.problems[0]?.message} ${check.problems[0]?.cure}`).toMatch(words);
    expect(check.rows[0]).toMatchObject({ kind: 'problem', fields: [], change: null });
  });

  it('refuses the same person twice, on each line naming the other', () => {
    const check = checkRows(
      BY_ID,
      [
        ['19', 'john@example.com', 'A'],
        ['21', 'jenny@example.com', 'B'],
        ['19', 'john@example.com', 'C'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'User ID', '19', 'bad-user-id'],
      [4, 'User ID', '19', 'bad-user-id'],
    ]);
    expect(check.problems.map(({ message }) => message)).toEqual([
      'John Smith (19) is on line 4 as well.',
      'John Smith (19) is on line 2 as well.',
    ]);
  });
});

describe('somebody new', () => {
  it('needs an address or a login', () => {
    const rules = rulesOf({ required: [] });
    const fields = ['User ID', 'Email', 'Login', 'Team'] as const;
    const rows = [
      ['0', '', '', 'North'],
      ['0', '', 'only-login', 'North'],
      ['0', 'only@example.com', '', 'North'],
    ];
    expect(placesOf(checkRows(fields, rows, CONTEXT, { rules }))).toEqual([[2, 'Email', '', 'required']]);
  });
});

describe('whom a row is about, by its address', () => {
  it('is whose address it is, whatever the letter case, else somebody new', () => {
    const check = checkRows(
      BY_EMAIL,
      [
        ['JENNY@example.com', 'Jen'],
        ['new@example.com', 'New'],
      ],
      CONTEXT,
    );
    expect(check.rows.map(({ kind, person: id }) => [kind, id])).toEqual([
      ['update', 21],
      ['create', 22],
    ]);
    expect(changesOf(check)[2]).toEqual({
      Email: ['jenny@example.com', 'JENNY@example.com'],
      'First Name': ['Jenny', 'Jen'],
    });
  });

  it('is nobody else where letter case counts, of which it warns', () => {
    const check = checkRows(BY_EMAIL, [['JENNY@example.com', 'Jen']], CONTEXT, {
      rules: rulesOf({ emailCase: 'kept' }),
    });
    expect(check.rows[0]).toMatchObject({ kind: 'create', person: 22 });
    expect(check.warnings).toMatchObject([{ code: 'no-login' }, { line: 2, column: 'Email', code: 'email-case-twin' }]);
    expect(check.warnings[1]?.message).toContain('Jenny Andrews (21)');
  });

  it('is refused where two people have that address', () => {
    const twin = person(30, { email: 'john@example.com' });
    const check = checkRows(BY_EMAIL, [['john@example.com', 'X']], contextOf([JOHN, twin]));
    expect(placesOf(check)).toEqual([[2, 'Email', 'john@example.com', 'duplicate-email']]);
  });

  it('is refused where it stands twice, each person being one row', () => {
    const check = checkRows(
      BY_EMAIL,
      [
        ['john@example.com', 'A'],
        ['John@example.com', 'John'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([
      [2, 'Email', 'john@example.com', 'duplicate-email'],
      [3, 'Email', 'John@example.com', 'duplicate-email'],
    ]);
  });
});

describe('rows of an export without the column User ID', () => {
  const headings = ['From User ID', 'To User ID', 'Email', 'First Name', 'Last Name'];
  const fields = ['Email', 'First Name', 'Last Name'] as const;
  const check = (row: readonly string[]) => checkImport(fileOf(headings, [row]), mappingOf(fields), CONTEXT);

  describe('of people without an address', () => {
    const bare = person(19, { email: '', login: '' });
    const named = person(20, { email: '', login: 'ann' });
    const context = contextOf([bare, named, person(21)]);
    const heads = ['From User ID', 'To User ID', 'Email', 'Login', 'Locale'];
    const rules = rulesOf({ required: ['Login', 'Email'] });
    const checkThese = (...rows: string[][]) =>
      checkImport(fileOf(heads, rows), mappingOf(['Email', 'Login', 'Locale'], { rules }), context);

    it('are about whom they say, and unchanged where all is as it was', () => {
      const found = checkThese(
        ['21', '', person(21).email, person(21).login, ''],
        ['19', '', '', '', ''],
        ['20', '', '', 'ann', ''],
      );
      expect(found.problems).toEqual([]);
      expect(found.rows.map(({ kind, person: id }) => [kind, id])).toEqual([
        ['unchanged', 21],
        ['unchanged', 19],
        ['unchanged', 20],
      ]);
    });

    it('still need what is required where anything of them changes', () => {
      expect(placesOf(checkThese(['20', '', '', 'ann', 'de']))).toEqual([[2, 'Email', '', 'required']]);
    });

    it('are about nobody who has one, nor about one person twice', () => {
      expect(placesOf(checkThese(['21', '', '', 'new', '']))).toEqual([[2, 'Email', '', 'required']]);
      const twice = checkThese(['20', '', '', 'ann', ''], ['20', '', '', 'ann', '']);
      expect(twice.counts).toMatchObject({ problems: 2 });
      expect(twice.problems[0]?.message).toContain('(20) is on line 3 as well');
    });
  });

  it('make nobody new of somebody whose address was changed', () => {
    const found = check(['19', '', 'john.new@example.com', 'John', 'Smith']);
    expect(placesOf(found)).toEqual([[2, 'Email', 'john.new@example.com', 'bad-user-id']]);
    expect(found.problems[0]?.message).toBe(
      'By From User ID this is John Smith (19), and by the address somebody new.',
    );
  });

  it('change nobody else, whose address stands there', () => {
    const found = check(['21', '', 'john@example.com', 'Johnny', 'Smith']);
    expect(placesOf(found)).toEqual([[2, 'Email', 'john@example.com', 'bad-user-id']]);
    expect(found.problems[0]?.message).toMatch(
      /^By From User ID this is .* \(21\), and by the address John Smith \(19\)\.$/,
    );
  });

  it.each([
    ['somebody else of another store', ['19', '', 'ada@example.com', 'Ada', 'Smith'], 'create'],
    ['an ID that nobody has', ['999', '', 'john.new@example.com', 'John', 'Smith'], 'create'],
    ['the same address', ['19', '', 'john@example.com', 'Johnny', 'Smith'], 'update'],
  ])('are taken as they are with %s', (_what, row, kind) => {
    expect(check(row).rows[0]?.kind).toBe(kind);
  });
});

describe('rows that are no people', () => {
  it('skips blank ones, and spaces are blank', () => {
    const check = checkRows(
      BY_ID,
      [
        ['', '', ''],
        [' ', '\t', ''],
      ],
      CONTEXT,
    );
    expect(check.counts).toMatchObject({ skipped: 2, problems: 0 });
    expect(check.rows.map(({ kind }) => kind)).toEqual(['skipped', 'skipped']);
  });

  it('refuses a row that goes on about the person above it, as data of several levels (D4)', () => {
    const fields = ['User ID', 'Email', 'Team', 'Rank'] as const;
    const check = checkRows(
      fields,
      [
        ['19', 'john@example.com', 'South', '1'],
        ['', '', '', '7'],
      ],
      CONTEXT,
    );
    expect(placesOf(check)).toEqual([[3, 'Rank', '7', 'multi-level']]);
    expect(check.rows[0]?.kind).toBe('update');
  });

  it.each(['[{"review": 1}]', '{"a": {"b": 2}}'])('refuses a cell with a table of its own: %s', (cell) => {
    const check = checkRows(['User ID', 'Email', 'Rank'], [['19', 'john@example.com', cell]], CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'Rank', cell, 'multi-level']]);
  });

  it.each(['[North]', '{x}', '[', '(a)'])('takes a cell that only looks like it: %s', (cell) => {
    const check = checkRows(['User ID', 'Email', 'Rank'], [['19', 'john@example.com', cell]], CONTEXT);
    expect(check.problems).toEqual([]);
  });

  it('refuses a row with too few or too many cells, and reads nothing of it', () => {
    const file = fileOf(BY_ID, [['19', 'other@example.com', 'X']]);
    const ragged = { ...file, rows: file.rows.map((row) => ({ ...row, ragged: 5 })) };
    const check = checkImport(ragged, mappingOf(BY_ID), CONTEXT);
    expect(placesOf(check)).toEqual([[2, 'Email', 'other@example.com', 'ragged-row']]);
    expect(check.problems[0]?.message).toBe('The row has 5 cells, and the heading line 3.');
  });
});
