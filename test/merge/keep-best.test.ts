import { describe, expect, test } from 'vitest';
import { keepBest } from '../../source/merge/keep-best.ts';
import { keepLatest } from '../../source/merge/keep-latest.ts';
import type { DataType } from '../../source/model/catalogue.ts';
import type { DataRecord } from '../../source/model/record.ts';
import { countsOf, givenInput, shippedType } from './given.ts';

const moved = (id: string): DataType => ({ ...shippedType(id), carry: 'move' });

/** Which of two records of the same thing the target ends up with. */
function winner(type: DataType, source: Record<string, string | number | null>, target: typeof source): string {
  const same = Object.fromEntries(type.key.map((field) => [field, 'the same']));
  const rule = type.rule === 'keep-latest' ? keepLatest : keepBest;
  const { target: left } = rule(givenInput(type, [{ id: 1, ...same, ...source }], [{ id: 2, ...same, ...target }]));
  expect(left).toHaveLength(1);
  return left[0]?.id === 1 ? 'source' : 'target';
}

describe('which of two stays', () => {
  const enrolments = moved('course-enrolments');
  const submissions = moved('assignment-submissions');
  const progress = moved('module-progress');
  const certificates = moved('certificates');
  const external = moved('external-certifications');
  const empty = { status: 'new', contentSince: null };
  const early = { status: 'draft', contentSince: '2026-01-01' };
  const late = { status: 'submitted', contentSince: '2026-02-01' };

  test.each([
    [
      'a completed course before one in progress',
      enrolments,
      { status: 'completed', score: 10 },
      { status: 'in progress', score: 90 },
      'source',
    ],
    [
      'of two completed courses the higher score',
      enrolments,
      { status: 'completed', score: 80 },
      { status: 'completed', score: 90 },
      'target',
    ],
    [
      'a score of 9 is lower than 10',
      enrolments,
      { status: 'completed', score: 9 },
      { status: 'completed', score: 10 },
      'target',
    ],
    [
      'a score before none',
      enrolments,
      { status: 'completed', score: 0 },
      { status: 'completed', score: null },
      'source',
    ],
    [
      'an unknown status comes last',
      enrolments,
      { status: 'strange', score: 90 },
      { status: 'suspended', score: 1 },
      'target',
    ],
    [
      'the target’s where nothing tells them apart',
      enrolments,
      { status: 'completed', score: 80 },
      { status: 'completed', score: 80 },
      'target',
    ],
    ['an empty submission goes for one with content', submissions, empty, late, 'target'],
    ['an empty submission goes for another empty one', submissions, empty, { ...empty, status: 'reopened' }, 'target'],
    ['a submission with content goes before an empty one', submissions, late, empty, 'source'],
    ['of two submissions with content the earlier (source)', submissions, early, late, 'source'],
    ['of two submissions with content the earlier (target)', submissions, late, early, 'target'],
    ['a completed module before a started one', progress, { state: 'completed' }, { state: 'started' }, 'source'],
    ['an unlocked module before a locked one', progress, { state: 'locked' }, { state: 'unlocked' }, 'target'],
    ['the certificate with the highest score', certificates, { score: 91 }, { score: 90 }, 'source'],
    ['the certification that ends later', external, { expiresOn: '2027-01-01' }, { expiresOn: '2026-12-31' }, 'source'],
    ['a certification without an end never ends', external, { expiresOn: null }, { expiresOn: '2099-12-31' }, 'source'],
    ['and stays', external, { expiresOn: '2099-12-31' }, { expiresOn: null }, 'target'],
  ])('%s', (_what, type, source, target, expected) => {
    expect(winner(type, source, target)).toBe(expected);
  });
});

test('enrolments in courses 1 and 2 and in 2 and 3 make 1, 2 and 3', () => {
  const enrolled = (id: number, course: number): DataRecord => ({ id, course, status: 'enrolled' });
  const source = [enrolled(1, 1), enrolled(2, 2)];
  const { target, change } = keepBest(givenInput(moved('course-enrolments'), source, [enrolled(3, 2), enrolled(4, 3)]));
  expect(target.map(({ course }) => course).toSorted()).toEqual([1, 2, 3]);
  expect(countsOf(change)).toEqual({ combined: 1, deduplicated: 1, kept: 2 });
});

test('a quiz grade of 50 and one of 100 leave 100', () => {
  const grade = (id: number, value: number): DataRecord => ({ id, quiz: 'Privacy', grade: value });
  for (const [source, target] of [
    [50, 100],
    [100, 50],
  ] as const) {
    const outcome = keepBest(givenInput(moved('quiz-grades'), [grade(1, source)], [grade(2, target)]));
    expect(outcome.target.map((record) => record.grade)).toEqual([100]);
  }
});

test('of several of one thing a single one is left, whoever had them', () => {
  const score = (id: number, value: number): DataRecord => ({ id, certificate: 'Fire safety', score: value });
  const outcome = keepBest(
    givenInput(moved('certificates'), [score(1, 70), score(2, 95), score(3, 95)], [score(4, 80), score(5, 60)]),
  );
  expect(outcome.target.map(({ id }) => id)).toEqual([2]);
  expect(countsOf(outcome.change)).toEqual({ combined: 1, deduplicated: 2, replaced: 2 });
});

test('what only the target has is left alone', () => {
  const target = [
    { id: 4, certificate: 'First aid', score: 80 },
    { id: 5, certificate: 'First aid', score: 60 },
  ];
  const source = [{ id: 1, certificate: '', score: 99 }];
  expect(keepBest(givenInput(moved('certificates'), source, target)).target).toEqual([...target, ...source]);
});

test('a copy that was made into something else meanwhile is neither lost nor mistaken for a new one', () => {
  const type = shippedType('certificates');
  const source = [{ id: 1, certificate: 'First aid', score: 80 }];
  const once = keepBest(givenInput(type, source, [])).target.map((copy) => ({ ...copy, certificate: 'Fire safety' }));
  const twice = keepBest(givenInput(type, source, once)).target;
  expect(twice.map(({ certificate }) => certificate)).toEqual(['Fire safety', 'First aid']);
  expect(new Set(twice.map(({ id }) => id)).size).toBe(2);
});
