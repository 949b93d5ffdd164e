import { describe, expect, it } from 'vitest';
import type { User } from '../../../source/model/user.ts';
import { changesOf, checkRows, contextOf, person, placesOf } from './given-import.ts';

const OPEN = person(19);
const CLOSED = person(20, { active: false, profile: { Team: 'North', Deactivated: '2025-01-31' } });

/** The check of one row about `user`, or about somebody new, today being 2 March 2026. */
function checkState(
  user: User | null,
  cells: { deactivated?: string; active?: string },
  blanks: 'keep' | 'erase' = 'keep',
) {
  const { deactivated = '', active = '' } = cells;
  const row = [String(user?.id ?? 0), user?.email ?? 'new@example.com', deactivated, active];
  return checkRows(['User ID', 'Email', 'Deactivated', 'Active?'], [row], contextOf([OPEN, CLOSED]), { blanks });
}

describe('the state of an account that is there', () => {
  it.each<[string, User, Parameters<typeof checkState>[1], Record<string, [unknown, unknown]>, string | undefined]>([
    [
      'closes it by a day that is over',
      OPEN,
      { deactivated: '2026-02-01' },
      { Deactivated: [null, '2026-02-01'], 'Active?': [true, false] },
      'inactive',
    ],
    [
      'closes it by today',
      OPEN,
      { deactivated: '2026-03-02' },
      { Deactivated: [null, '2026-03-02'], 'Active?': [true, false] },
      'inactive',
    ],
    ['closes it by FALSE', OPEN, { active: 'false' }, { 'Active?': [true, false] }, 'inactive'],
    [
      'opens it by 31 December 2999, whose day goes',
      CLOSED,
      { deactivated: '2999-12-31' },
      { Deactivated: ['2025-01-31', null], 'Active?': [false, true] },
      'active',
    ],
    [
      'opens it by that day in another format',
      CLOSED,
      { deactivated: '12/31/2999' },
      { Deactivated: ['2025-01-31', null], 'Active?': [false, true] },
      'active',
    ],
    [
      'opens it by TRUE, and a day that is over goes',
      CLOSED,
      { active: 'TRUE' },
      { Deactivated: ['2025-01-31', null], 'Active?': [false, true] },
      'active',
    ],
    [
      'opens it by TRUE beside the day that it has',
      CLOSED,
      { active: 'TRUE', deactivated: '2025-01-31' },
      { Deactivated: ['2025-01-31', null], 'Active?': [false, true] },
      'active',
    ],
    [
      'changes only the day of a closed one',
      CLOSED,
      { deactivated: '2025-02-01' },
      { Deactivated: ['2025-01-31', '2025-02-01'] },
      undefined,
    ],
    ['leaves it by blanks', CLOSED, {}, {}, undefined],
    ['leaves it by the day that it has', CLOSED, { deactivated: '2025-01-31' }, {}, undefined],
    ['leaves an open one by 31 December 2999', OPEN, { deactivated: '2999-12-31' }, {}, undefined],
  ])('%s', (_what, user, cells, changes, becomes) => {
    const check = checkState(user, cells);
    expect(check.problems).toEqual([]);
    expect(changesOf(check)[2]).toEqual(changes);
    expect(check.rows[0]?.change?.becomes).toBe(becomes);
    expect(check.counts).toMatchObject({
      reactivated: becomes === 'active' ? 1 : 0,
      deactivated: becomes === 'inactive' ? 1 : 0,
    });
  });

  it('notes a later day, and warns that nothing happens on it', () => {
    const check = checkState(OPEN, { deactivated: '2026-12-31' });
    expect(changesOf(check)[2]).toEqual({ Deactivated: [null, '2026-12-31'] });
    expect(check.warnings).toMatchObject([{ line: 2, column: 'Deactivated', code: 'status-kept' }]);
    expect(check.warnings[0]?.cure).toMatch(/deactivates nobody by itself/);
  });

  it('keeps the day of a closed one where a blank erases, and warns of it', () => {
    const check = checkState(CLOSED, {}, 'erase');
    expect(check.rows[0]?.kind).toBe('unchanged');
    expect(check.warnings).toMatchObject([{ line: 2, column: 'Deactivated', code: 'status-kept' }]);
  });

  it('erases the later day of an open one where a blank erases', () => {
    const leaving = person(19, { profile: { Deactivated: '2026-12-31' } });
    const check = checkRows(['User ID', 'Email', 'Deactivated'], [['19', leaving.email, '']], contextOf([leaving]), {
      blanks: 'erase',
    });
    expect(changesOf(check)[2]).toEqual({ Deactivated: ['2026-12-31', null] });
  });

  it('leaves a closed one whose day is 31 December 2999 already, and warns of it', () => {
    const odd = person(19, { active: false, profile: { Deactivated: '2999-12-31' } });
    const check = checkRows(['User ID', 'Email', 'Deactivated'], [['19', odd.email, '31/12/2999']], contextOf([odd]));
    expect(check.rows[0]?.kind).toBe('unchanged');
    expect(check.warnings).toMatchObject([{ line: 2, code: 'status-kept' }]);
  });

  it.each([
    [{ active: 'TRUE', deactivated: '2026-01-01' }, '2026-01-01'],
    [{ active: 'FALSE', deactivated: '2999-12-31' }, '2999-12-31'],
  ])('refuses a row that says both: %o', (cells, day) => {
    expect(placesOf(checkState(OPEN, cells))).toEqual([[2, 'Deactivated', day, 'bad-date']]);
  });

  it('is not said to stay where the row closes the account at once and names a later day', () => {
    const check = checkState(OPEN, { deactivated: '2030-01-01', active: 'FALSE' });
    expect(changesOf(check)[2]).toEqual({ Deactivated: [null, '2030-01-01'], 'Active?': [true, false] });
    expect(check.warnings).toEqual([]);
  });
});

describe('the state of a new account', () => {
  it.each<[string, Parameters<typeof checkState>[1], boolean | undefined]>([
    ['active where nothing is said (D12)', {}, undefined],
    ['active by TRUE', { active: 'TRUE' }, true],
    ['inactive by FALSE', { active: 'FALSE' }, false],
    ['inactive by a day that is over', { deactivated: '2026-01-01' }, false],
    ['active by 31 December 2999', { deactivated: '2999-12-31' }, undefined],
    ['active until a later day', { deactivated: '2026-12-31' }, undefined],
  ])('is %s', (_what, cells, stored) => {
    const check = checkState(null, cells);
    expect(check.rows[0]).toMatchObject({ kind: 'create', change: { kind: 'create', erased: 0 } });
    expect(changesOf(check)[2]?.['Active?']?.[1]).toBe(stored);
    expect(check.seats.after - check.seats.used).toBe(stored === false ? 0 : 1);
    expect(check.counts).toMatchObject({ reactivated: 0, deactivated: 0 });
  });
});
