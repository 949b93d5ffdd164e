import { describe, expect, test } from 'vitest';
import { derive } from '../../source/merge/derive.ts';
import type { DataRecord } from '../../source/model/record.ts';
import { countsOf, givenInput, givenType, shippedType } from './given.ts';

const certifications = shippedType('course-certifications');
const course = { id: -5, course: 'Fire safety', certification: 'Fire', status: 'completed', completedAt: '2026-05-01' };

/** What becomes of the target's certifications when `arrived` comes over besides the courses it has. */
function certify(target: DataRecord[], arrived: DataRecord[], had: DataRecord[] = []) {
  const derivedFrom = { targetBefore: had, targetAfter: [...had, ...arrived], sourceAfter: [] };
  return derive({ ...givenInput(certifications, [{ id: 9, certification: 'Other' }], target), derivedFrom });
}

describe('certifications by course (C14)', () => {
  test('one that the target lacks is added, with the day of the course', () => {
    const { target, change } = certify([], [course]);
    expect(target).toEqual([
      { id: expect.any(Number), certification: 'Fire', status: 'active', completedAt: '2026-05-01' },
    ]);
    expect(countsOf(change)).toEqual({ derived: 1, skipped: 1 });
  });

  test('one in renewal is renewed and stays the same record', () => {
    const held = { id: 3, certification: 'Fire', status: 'in renewal', completedAt: '2024-05-01', note: 'kept' };
    const { target, change } = certify([held, { id: 4, certification: 'First aid', status: 'in renewal' }], [course]);
    expect(target[0]).toEqual({ ...held, status: 'active', completedAt: '2026-05-01' });
    expect(target[1]).toMatchObject({ status: 'in renewal' });
    expect(countsOf(change)).toEqual({ derived: 1, kept: 1, skipped: 1 });
  });

  test('one that is not due is left', () => {
    const target = [{ id: 3, certification: 'Fire', status: 'active', completedAt: '2025-05-01' }];
    expect(certify(target, [course]).target).toBe(target);
  });

  test('a course not completed, and one that the target had before, give nothing', () => {
    expect(certify([], [{ ...course, status: 'in progress' }]).target).toEqual([]);
    expect(certify([], [], [course]).target).toEqual([]);
  });

  test('two courses for one certification add it once', () => {
    expect(certify([], [course, { ...course, id: -6 }]).target).toHaveLength(1);
  });
});

describe('counts', () => {
  const type = givenType({
    rule: 'derive',
    derive: { from: 'evaluations', where: { state: 'closed' }, method: 'count', field: 'evaluations' },
  });
  const closed = (id: number): DataRecord => ({ id, state: 'closed' });

  test('are counted again for both people where the basis moves', () => {
    const outcome = derive({
      ...givenInput(type, [{ id: 1, evaluations: 2 }], [{ id: 2, evaluations: 1 }]),
      derivedFrom: {
        targetBefore: [closed(5)],
        targetAfter: [closed(5), closed(6), closed(7), { id: 8, state: 'open' }],
        sourceAfter: [],
      },
    });
    expect(outcome.target).toEqual([{ id: 2, evaluations: 3 }]);
    expect(outcome.source).toEqual([{ id: 1, evaluations: 0 }]);
    expect(countsOf(outcome.change)).toEqual({ derived: 1, skipped: 1 });
  });

  test('one of which nothing counted has changed is left as it is, right or not', () => {
    const [held, target] = [[closed(5)], [{ id: 2, evaluations: 7 }]];
    const derivedFrom = { targetBefore: held, targetAfter: held, sourceAfter: [] };
    expect(derive({ ...givenInput(type, [], target), derivedFrom }).target).toBe(target);
  });

  test('a right one is left, and nothing counted makes no record', () => {
    const target = [{ id: 2, evaluations: 1 }];
    const derivedFrom = { targetBefore: [], targetAfter: [closed(5)], sourceAfter: [] };
    expect(derive({ ...givenInput(type, [], target), derivedFrom }).target).toBe(target);
    expect(derive({ ...givenInput(type, [], []), derivedFrom: { ...derivedFrom, targetAfter: [] } }).target).toEqual(
      [],
    );
  });
});
