import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { COURSE_ENROLMENTS } from '../../merge/standing-of-types.ts';
import { courseNow } from '../logic/courses.ts';
import { courseRows } from '../logic/merge-choices.ts';
import { useLook } from '../look.ts';
import { ChoiceTable } from './choice-table.tsx';
import { COURSE_COLUMNS, courseCells, enrolmentText } from './course-rows.ts';
import type { ScreenProps } from './screen.ts';

/** The enrolments of a merge, course by course (C21). */
export function Courses({ state, width, height }: ScreenProps) {
  const look = useLook();
  const rows = courseRows(state);
  const isOn = !state.without.has(COURSE_ENROLMENTS);
  return (
    <ChoiceTable
      label={`Merge enrolments: ${isOn ? countText(rows) : 'off; where both have a course, the better one wins'}`}
      isOn={isOn}
      columns={COURSE_COLUMNS}
      rows={rows.map((row) => courseCells(row, look))}
      cursor={state.merge.courseCursor}
      about={aboutCourse(courseNow(state), rows.length)}
      width={width}
      height={height}
    />
  );
}

/** "6 courses, 2 in both: 4 source, 3 target". */
function countText(rows: readonly EnrolmentRow[]): string {
  const count = (taken: EnrolmentRow['taken']) => rows.filter((row) => row.taken === taken).length;
  const shared = rows.filter(({ source, target }) => source !== null && target !== null).length;
  const courses = rows.length === 1 ? '1 course' : `${rows.length} courses`;
  return `${courses}, ${shared} in both: ${count('source')} source, ${count('target')} target`;
}

function aboutCourse(row: EnrolmentRow | undefined, count: number): string[] {
  if (row === undefined) {
    return count === 0
      ? ['Neither of them is enrolled in a course. Enter goes on.']
      : ['Space switches it on or off. On a course, ← takes the source’s enrolment and → the target’s.'];
  }
  return [
    `${row.course}: ${row.why}`,
    `Source: ${enrolmentText(row.source)}   Target: ${enrolmentText(row.target)}. Its training material and responses go along.`,
  ];
}
