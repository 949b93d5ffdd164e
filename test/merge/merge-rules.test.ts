import { describe, expect, test } from 'vitest';
import { mergePair } from '../../source/merge/merge-pair.ts';
import { STANDARD_CHOICES, type Taken } from '../../source/model/merge-choices.ts';
import type { DataRecord, RecordsByType } from '../../source/model/record.ts';
import { withImage } from '../../source/model/with-image.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { countsOf, givenPerson, STANDARD } from './given.ts';

interface Given {
  without?: string[];
  courses?: Taken['courses'];
}

/** Merges person 19 into person 21; gives the records of both afterwards and what became of each type in numbers. */
function merge(ofSource: RecordsByType, ofTarget: RecordsByType, { without = [], courses = {} }: Given = {}) {
  const source = givenPerson(19, ofSource);
  const target = givenPerson(21, ofTarget);
  const merged = mergePair({
    source,
    target,
    catalogue: STANDARD,
    operation: 'merge',
    carried: chooseTypes(STANDARD, 'merge', { without }),
    choices: { ...STANDARD_CHOICES, every: { fields: {}, courses } },
  });
  return {
    source: withImage(source, merged.after.source).records,
    target: withImage(target, merged.after.target).records,
    counts: (type: string) => countsOf(merged.changes[type] ?? {}),
    notMoved: (type: string) => merged.notMoved.find((left) => left.type === type),
  };
}

const enrolled = (id: number, course: string, but: Partial<DataRecord> = {}): DataRecord => ({
  ...{ id, course, status: 'enrolled', score: null },
  ...but,
});
const completed = (id: number, course: string, score: number, but: Partial<DataRecord> = {}): DataRecord =>
  enrolled(id, course, { status: 'completed', score, ...but });
const valuesOf = (records: readonly DataRecord[] | undefined, field: string) =>
  (records ?? []).map((record) => record[field]).toSorted();

describe('enrolments (C6, C21)', () => {
  test('in courses 1 and 2 and in 2 and 3 make 1, 2 and 3; the source keeps its own', () => {
    const own = [enrolled(1, '1'), enrolled(2, '2')];
    const { source, target, counts } = merge(
      { 'course-enrolments': own },
      { 'course-enrolments': [enrolled(3, '2'), enrolled(4, '3')] },
    );
    expect(valuesOf(target['course-enrolments'], 'course')).toEqual(['1', '2', '3']);
    expect(source['course-enrolments']).toEqual(own);
    expect(counts('course-enrolments')).toEqual({ combined: 1, deduplicated: 1, kept: 2 });
  });

  test.each([
    ['completed before a higher score', completed(1, 'C', 40), enrolled(2, 'C', { score: 90 }), 40],
    ['the higher score of two completed', completed(1, 'C', 60), completed(2, 'C', 80), 80],
    ['the further one of two in progress', enrolled(1, 'C', { progress: 70, score: 70 }), enrolled(2, 'C'), 70],
  ])('of the same course: %s', (_what, ofSource, ofTarget, score) => {
    const { target } = merge({ 'course-enrolments': [ofSource] }, { 'course-enrolments': [ofTarget] });
    expect(valuesOf(target['course-enrolments'], 'score')).toEqual([score]);
  });

  test('archived ones stay with the source', () => {
    const { target, counts } = merge({ 'course-enrolments': [completed(1, 'C', 99, { archived: true })] }, {});
    expect(target['course-enrolments']).toBeUndefined();
    expect(counts('course-enrolments')).toEqual({ skipped: 1 });
  });

  test.each([
    ['better', completed(2, 'C', 99, { archived: true })],
    ['worse', enrolled(2, 'C', { archived: true })],
  ])('an archived one of the target stays as it is, %s or not, and the source’s comes beside it', (_what, archived) => {
    const { target, counts } = merge(
      { 'course-enrolments': [completed(1, 'C', 50)] },
      { 'course-enrolments': [archived] },
    );
    expect(target['course-enrolments']).toMatchObject([archived, { copiedFrom: 1, score: 50 }]);
    expect(counts('course-enrolments')).toEqual({ combined: 1, kept: 1 });
  });

  const rival = (id: number, score: number, item: string): RecordsByType => ({
    'course-enrolments': [completed(id, 'C', score)],
    'scorm-responses': [{ id: id + 10, course: 'C', item }],
  });
  const better = rival(1, 90, 'of source');
  const worse = rival(2, 20, 'of target');

  test.each([
    ['the better one of the source stands by itself', {}, 90, 'of source'],
    ['the worse one of the target by hand', { C: 'target' }, 20, 'of target'],
    ['the source by hand is no different', { C: 'source' }, 90, 'of source'],
    ['another course by hand is no different', { D: 'target' }, 90, 'of source'],
  ] as const)('%s, and its responses follow it', (_what, courses, score, item) => {
    const { target } = merge(better, worse, { courses });
    expect(valuesOf(target['course-enrolments'], 'score')).toEqual([score]);
    expect(valuesOf(target['scorm-responses'], 'item')).toEqual([item]);
  });

  test('by hand the worse one of the source takes the place of the better one, its responses with it', () => {
    const { target, counts } = merge(worse, better, { courses: { C: 'source' } });
    expect(valuesOf(target['course-enrolments'], 'score')).toEqual([20]);
    expect(valuesOf(target['scorm-responses'], 'item')).toEqual(['of target']);
    expect(counts('course-enrolments')).toEqual({ combined: 1, replaced: 1 });
  });

  test('of a course that only the source has, the target by hand leaves it behind', () => {
    const { target, counts } = merge(
      { 'course-enrolments': [completed(1, 'C', 90), completed(2, 'C', 80)] },
      {},
      { courses: { C: 'target' } },
    );
    expect(target['course-enrolments']).toBeUndefined();
    expect(counts('course-enrolments')).toEqual({ skipped: 2 });
  });
});

