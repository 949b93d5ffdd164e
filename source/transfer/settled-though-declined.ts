import { COURSE_ENROLMENTS } from '../merge/standing-of-types.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { makeFinding, WHOLE_FILE } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';

/** What a merge does to course enrolments though they were declined (X20). */
export interface SettledCourses {
  /** Id of the data type that was declined. */
  type: string;
  /** Enrolments of the source that take the target's place, over all pairs: a course of a pair each. */
  courses: number;
  /** Ids of the data types that go along with them. */
  along: string[];
}

/**
 * What is settled of declined enrolments: of a course that both people have, the better enrolment wins all the same, and
 * what follows it comes along (X20). Null: nothing, or they were not declined. Pure.
 */
export function settledThoughDeclined(
  { operation, carried, pairs }: Pick<Plan, 'operation' | 'pairs'> & { carried: Iterable<string> },
  { types }: Pick<Catalogue, 'types'>,
): SettledCourses | null {
  if (operation !== 'merge' || new Set(carried).has(COURSE_ENROLMENTS)) return null;
  const comeOver = (type: string) => pairs.reduce((sum, { changes }) => sum + (changes[type]?.combined ?? 0), 0);
  const courses = comeOver(COURSE_ENROLMENTS);
  if (courses === 0) return null;
  const followers = types.filter(({ follows }) => follows?.type === COURSE_ENROLMENTS);
  return { type: COURSE_ENROLMENTS, courses, along: followers.map(({ id }) => id).filter((id) => comeOver(id) > 0) };
}

/** The same as a warning; none where nothing is settled. */
export function warnSettled(
  plan: Parameters<typeof settledThoughDeclined>[0],
  catalogue: Pick<Catalogue, 'types'>,
): Warning[] {
  const settled = settledThoughDeclined(plan, catalogue);
  if (settled === null) return [];
  const { courses, along } = settled;
  const labels = catalogue.types.filter(({ id }) => along.includes(id)).map(({ label }) => label);
  const label = catalogue.types.find(({ id }) => id === COURSE_ENROLMENTS)?.label ?? COURSE_ENROLMENTS;
  const whose =
    courses === 1
      ? "of 1 course that both people have, the source's enrolment is the better one and takes the target's place"
      : `of ${numberText(courses)} courses that both people have, the source's enrolments are the better ones and take the target's place`;
  const tail = labels.length === 0 ? '' : `, and with ${courses === 1 ? 'it' : 'them'} ${labels.join(', ')}`;
  return [
    makeFinding(
      WHOLE_FILE,
      'settled-though-declined',
      `${label} are left out, and yet ${whose}${tail}.`,
      'To keep what the target has of a course, take its enrolment from the target by hand.',
    ),
  ];
}
