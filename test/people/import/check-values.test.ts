import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../source/model/import-field.ts';
import { changesOf, checkRows, contextOf, person, placesOf, rulesOf } from './given-import.ts';

const JOHN = person(19, {
  email: 'john@example.com',
  profile: { Team: 'North', Roles: ['Agent'], Rank: '7', 'Enable Scheduling': true, Activated: '2020-01-02' },
});
const CONTEXT = contextOf([JOHN]);

/** One row about John: these cells under these fields. */
function checkCells(cells: Partial<Record<ImportField, string>>, mapping = {}, context = CONTEXT) {
  const fields = ['User ID', 'Email', ...Object.keys(cells)] as ImportField[];
  return checkRows(fields, [['19', 'john@example.com', ...Object.values(cells)]], context, mapping);
}

describe('values', () => {
  it('tells each that changes, of the store and of the file, as the store keeps it', () => {
    const check = checkCells({
      Team: 'South',
      Roles: 'Agent;Supervisor',
      Activated: '2021-05-06',
      'Full Scope': 'false',
    });
    expect(changesOf(check)[2]).toEqual({
      Team: ['North', 'South'],
      Roles: [['Agent'], ['Agent', 'Supervisor']],
      Activated: ['2020-01-02', '2021-05-06'],
      'Full Scope': [null, false],
    });
    expect(check.rows[0]?.change).toEqual({ kind: 'update', erased: 0 });
  });

  it.each<[string, Partial<Record<ImportField, string>>]>([
    ['the same', { Team: 'North', Roles: 'Agent', Rank: '7' }],
    ['another way to write the same', { 'Enable Scheduling': 'True', Roles: ' Agent ' }],
  ])('tells of nothing where all is %s', (_what, cells) => {
    expect(checkCells(cells).rows[0]).toMatchObject({ kind: 'unchanged', fields: [] });
  });

  it('leaves alone what no column reads as, where the store has it so already', () => {
    const held = person(19, {
      email: 'john@',
      profile: {
        'Display Time Zone': 'Mars/Dome',
        Activated: 'long ago',
        Roles: ['A;B', 'Gone'],
        Team: 'Closed',
        Rank: '{}',
      },
    });
    const cells = ['19', 'john@', 'Mars/Dome', 'long ago', 'A;B;Gone', 'Closed', '{}'];
    const fields = ['User ID', 'Email', 'Display Time Zone', 'Activated', 'Roles', 'Team', 'Rank'] as const;
    expect(checkRows(fields, [cells], contextOf([held])).counts).toMatchObject({ unchanged: 1, problems: 0 });
  });

  it.each<[ImportField, string, string]>([
    ['Activated', '29/02/2023', 'bad-date'],
    ['Activated', '2024-13-01', 'bad-date'],
    ['Activated', '44927', 'bad-date'],
    ['Display Time Zone', 'Europe/Kyiv', 'bad-time-zone'],
    ['Full Scope', 'perhaps', 'bad-boolean'],
    ['Roles', 'Agent;;Supervisor', 'bad-list'],
  ])('refuses %s of “%s”', (field, text, code) => {
    expect(placesOf(checkCells({ [field]: text }))).toEqual([[2, field, text, code]]);
  });

  it('tells all that is wrong with a row at once', () => {
    const check = checkRows(['User ID', 'Email', 'Team', 'Activated'], [['19', 'nobody', 'Nrth', 'x']], CONTEXT);
    expect(placesOf(check)).toEqual([
      [2, 'Activated', 'x', 'bad-date'],
      [2, 'Email', 'nobody', 'bad-email'],
      [2, 'Team', 'Nrth', 'unknown-name'],
    ]);
  });

  it.each<[string, ImportField, string, string, RegExp]>([
    ['a letter that was lost', 'First Name', 'Jos\uFFFD', 'encoding', /letter that was lost/],
    ['a letter in a wrong encoding', 'First Name', 'JosÃ©', 'encoding', /is “José” in a wrong encoding/],
    ['a sign in a wrong encoding', 'Last Name', 'Oâ€™Neil', 'encoding', /is “O’Neil” in a wrong encoding/],
    ['a sign that steers terminals', 'First Name', '\u001b[31mRed', 'unreadable', /U\+001B/],
    ['a sign that turns text round', 'Team', 'htroN\u202e', 'unreadable', /U\+202E/],
    ['a shortened number', 'Employee ID', '1.23457E+11', 'bad-number', /a spreadsheet has shortened/],
  ])('refuses %s', (_what, field, cell, code, says) => {
    const check = checkCells({ [field]: cell });
    expect(placesOf(check)).toEqual([[2, field, cell, code]]);
    expect(check.problems[0]?.message).toMatch(says);
  });

  it.each(['José', 'Ângela', '1E5', 'Strauß', '漢字', 'Ærøskøbing', 'E+12', 'می\u200cخواهم', 'a\nb'])(
    'takes %s for what it is',
    (cell) => {
      expect(checkCells({ 'Last Name': cell }).problems).toEqual([]);
    },
  );

  it.each([
    ['john\u200bsmith', 'U+200B'],
    ['john\nsmith', 'U+000A'],
    ['john\u00adsmith', 'U+00AD'],
  ])('takes no login with a sign that nobody sees: %j', (login, sign) => {
    const check = checkRows(['User ID', 'Email', 'Login'], [['0', 'john@example.com', login]], contextOf([]));
    expect(placesOf(check)).toEqual([[2, 'Login', login, 'unreadable']]);
    expect(check.problems[0]).toMatchObject({
      message: expect.stringContaining(sign),
      cure: expect.stringContaining('“johnsmith”'),
    });
  });

  it('leaves a damaged text that the store has already as it is', () => {
    const damaged = contextOf([{ ...JOHN, firstName: 'JosÃ©', lastName: 'Jos\uFFFD' }]);
    const check = checkCells({ 'First Name': 'JosÃ©', 'Last Name': 'Jos\uFFFD' }, {}, damaged);
    expect(check.rows[0]?.kind).toBe('unchanged');
  });

  it('warns of zeros in front that are lost, once for each column', () => {
    const coded = person(21, { profile: { 'ACD ID': '0042', 'Employee ID': '007' } });
    const fields = ['User ID', 'Email', 'ACD ID', 'Employee ID'] as const;
    const check = checkRows(fields, [['21', 'person21@example.com', '42', '8']], contextOf([coded]));
    expect(check.warnings).toMatchObject([{ line: 2, column: 'ACD ID', value: '42', code: 'zeros-lost' }]);
    expect(check.warnings[0]?.message).toContain('“0042” that becomes “42”');
  });
});

