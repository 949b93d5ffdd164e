import { describe, expect, it } from 'vitest';
import type { ImportField } from '../../../source/model/import-field.ts';
import type { User } from '../../../source/model/user.ts';
import type { ImportContext } from '../../../source/people/import/import-check.ts';
import { ADMIN, checkRows, contextOf, person, placesOf } from './given-import.ts';

const FLOOR = { name: 'Floor', teams: ['North'], groups: ['Support'] };

/** The check of a row about `user`, or about somebody new, who gets these values. */
function checkChange(
  user: User | null,
  cells: Partial<Record<ImportField, string>>,
  parts: Partial<ImportContext> = {},
) {
  const fields = ['User ID', 'Email', ...Object.keys(cells)] as ImportField[];
  const row = [String(user?.id ?? 0), user?.email ?? 'new@example.com', ...Object.values(cells)];
  return checkRows(fields, [row], contextOf(user === null ? [] : [user], parts));
}

describe('permissions', () => {
  it('imports nobody without "Assign User Roles" (B4)', () => {
    const check = checkChange(person(19), { Rank: '2' }, { operator: { ...ADMIN, permissions: [] } });
    expect(placesOf(check)).toEqual([[null, null, null, 'not-permitted']]);
    expect(check.rows).toEqual([]);
  });

  const UNVIEWED = { operator: { ...ADMIN, permissions: ['assign-user-roles' as const] } };

  it('takes no value of QM Views without "Edit QM Views" (B5)', () => {
    expect(placesOf(checkChange(person(19), { 'QM Views': 'Floor' }, UNVIEWED))).toEqual([
      [2, 'QM Views', 'Floor', 'not-permitted'],
    ]);
    expect(placesOf(checkChange(null, { 'QM Views': 'Floor' }, UNVIEWED))).toEqual([
      [2, 'QM Views', 'Floor', 'not-permitted'],
    ]);
  });

  it('takes no value that the store has already either, and each way out that is told is one', () => {
    const viewer = person(19, { profile: { Team: 'North', 'QM Views': ['Floor'] } });
    const context = contextOf([viewer], UNVIEWED);
    const all = ['User ID', 'Email', 'Rank', 'QM Views'] as const;
    const without = ['User ID', 'Email', 'Rank', 'Team'] as const;
    const cureOf = (...[fields, cells, rules]: [readonly ImportField[], string[], Parameters<typeof checkRows>[3]]) => {
      const check = checkRows(fields, [['19', viewer.email, '3', ...cells]], context, rules);
      return check.problems.map(({ cure }) => cure.slice(0, cure.indexOf(', or ask')));
    };
    const erase = { blanks: 'erase', missing: 'erase' } as const;
    expect(cureOf(all, ['Floor'], erase)).toEqual([expect.stringMatching(/^Leave the column out, .*--missing keep/)]);
    expect(cureOf(without, ['North'], erase)).toEqual([expect.stringMatching(/^Let columns .*--missing keep/)]);
    expect(cureOf(without, ['North'], { ...erase, missing: 'keep' })).toEqual([]);
    expect(cureOf(all, [''], erase)).toEqual([expect.stringMatching(/^Let blank cells .*--blanks keep/)]);
    expect(cureOf(all, [''], { ...erase, blanks: 'keep' })).toEqual([]);
  });

  it('takes none away either, and lets rows without any go', () => {
    const viewer = person(19, { profile: { 'QM Views': ['Floor'] } });
    const fields = ['User ID', 'Email', 'QM Views'] as const;
    const erasing = checkRows(fields, [['19', viewer.email, '']], contextOf([viewer], UNVIEWED), { blanks: 'erase' });
    expect(placesOf(erasing)).toEqual([[2, 'QM Views', '', 'not-permitted']]);
    expect(checkChange(person(19), { 'QM Views': '', Rank: '3' }, UNVIEWED).counts.update).toBe(1);
  });
});

