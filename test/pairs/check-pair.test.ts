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

describe('a pair to be merged', () => {
  const MERGE = { ...FREE, operation: 'merge' } as const;

  it.each([
    [
      'somebody privileged, with the reason (C4)',
      person(1, { access: 'superadmin' }),
      person(2),
      'only two regular users can be merged',
    ],
    ['who was merged into somebody else', person(1, { mergedInto: 9 }), person(2), 'was merged into user 9 already'],
    [
      'into somebody who was merged into a third',
      person(1),
      person(2, { mergedInto: 3 }),
      'was merged into user 3 already',
    ],
    [
      'back into whoever was merged into them',
      person(1),
      person(2, { mergedInto: 1 }),
      '(2) was merged into First1 Last1 (1) already',
    ],
  ])('is refused: %s', (_what, source, target, message) => {
    const problems = checkPair(source, target, MERGE);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toContain(message);
  });

  it('says that it was merged, and by which run', () => {
    const donePairs = new Map([['1:2', 'run-9']]);
    const [problem] = checkPair(person(1, { mergedInto: 2 }), person(2), { ...MERGE, donePairs });
    expect(problem?.message).toBe('First1 Last1 (1) was merged into First2 Last2 (2) already, by run run-9.');
  });

  it.each([
    ['back', person(2), person(1), '(1) was merged into First2 Last2 (2) already, and some of that still stands'],
    ['to somebody else', person(1), person(3), 'was merged into user 2 already, and some of that still stands'],
  ])('a merge that was put back in part stands, mark or no mark: %s', (_what, source, target, message) => {
    const [problem, ...others] = checkPair(source, target, { ...MERGE, donePairs: new Map([['1:2', 'run-9']]) });
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'already-done', message: expect.stringContaining(message) });
    expect(problem?.cure).toContain('"handover undo run-9 --pair 1:2"');
  });

  it.each([
    ['whose merge into the same person was put back in part', person(1, { mergedInto: 2 }), person(2), MERGE],
    ['to be transferred, whoever was merged', person(1, { mergedInto: 9 }), person(2, { mergedInto: 1 }), FREE],
  ])('passes: %s', (_what, source, target, context) => {
    expect(checkPair(source, target, context)).toEqual([]);
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