describe('blank cells and missing columns', () => {
  it('keeps what is there, if that is the policy', () => {
    expect(checkCells({ Team: '', Rank: ' ' }).counts).toMatchObject({ unchanged: 1, erasedValues: 0 });
  });

  it('erases what is there, if that is the policy, and counts it by column', () => {
    const check = checkCells({ Team: '', Locale: '' }, { blanks: 'erase' });
    expect(changesOf(check)[2]).toEqual({ Team: ['North', null] });
    expect(check.rows[0]?.change).toEqual({ kind: 'update', erased: 1 });
    expect(check.counts.erasedValues).toBe(1);
    expect(check.warnings).toMatchObject([
      { line: null, code: 'values-erased', message: '1 value is erased: Team 1.' },
    ]);
  });

  it('erases what has no column, if that is the policy; never whom the row is about, what is required, or the state', () => {
    const held = person(19, { active: false, profile: { Team: 'North', Rank: '7', Divisions: ['Lindenhall'] } });
    const fields = ['User ID', 'Email', 'Rank'] as const;
    const check = checkRows(fields, [['19', held.email, '7']], contextOf([held]), { missing: 'erase' });
    expect(changesOf(check)[2]).toEqual({
      'First Name': ['First19', null],
      'Last Name': ['Last19', null],
      Login: ['login19', null],
      Team: ['North', null],
    });
    expect(check.counts.erasedValues).toBe(4);
  });

  it('never erases a required value: its blank is a problem', () => {
    const fields = ['User ID', 'Email', 'First Name'] as const;
    const rules = rulesOf({ required: ['Email', 'First Name'] });
    const check = checkRows(fields, [['19', '', ' ']], CONTEXT, { blanks: 'erase', missing: 'erase', rules });
    expect(placesOf(check)).toEqual([
      [2, 'Email', '', 'required'],
      [2, 'First Name', ' ', 'required'],
    ]);
  });

  it('erases nothing of somebody new', () => {
    const check = checkRows(['User ID', 'Email', 'Team'], [['0', 'new@example.com', '']], CONTEXT, {
      blanks: 'erase',
      missing: 'erase',
    });
    expect(check.counts).toMatchObject({ create: 1, erasedValues: 0 });
    expect(check.warnings).toMatchObject([{ code: 'no-login' }]);
  });

  it.each(['', '  '])('lets a required cell be empty where the store has %j and nothing else changes', (firstName) => {
    const rules = rulesOf({ required: ['Email', 'First Name'] });
    const nameless = contextOf([{ ...JOHN, firstName }]);
    const same = checkCells({ 'First Name': '', Team: 'North' }, { rules }, nameless);
    expect(same.rows[0]?.kind).toBe('unchanged');
    expect(same.problems).toEqual([]);
    const changed = checkCells({ 'First Name': '', Team: 'South' }, { rules }, nameless);
    expect(placesOf(changed)).toEqual([[2, 'First Name', '', 'required']]);
  });

  it('leaves nobody without both an address and a login who has one', () => {
    const rules = rulesOf({ required: [] });
    const check = checkRows(['User ID', 'Rank'], [['19', '8']], CONTEXT, { rules, missing: 'erase' });
    expect(placesOf(check)).toEqual([[2, 'Email', '', 'required']]);
    const unnamed = contextOf([{ ...JOHN, email: '', login: '' }]);
    expect(checkRows(['User ID', 'Rank'], [['19', '8']], unnamed, { rules }).problems).toEqual([]);
  });
});