describe('whom an operator may touch', () => {
  it.each(['power-user', 'superadmin', 'tenant-administrator'] as const)(
    'is no %s, unless they are a superadmin',
    (access) => {
      const privileged = person(1, { access });
      expect(placesOf(checkChange(privileged, { Rank: '2' }))).toEqual([[2, 'User ID', '1', 'privileged-user']]);
      const root = person(2, { login: 'admin', access: 'superadmin' });
      const check = checkRows(
        ['User ID', 'Email', 'Rank'],
        [['1', privileged.email, '2']],
        contextOf([privileged, root]),
      );
      expect(check.problems).toEqual([]);
    },
  );

  it.each([
    ['whose account is closed', { active: false }],
    ['whose account is a plain one', { access: 'user' as const }],
  ])('is nobody privileged for an operator %s', (_what, parts) => {
    const privileged = person(1, { access: 'superadmin' });
    const own = person(2, { login: 'admin', access: 'superadmin', ...parts });
    const check = checkRows(['User ID', 'Email', 'Rank'], [['1', privileged.email, '2']], contextOf([privileged, own]));
    expect(placesOf(check)).toEqual([[2, 'User ID', '1', 'privileged-user']]);
  });

  it('is anybody of whom nothing changes', () => {
    const privileged = person(1, { access: 'superadmin', profile: { Team: 'South', Rank: '2' } });
    expect(checkChange(privileged, { Rank: '2' }, { view: FLOOR }).counts).toMatchObject({ unchanged: 1, problems: 0 });
  });

  it('is nobody outside their view (A20), and nobody is put outside it', () => {
    const far = person(19, { profile: { Team: 'South' } });
    expect(placesOf(checkChange(far, { Rank: '2' }, { view: FLOOR }))).toEqual([[2, 'User ID', '19', 'out-of-view']]);
    expect(placesOf(checkChange(person(19), { Team: 'South' }, { view: FLOOR }))).toEqual([
      [2, 'Team', 'South', 'out-of-view'],
    ]);
    expect(placesOf(checkChange(null, { Team: 'South' }, { view: FLOOR }))).toEqual([
      [2, 'Team', 'South', 'out-of-view'],
    ]);
    expect(checkChange(null, { 'Member Group': 'Support' }, { view: FLOOR }).problems).toEqual([]);
  });
});

describe('divisions (D11)', () => {
  const UK = { operator: { ...ADMIN, divisions: ['Lindenhall/Europe'] } };
  const inDivisions = (...Divisions: string[]) => person(19, { profile: { Divisions } });

  it.each<[string, User | null, string, string[]]>([
    ['a new person into their own', null, 'Lindenhall/Europe', []],
    ['a new person into one below', null, 'Lindenhall/Europe/UK', []],
    ['a new person into one above', null, 'Lindenhall', ['Lindenhall']],
    ['a new person into another', null, 'Lindenhall/Asia', ['Lindenhall/Asia']],
    ['somebody who is in none into their own', person(19), 'Lindenhall/Europe', []],
    [
      'somebody of theirs into another as well',
      inDivisions('Lindenhall/Europe'),
      'Lindenhall/Europe;Harbour',
      ['Harbour'],
    ],
    ['somebody of two out of the other', inDivisions('Lindenhall/Europe', 'Harbour'), 'Lindenhall/Europe', ['Harbour']],
    [
      'somebody of two within their own',
      inDivisions('Lindenhall/Europe', 'Harbour'),
      'Lindenhall/Europe/UK;Harbour',
      [],
    ],
    ['somebody of another', inDivisions('Harbour'), 'Lindenhall/Europe', ['Harbour']],
  ])('an operator puts %s', (_what, user, text, refused) => {
    const check = checkChange(user, { Divisions: text }, UK);
    expect(placesOf(check)).toEqual(refused.map((value) => [2, 'Divisions', value, 'out-of-division']));
  });

  it('an operator changes nothing else of somebody of another', () => {
    expect(placesOf(checkChange(inDivisions('Harbour'), { Rank: '2' }, UK))).toEqual([
      [2, 'Divisions', 'Harbour', 'out-of-division'],
    ]);
  });

  it('"Lindenhall/Europe" is not above "Lindenhall/Europeans"', () => {
    const names = { ...contextOf([]).names, divisions: ['Lindenhall/Europeans'] };
    const check = checkChange(null, { Divisions: 'Lindenhall/Europeans' }, { ...UK, names });
    expect(placesOf(check)).toEqual([[2, 'Divisions', 'Lindenhall/Europeans', 'out-of-division']]);
  });
});

