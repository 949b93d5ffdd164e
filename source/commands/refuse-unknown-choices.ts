import { HandoverError } from '../errors.ts';
import type { MergeChoices, Taken } from '../model/merge-choices.ts';
import type { Person } from '../model/user.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { listCourses } from '../transfer/list-courses.ts';
import { askIfMeant } from './nearest-name.ts';
import { type Ids, unknownPair } from './read-pairs.ts';

/**
 * Throws where something was taken by hand for a pair that the plan has not, or an enrolment in a course that none of
 * those concerned is enrolled in: most likely it is mistyped, and the choice would do nothing without a word.
 * @param pairs those of the plan
 * @param people everybody whom they name
 * @throws HandoverError `unknown-pair`, `unknown-course`
 */
export function refuseUnknownChoices(
  choices: MergeChoices,
  pairs: readonly Ids[],
  people: ReadonlyMap<number, Person>,
): void {
  const keys = pairs.map(({ source, target }) => pairKey(source, target));
  const stranger = Object.keys(choices.byPair).find((key) => !keys.includes(key));
  if (stranger !== undefined) throw unknownPair('The plan', stranger, keys);
  refuseCourse(choices.every.courses, people.values());
  for (const { source, target } of pairs) {
    const own = choices.byPair[pairKey(source, target)];
    const both = [source, target].flatMap((id) => people.get(id) ?? []);
    if (own !== undefined) refuseCourse(own.courses, both);
  }
}

function refuseCourse(courses: Taken['courses'], people: Iterable<Person>): void {
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
