import { expect, test } from 'vitest';
import { compareEnrolments } from '../../source/merge/compare-enrolments.ts';
import { mergePair } from '../../source/merge/merge-pair.ts';
import { type MergeChoices, STANDARD_CHOICES } from '../../source/model/merge-choices.ts';
import type { DataRecord } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';
import { fc } from '../helpers/fast-check.ts';
import { STANDARD } from './given.ts';

const ENROLMENTS = 'course-enrolments';

function person(id: number, courses: readonly Partial<DataRecord>[]): Person {
  const enrolments = courses.map((course, index) => ({ id: id * 100 + index, ...course }));
  const records = enrolments.length > 0 ? { [ENROLMENTS]: enrolments } : {};
  const names = { login: `user${id}`, email: '', firstName: '', lastName: '' };
  return { id, ...names, active: true, access: 'user', profile: {}, mergedInto: null, records };
}

function compare(
  source: readonly Partial<DataRecord>[],
  target: readonly Partial<DataRecord>[],
  { courses = {}, isMerged = true }: { courses?: Record<string, 'source' | 'target'>; isMerged?: boolean } = {},
) {
  const people = { source: person(1, source), target: person(2, target) };
  const choices: MergeChoices = { ...STANDARD_CHOICES, byPair: { '1:2': { fields: {}, courses } } };
  const carried = new Set(isMerged ? [ENROLMENTS] : []);
  const rows = compareEnrolments({ ...people, catalogue: STANDARD, carried, choices });
  const { after } = mergePair({ ...people, catalogue: STANDARD, operation: 'merge', carried, choices });
  return { rows, people, settled: after.target.records[ENROLMENTS] ?? people.target.records[ENROLMENTS] ?? [] };
}

const completed = { status: 'completed', score: 70 };
const enrolled = { status: 'enrolled', score: 90 };

test.each([
  ['the more completed one', [completed], [enrolled], 'source', '"completed" comes before "enrolled"'],
  ['then the higher score', [completed], [{ ...completed, score: 80 }], 'target', 'score counts: 80 against 70'],
  ['of two equal ones the target’s', [completed], [completed], 'target', 'equally good'],
  ['one that only the source has', [completed], [], 'source', 'the target gets it, too'],
  ['one that only the target has', [], [completed], 'target', 'Only the target is enrolled'],
  [
    'the source’s beside an archived one',
    [enrolled],
    [{ ...completed, archived: true }],
    'source',
    'is archived and stays',
  ],
  ['one in use before an archived one', [enrolled, { ...completed, archived: true }], [], 'source', 'gets it, too'],
  ['no archived one', [{ ...completed, archived: true }], [], null, 'archived'],
] as const)('taken is %s, and the words say why', (_what, source, target, taken, why) => {
  const of = (list: readonly Partial<DataRecord>[]) => list.map((each) => ({ course: 'Safety', ...each }));
  const { rows } = compare(of(source), of(target));
  expect(rows).toMatchObject([{ course: 'Safety', taken, why: expect.stringContaining(why) }]);
});

test('where enrolments are not merged, the better one of a shared course is taken and the rest stays', () => {
  const source = [
    { course: 'Both', ...completed },
    { course: 'Mine', ...completed },
  ];
  const { rows } = compare(source, [{ course: 'Both', ...enrolled }], { isMerged: false });
  expect(rows).toMatchObject([
    { course: 'Both', taken: 'source', isOpen: true },
    { course: 'Mine', taken: null, isOpen: false, why: expect.stringContaining('stays with the source') },
  ]);
});

test('a course is taken by hand only where somebody did so, whatever its name', () => {
  const { rows } = compare([{ course: 'constructor', ...completed }], []);
  expect(rows).toMatchObject([{ why: expect.stringContaining('Only the source is enrolled') }]);
});

test('whatever people are enrolled in and whatever is chosen, each row says what the merge does', () => {
  const enrolment = fc.record({
    course: fc.constantFrom('A', 'B', 'C', 'D'),
    status: fc.constantFrom('completed', 'in progress', 'enrolled'),
    score: fc.integer({ min: 0, max: 3 }),
    archived: fc.boolean(),
  });
  const list = fc.array(enrolment, { maxLength: 5 });
  const picks = fc.dictionary(
    fc.constantFrom('A', 'B', 'C', 'D'),
    fc.constantFrom('source' as const, 'target' as const),
  );
  fc.assert(
    fc.property(list, list, picks, fc.boolean(), (source, target, courses, isMerged) => {
      const { rows, people, settled } = compare(source, target, { courses, isMerged });
      expect(new Set(rows.map(({ course }) => course)).size).toBe(rows.length);
      const own = new Set((people.target.records[ENROLMENTS] ?? []).map(({ id }) => id));
      for (const row of rows) {
        const held = settled.filter(({ course }) => course === row.course);
        const came = held.some(({ id }) => !own.has(id));
        expect(row.taken).toBe(held.length === 0 ? null : came ? 'source' : 'target');
        if (row.isOpen && courses[row.course] !== undefined && row.target !== null) {
          expect(row.taken).toBe(courses[row.course]);
        }
      }
      expect(new Set(rows.map(({ course }) => course))).toEqual(
        new Set([...source, ...target].map(({ course }) => course)),
      );
    }),
  );
});
