import { HandoverError } from '../errors.ts';
import type { MergeChoices } from '../model/merge-choices.ts';
import type { Person } from '../model/user.ts';
import { listCourses } from '../transfer/list-courses.ts';
import { askIfMeant } from './nearest-name.ts';

/**
 * Throws where an enrolment was taken by hand in a course that none of `people` is enrolled in: most likely its name is
 * mistyped, and the choice would do nothing without a word.
 * @throws HandoverError `unknown-course`
 */
export function refuseUnknownCourses({ every: { courses } }: MergeChoices, people: Iterable<Person>): void {
  const known = listCourses(people);
  const unknown = Object.keys(courses).find((course) => !known.has(course));
  if (unknown === undefined) return;
  throw new HandoverError(
    'usage',
    'unknown-course',
    `None of these people is enrolled in a course "${unknown}".`,
    askIfMeant(unknown, [...known], '') ?? 'See the courses of a person with: handover users show ID --json',
  );
}
