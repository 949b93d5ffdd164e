import { describe, expect, it } from 'vitest';
import { checkPair, whyNotPickable } from '../../source/pairs/check-pair.ts';
import { person } from './people.ts';

const FREE = { view: null, donePairs: new Map<string, string>() };
const NORTH = { name: 'North only', teams: ['North'], groups: ['Night'] };

describe('a single pair', () => {
  it('passes, an inactive source too', () => {
    expect(checkPair(person(1, { active: false }), person(2), FREE)).toEqual([]);
  });

  it.each([
    ['privileged-user', person(1, { access: 'superadmin' }), person(2), FREE],
    ['privileged-user', person(1), person(2, { access: 'tenant-administrator' }), FREE],
    ['out-of-view', person(1, { profile: {} }), person(2), { ...FREE, view: NORTH }],
    ['out-of-view', person(1), person(2, { profile: { Team: 'South' } }), { ...FREE, view: NORTH }],
    ['already-done', person(1), person(2), { ...FREE, donePairs: new Map([['1:2', 'run-9']]) }],
    ['self-transfer', person(1), person(1), FREE],
  ])('is refused: %s', (code, source, target, context) => {
    expect(checkPair(source, target, context)).toMatchObject([{ line: null, column: null, code }]);
  });

  it('says all of it at once', () => {
    const problems = checkPair(person(1, { access: 'power-user', profile: {} }), person(2), { ...FREE, view: NORTH });
    expect(problems.map((problem) => problem.code)).toEqual(['privileged-user', 'out-of-view']);
    expect(problems[0]?.message).toContain('First1 Last1 (1) is a power user');
  });

  it('names the run that did it (A56), and lets the way back pass', () => {
    const donePairs = new Map([['1:2', 'run-9']]);
    expect(checkPair(person(1), person(2), { view: null, donePairs })[0]?.message).toContain('run-9');
    expect(checkPair(person(2), person(1), { view: null, donePairs })).toEqual([]);
  });
});

describe('why somebody cannot be picked', () => {
  it.each([
    [person(1), null],
    [person(1, { active: false }), null],
    [person(1, { profile: { Team: 'South', 'Member Group': ['Night'] } }), null],
    [person(1, { access: 'power-user' }), 'is a power user'],
    [person(1, { profile: { Team: 'South' } }), 'is outside your view North only'],
    [person(7), 'is chosen for the other side'],
  ])('%#', (user, reason) => {
    expect(whyNotPickable(user, { view: NORTH }, person(7))).toBe(reason);
  });
});