describe('rights of their own', () => {
  const OWN = person(7, { login: 'admin', profile: { Team: 'North', Roles: ['Agent'], 'Full Scope': false } });

  it.each<[ImportField, string]>([
    ['Roles', 'Agent;Supervisor'],
    ['QM Views', 'Floor'],
    ['Scope Groups', 'Sales'],
    ['Scope Teams', 'South'],
    ['Full Scope', 'TRUE'],
    ['Divisions', 'Lindenhall'],
  ])('nobody gains in %s', (field, text) => {
    expect(placesOf(checkChange(OWN, { [field]: text }))).toEqual([[2, field, text, 'not-permitted']]);
  });

  it('anybody may lose some, and change the rest of their profile', () => {
    const check = checkChange(
      { ...OWN, profile: { ...OWN.profile, Roles: ['Agent', 'Supervisor'] } },
      { Roles: 'Agent', Rank: '1' },
    );
    expect(check.counts).toMatchObject({ update: 1, problems: 0 });
  });

  it('nobody gets them by way of their login', () => {
    const stranger = person(8, { profile: { Team: 'North', Roles: ['Supervisor'] } });
    expect(placesOf(checkChange(stranger, { Login: 'admin' }))).toEqual([[2, 'Roles', '', 'not-permitted']]);
    expect(placesOf(checkChange(null, { Login: 'admin', Roles: 'Agent' }))).toEqual([
      [2, 'Roles', 'Agent', 'not-permitted'],
    ]);
  });

  it.each(['another', 'ADMIN', ''])('are not made by way of another login: their own does not become %j', (login) => {
    const own = person(50, { login: 'admin' });
    const fields = ['User ID', 'Email', 'Login'] as const;
    const rows = [['50', own.email, login]];
    const check = checkRows(fields, rows, contextOf([own]), { blanks: 'erase' });
    expect(placesOf(check)).toEqual([[2, 'Login', login, 'not-permitted']]);
    expect(check.problems[0]?.message).toContain('nobody changes their own login');
  });

  it.each<[ImportField, string, Partial<User>]>([
    ['Active?', 'FALSE', {}],
    ['Active?', 'TRUE', { active: false, profile: { Deactivated: '2026-01-01' } }],
    ['Deactivated', '2026-01-01', {}],
    ['Deactivated', '2999-12-31', { active: false }],
    ['Deactivated', '2027-01-01', {}],
  ])('nobody opens or closes their own account: %s %s', (field, text, parts) => {
    const check = checkChange(person(50, { login: 'admin', access: 'superadmin', ...parts }), { [field]: text });
    expect(placesOf(check)).toContainEqual([2, field, text, 'not-permitted']);
    expect(check.problems.at(-1)?.message).toContain('nobody activates or deactivates their own account');
    expect(checkChange(person(51, parts), { [field]: text }).problems).toEqual([]);
  });

  it.each(['Admin', 'ADMIN ', 'ａdmin'])('are those of %j too, who is the same to every other system', (login) => {
    expect(placesOf(checkChange(person(50, { login }), { Roles: 'Agent' }))).toEqual([
      [2, 'Roles', 'Agent', 'not-permitted'],
    ]);
    expect(placesOf(checkChange(null, { Login: login, Roles: 'Agent' }))).toContainEqual([
      2,
      'Roles',
      'Agent',
      'not-permitted',
    ]);
  });
});

describe('roles named like an access level', () => {
  const names = { ...contextOf([]).names, roles: ['Agent', 'Tenant Administrator', 'SUPER-ADMIN', 'Power user'] };

  it.each(names.roles.slice(1))('%s is given by a superadmin alone', (role) => {
    const user = person(10, { profile: { Team: 'North', Roles: ['Agent'] } });
    const given = { Roles: `Agent;${role}` };
    expect(placesOf(checkChange(user, given, { names }))).toEqual([[2, 'Roles', role, 'not-permitted']]);
    expect(placesOf(checkChange(null, given, { names }))).toEqual([[2, 'Roles', role, 'not-permitted']]);
    const root = person(2, { login: 'admin', access: 'superadmin' });
    expect(
      checkRows(['User ID', 'Roles', 'Email'], [['10', role, user.email]], contextOf([user, root], { names })).problems,
    ).toEqual([]);
  });

  it('stays with whoever has it', () => {
    const user = person(10, { profile: { Team: 'North', Roles: ['Tenant Administrator'] } });
    expect(checkChange(user, { Roles: 'Tenant Administrator;Agent' }, { names }).problems).toEqual([]);
  });
});

describe('rights that are gained', () => {
  it('are told with the first who gain them, and not those that stay or go', () => {
    const users = [1, 2, 3, 4].map((id) => person(id, { profile: { Team: 'North', Roles: ['Agent', 'Supervisor'] } }));
    const rows = users.map(({ id, email }) => [String(id), email, id === 1 ? 'Agent' : 'Agent;Supervisor', 'TRUE']);
    rows.push(['0', 'new@example.com', 'Agent', '']);
    const { warnings } = checkRows(['User ID', 'Email', 'Roles', 'Full Scope'], rows, contextOf(users));
    expect(warnings).toMatchObject([{ line: null, code: 'rights-gained' }, { code: 'no-login' }]);
    expect(warnings[0]?.message).toMatch(/^By 5 rows .* First1 Last1 \(1\): Full Scope\. First2.*And 2 more rows\.$/);
    const one = checkRows(['User ID', 'Email', 'Roles'], [['0', 'new@example.com', 'Agent']], contextOf([]));
    expect(one.warnings[0]?.message).toContain('Line 2 (new): Roles Agent.');
    expect(checkChange(users[0] ?? null, { Roles: 'Agent' }).warnings).toEqual([]);
  });
});
