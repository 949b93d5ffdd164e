import { COURSE_ENROLMENTS } from '../merge/standing-of-types.ts';
import type { Person } from '../model/user.ts';

/** Every course that any of `people` is enrolled in, by the name under which a merge knows it. */
export function listCourses(people: Iterable<Person>): Set<string> {
  const enrolments = [...people].flatMap(({ records }) => records[COURSE_ENROLMENTS] ?? []);
  return new Set(enrolments.map(({ course }) => String(course)));
}