test('a course named as something that every object has is a course like any other', () => {
  const { target } = merge({ 'course-enrolments': [completed(1, 'constructor', 90)] }, {});
  expect(valuesOf(target['course-enrolments'], 'course')).toEqual(['constructor']);
});

describe('declined enrolments (X20)', () => {
  const declined = { without: ['course-enrolments'] };

  test('the better one of a course that both have wins all the same; what only the source has stays behind', () => {
    const { target, counts } = merge(
      { 'course-enrolments': [completed(1, 'Both', 90), completed(2, 'Own', 90)] },
      { 'course-enrolments': [enrolled(3, 'Both')] },
      declined,
    );
    expect(target['course-enrolments']).toMatchObject([{ course: 'Both', status: 'completed', score: 90 }]);
    expect(counts('course-enrolments')).toEqual({ combined: 1, replaced: 1, skipped: 1 });
  });

  test('one that the target has archived is none that both have', () => {
    const own = { 'course-enrolments': [enrolled(3, 'C', { archived: true })] };
    const { target, counts } = merge({ 'course-enrolments': [completed(1, 'C', 90)] }, own, declined);
    expect(target).toEqual(own);
    expect(counts('course-enrolments')).toEqual({ skipped: 1, kept: 1 });
  });

  test('a better one that came is counted in the target’s statistics', () => {
    const { target } = merge(
      { 'course-enrolments': [completed(1, 'Both', 90)] },
      { 'course-enrolments': [enrolled(3, 'Both')], 'learning-statistics': [{ id: 4, coursesCompleted: 0 }] },
      declined,
    );
    expect(target['learning-statistics']).toEqual([{ id: 4, coursesCompleted: 1 }]);
  });

  test('responses follow; transactions, certificates and certifications do not come', () => {
    const { target, notMoved } = merge(
      {
        'course-enrolments': [completed(1, 'Both', 90, { certification: 'Safety' })],
        'xapi-responses': [{ id: 2, course: 'Both', item: 'of source' }],
        transactions: [{ id: 3, order: 'A-1' }],
        certificates: [{ id: 4, certificate: 'First aid', score: 80 }],
      },
      { 'course-enrolments': [enrolled(5, 'Both')] },
      declined,
    );
    expect(valuesOf(target['xapi-responses'], 'item')).toEqual(['of source']);
    for (const type of ['transactions', 'certificates', 'course-certifications']) {
      expect(target[type], type).toBeUndefined();
    }
    for (const type of ['transactions', 'certificates']) {
      expect(notMoved(type)?.why, type).toMatch(/only together with "Course enrolments"/);
    }
  });
});