describe('addresses', () => {
  it.each([
    ['john', /no @/],
    ['@example.com', /nothing stands before/],
    ['john@', /nothing stands behind/],
    [' john@example.com', /spaces/],
    ['john@example.com ', /spaces/],
    ['john@example．com', /full-width/],
    ['ｊohn@example.com', /full-width/],
    ['jo\u200Bhn@example.com', /invisible/],
    ['a..b@example.com', /two dots/],
    ['.a@example.com', /a dot stands/],
    ['a@example..com', /two dots/],
    ['a@-example.com', /mail server/],
    ['a b@example.com', /space/],
    ['a@b@example.com', /more than one @/],
    ['John <john@example.com>', /a name as well/],
    ['a@example.com;b@example.com', /several/],
    [`${'a'.repeat(65)}@example.com`, /64/],
    [`a@${'b.'.repeat(130)}com`, /254/],
  ])('refuses “%s”', (email, words) => {
    const check = checkRows(['User ID', 'Email'], [['19', email]], CONTEXT);
    expect(check.problems).toMatchObject([{ line: 2, column: 'Email', code: 'bad-email' }]);
    expect(`${check.problems[0]?.message} ${check.problems[0]?.cure}`).toMatch(words);
  });

  it.each(['ø@example.com', "o'brien+tag@mail.example.com", '"a b"@example.com', 'a@bücher.example', 'a@company'])(
    'takes “%s”',
    (email) => {
      expect(checkRows(['User ID', 'Email'], [['19', email]], CONTEXT).problems).toEqual([]);
    },
  );

  it.each(["o'brien@example.com", 'a+b@example.com', 'ø@example.com', '"a"@example.com'])(
    'refuses “%s” where only plain characters may stand before the @ (X26)',
    (email) => {
      const rules = rulesOf({ emailCharacters: 'plain' });
      const check = checkRows(['User ID', 'Email'], [['19', email]], CONTEXT, { rules });
      expect(placesOf(check)).toEqual([[2, 'Email', email, 'bad-email']]);
    },
  );

  it('tells how many new or changed ones get mail, where the system sends any (B12)', () => {
    const rows = [
      ['19', 'other@example.com'],
      ['0', 'new@example.com'],
    ];
    const { warnings } = checkRows(['User ID', 'Email'], rows, contextOf([JOHN], { sendsActivationMail: true }));
    const mail = expect.stringMatching(/^2 addresses/);
    expect(warnings).toMatchObject([
      { code: 'no-login' },
      { line: null, column: 'Email', code: 'smtp', message: mail },
    ]);
    expect(checkRows(['User ID', 'Email'], rows, CONTEXT).warnings).toMatchObject([{ code: 'no-login' }]);
  });
});

describe('names that must exist', () => {
  it('tells which divisions there are', () => {
    const check = checkRows(['User ID', 'Email', 'Divisions'], [['0', 'new@example.com', 'Zzz']], CONTEXT);
    expect(check.problems[0]?.cure).toMatch(/parted by "\/": Lindenhall, Harbour, Lindenhall\/Europe, .*\.$/);
  });

  it.each<[ImportField, string, string, RegExp]>([
    ['Roles', 'agent', 'unknown-role', /capital and small letters count.*Write Agent/],
    ['Roles', 'Agnet', 'unknown-role', /Write Agent/],
    ['Team', 'Nroth', 'unknown-name', /team.*Write North/],
    ['Scope Teams', 'East', 'unknown-name', /team/],
    ['Member Group', 'Suport', 'unknown-name', /group.*Write Support/],
    ['Scope Groups', 'Care', 'unknown-name', /Support, Sales/],
    ['QM Views', 'floor', 'unknown-name', /view.*Write Floor/],
    ['Divisions', 'Europe/UK', 'unknown-division', /from its root.*Write Lindenhall\/Europe\/UK\./],
    [
      'Divisions',
      'Departments/Lindenhall/Europe',
      'unknown-division',
      /group, Departments.*Write Lindenhall\/Europe\./,
    ],
    ['Divisions', 'Lindenhall/Eurpoe', 'unknown-division', /Write Lindenhall\/Europe if/],
    ['Divisions', 'lindenhall', 'unknown-division', /capital and small letters/],
    ['Divisions', 'Lindenhall//Asia', 'unknown-division', /stray slash.*Write Lindenhall\/Asia\./],
    ['Divisions', 'Moon', 'unknown-division', /from the root on/],
  ])('refuses %s of “%s”', (field, text, code, words) => {
    const check = checkCells({ [field]: text });
    expect(placesOf(check)).toEqual([[2, field, text, code]]);
    expect(`${check.problems[0]?.message} ${check.problems[0]?.cure}`).toMatch(words);
  });

  it('names the one entry of a list that is wrong', () => {
    expect(placesOf(checkCells({ Roles: 'Agent;Boss' }))).toEqual([[2, 'Roles', 'Boss', 'unknown-role']]);
  });
});
