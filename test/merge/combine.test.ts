import { expect, test } from 'vitest';
import { combine } from '../../source/merge/combine.ts';
import { countsOf, givenInput, givenType, shippedType } from './given.ts';

const badges = givenType({ key: ['badge'] });

test('the target has both sets, the source has nothing left', () => {
  const { source, target, change } = combine(givenInput(givenType(), [{ id: 1 }, { id: 2 }], [{ id: 3 }]));
  expect(source).toEqual([]);
  expect(target.map(({ id }) => id)).toEqual([3, 1, 2]);
  expect(countsOf(change)).toEqual({ combined: 2, kept: 1 });
});

test('a badge that both have is held once, and it is the target’s', () => {
  const source = [
    { id: 1, badge: 'Mentor' },
    { id: 2, badge: 'Night owl' },
  ];
  const { target, change } = combine(givenInput(badges, source, [{ id: 3, badge: 'Mentor' }]));
  expect(target).toEqual([
    { id: 3, badge: 'Mentor' },
    { id: 2, badge: 'Night owl' },
  ]);
  expect(countsOf(change)).toEqual({ combined: 1, deduplicated: 1, kept: 1 });
});

test('records that lack a field of the key, or have it empty, never clash', () => {
  const { target } = combine(givenInput(badges, [{ id: 1, badge: '' }, { id: 2 }], [{ id: 3, badge: '' }, { id: 4 }]));
  expect(target).toHaveLength(4);
});

test('the number 1 and the text "1" are different keys', () => {
  expect(combine(givenInput(badges, [{ id: 1, badge: 1 }], [{ id: 2, badge: '1' }])).target).toHaveLength(2);
});

test('two records of one person never clash with each other', () => {
  const twins = [
    { id: 1, badge: 'Mentor' },
    { id: 2, badge: 'Mentor' },
  ];
  expect(combine(givenInput(badges, twins, [])).change).toMatchObject({ combined: 2, deduplicated: 0 });
});

test('a copy leaves the source as it was and carries its origin under an id of its own', () => {
  const source = [{ id: 7, badge: 'Mentor' }];
  const outcome = combine(givenInput({ ...badges, carry: 'copy' }, source, []));
  expect(outcome.source).toBe(source);
  expect(outcome.target).toEqual([{ id: expect.any(Number), badge: 'Mentor', copiedFrom: 7 }]);
  expect(outcome.target[0]?.id).toBeLessThan(0);
});

test('copying twice adds nothing, even where the copy was edited, and copying back adds nothing', () => {
  const type = { ...badges, carry: 'copy' as const };
  const source = [{ id: 7, badge: 'Mentor' }];
  const once = combine(givenInput(type, source, [])).target.map((record) => ({ ...record, badge: 'Renamed' }));
  expect(combine(givenInput(type, source, once)).target).toBe(once);
  expect(combine(givenInput(type, once, source)).target).toBe(source);
});

test('two targets of one record, and two types, get different ids for it', () => {
  const type = { ...badges, carry: 'copy' as const };
  const input = givenInput(type, [{ id: 7 }], []);
  const ids = [
    combine(input),
    combine({ ...input, targetId: 22 }),
    combine({ ...input, type: { ...type, id: 'other' } }),
  ].map(({ target }) => target[0]?.id);
  expect(new Set(ids).size).toBe(3);
});

test('a hundred thousand copies have as many ids, all of them safe whole numbers', () => {
  const type = givenType({ carry: 'copy' });
  const source = Array.from({ length: 1000 }, (_, index) => ({ id: index + 1 }));
  const ids = new Set<number>();
  for (let targetId = 1; targetId <= 100; targetId++) {
    for (const { id } of combine({ ...givenInput(type, source, []), targetId }).target) ids.add(id);
  }
  expect(ids.size).toBe(100_000);
  expect([...ids].every((id) => Number.isSafeInteger(id) && id < 0)).toBe(true);
});

test('quiz attempts of both are numbered anew by their start, each quiz for itself', () => {
  const source = [
    { id: 1, quiz: 'Privacy', startedAt: '2026-01-03', attempt: 1, grade: 50 },
    { id: 2, quiz: 'Grammar', startedAt: '2026-01-01', attempt: 1, grade: 70 },
  ];
  const target = [
    { id: 3, quiz: 'Privacy', startedAt: '2026-01-02', attempt: 1, grade: 100 },
    { id: 4, quiz: 'Privacy', startedAt: '2026-01-04', attempt: 2, grade: 20 },
  ];
  const merged = combine(givenInput({ ...shippedType('quiz-attempts'), carry: 'move' }, source, target)).target;
  expect(merged.map(({ id, attempt }) => [id, attempt])).toEqual([
    [3, 1],
    [4, 3],
    [1, 2],
    [2, 1],
  ]);
  expect(target[1]?.attempt).toBe(2);
});