describe('certifications by course (C14)', () => {
  const source = {
    'course-enrolments': [completed(1, 'C', 90, { certification: 'Safety', completedAt: '2026-05-01' })],
  };

  test.each([
    ['lacking: it is added', [], 'active', '2026-05-01', { derived: 1 }],
    [
      'not in renewal: it is left alone',
      [{ status: 'active', completedAt: '2024-01-01' }],
      'active',
      '2024-01-01',
      { kept: 1 },
    ],
    [
      'expired and not in renewal: left alone',
      [{ status: 'expired', completedAt: '2020-01-01' }],
      'expired',
      '2020-01-01',
      { kept: 1 },
    ],
    [
      'in renewal: it is renewed',
      [{ status: 'in renewal', completedAt: '2024-01-01' }],
      'active',
      '2026-05-01',
      { derived: 1 },
    ],
  ])('%s', (_what, held, status, completedAt, counted) => {
    const own = held.map((record, index) => ({ id: 50 + index, certification: 'Safety', ...record }));
    const { target, counts } = merge(source, { 'course-certifications': own });
    expect(target['course-certifications']).toMatchObject([{ certification: 'Safety', status, completedAt }]);
    expect(target['course-certifications']).toHaveLength(1);
    expect(counts('course-certifications')).toEqual(counted);
  });

  test('a course that is not completed, or that lost against the target’s, certifies nothing', () => {
    const begun = { 'course-enrolments': [enrolled(1, 'C', { certification: 'Safety' })] };
    expect(merge(begun, {}).target['course-certifications']).toBeUndefined();
    const better = { 'course-enrolments': [completed(2, 'C', 95)] };
    expect(merge(source, better).target['course-certifications']).toBeUndefined();
  });

  test('those of the source are not carried themselves', () => {
    const { target, counts } = merge({ 'course-certifications': [{ id: 1, certification: 'Old' }] }, {});
    expect(target['course-certifications']).toBeUndefined();
    expect(counts('course-certifications')).toEqual({ skipped: 1 });
  });
});

describe('one record of each, the other data types', () => {
  test.each<[string, string, DataRecord[], DataRecord[], unknown[], Record<string, number>]>([
    [
      'badges: each held once (C7)',
      'badges',
      [
        { id: 1, badge: 'Star' },
        { id: 2, badge: 'Moon' },
      ],
      [{ id: 3, badge: 'Star' }],
      ['Moon', 'Star'],
      { combined: 1, deduplicated: 1, kept: 1 },
    ],
    [
      'rewards shop requests: an order each (C7)',
      'reward-requests',
      [{ id: 1, reward: 'Mug', requestedAt: '2026-01-01' }],
      [{ id: 2, reward: 'Mug', requestedAt: '2026-02-01' }],
      ['Mug', 'Mug'],
      { combined: 1, kept: 1 },
    ],
    [
      'certificates: the best score stays, the other goes (C9)',
      'certificates',
      [{ id: 1, certificate: 'Aid', score: 90 }],
      [{ id: 2, certificate: 'Aid', score: 70 }],
      ['Aid'],
      { combined: 1, replaced: 1 },
    ],
    [
      'certifications from external training: the later expiry (C15)',
      'external-certifications',
      [{ id: 1, certification: 'ISO', expiresOn: '2027-01-01' }],
      [{ id: 2, certification: 'ISO', expiresOn: '2028-01-01' }],
      ['ISO'],
      { deduplicated: 1, kept: 1 },
    ],
    [
      'transactions: every purchase (C11)',
      'transactions',
      [{ id: 1, order: 'A-1' }],
      [{ id: 2, order: 'A-2' }],
      ['A-1', 'A-2'],
      { combined: 1, kept: 1 },
    ],
    [
      'branches: those of both (C12, X22)',
      'branches',
      [
        { id: 1, path: 'L/Asia' },
        { id: 2, path: 'L/Europe' },
      ],
      [{ id: 3, path: 'L/Europe' }],
      ['L/Asia', 'L/Europe'],
      { combined: 1, deduplicated: 1, kept: 1 },
    ],
    [
      'managers: those of the target (C12)',
      'managers',
      [{ id: 1, person: 5 }],
      [{ id: 2, person: 6 }],
      [6],
      { skipped: 1, kept: 1 },
    ],
    [
      'roles: no gain of rights',
      'role-assignments',
      [{ id: 1, role: 'Admin' }],
      [{ id: 2, role: 'Agent' }],
      ['Agent'],
      { skipped: 1, kept: 1 },
    ],
  ])('%s', (_what, type, ofSource, ofTarget, left, counted) => {
    const { source, target, counts } = merge({ [type]: ofSource }, { [type]: ofTarget });
    const [field = ''] = Object.keys(ofSource[0] ?? {}).filter((name) => name !== 'id');
    expect(valuesOf(target[type], field)).toEqual(left);
    expect(source[type]).toEqual(ofSource);
    expect(counts(type)).toEqual(counted);
  });

  test('points add up by leaderboard and coins altogether; the source keeps its own (C7)', () => {
    const own = { points: [{ id: 1, leaderboard: 'A', points: 10 }], coins: [{ id: 2, coins: 5 }] };
    const { source, target } = merge(own, {
      points: [
        { id: 3, leaderboard: 'A', points: 7 },
        { id: 4, leaderboard: 'B', points: 1 },
      ],
      coins: [{ id: 5, coins: 20 }],
    });
    expect(target.points).toMatchObject([
      { leaderboard: 'A', points: 17 },
      { leaderboard: 'B', points: 1 },
    ]);
    expect(target.coins).toMatchObject([{ coins: 25 }]);
    expect(source).toMatchObject(own);
  });

  test('a licence that none of the target’s branches may see is skipped; one that a branch sees comes (C8)', () => {
    const licences = [
      { id: 1, licence: 'Library', branches: ['L/Asia'] },
      { id: 2, licence: 'Lab', branches: ['L/Asia', 'L/Europe'] },
      { id: 3, licence: 'Nowhere', branches: [] },
    ];
    const branches = [{ id: 4, path: 'L/Europe' }];
    const { source, target, counts } = merge({ licences }, { branches });
    expect(valuesOf(target.licences, 'licence')).toEqual(['Lab']);
    expect(source.licences).toEqual(licences);
    expect(counts('licences')).toEqual({ combined: 1, skipped: 2 });
  });

  test('external training comes always (C10), learning plans never, with the reason (C13)', () => {
    const own = {
      'external-training': [{ id: 1, training: 'Rhetoric', provider: 'City', finishedOn: '2026-01-01' }],
      'learning-plan-enrolments': [{ id: 2, plan: 'Onboarding' }],
    };
    expect(() => merge(own, {}, { without: ['external-training'] })).toThrow(/cannot be declined/);
    const { target, notMoved } = merge(own, {});
    expect(valuesOf(target['external-training'], 'training')).toEqual(['Rhetoric']);
    expect(target['learning-plan-enrolments']).toBeUndefined();
    expect(notMoved('learning-plan-enrolments')?.why).toMatch(/cannot be merged/);
  });

  test('work data of a transfer stays, and it says so', () => {
    const { target, notMoved } = merge({ 'agent-schedules': [{ id: 1 }] }, {});
    expect(target['agent-schedules']).toBeUndefined();
    expect(notMoved('agent-schedules')?.why).toMatch(/merge carries learning data/);
  });
});
