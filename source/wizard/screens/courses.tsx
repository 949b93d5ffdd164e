import { Text } from 'ink';
import { COURSE_ENROLMENTS } from '../../merge/standing-of-types.ts';
import { fitText } from '../../model/visible-text.ts';
import { courseNow } from '../logic/courses.ts';
import { courseRows, peopleNow } from '../logic/merge-choices.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { isFromFile } from '../state.ts';
import { aboutCourse } from './about-choice.ts';
import { courseCountText } from './choice-counts.ts';
import { ChoiceTable } from './choice-table.tsx';
import { COURSE_COLUMNS, courseCells } from './course-rows.ts';
import type { ScreenProps } from './screen.ts';

const NO_COURSES = 'Neither of them is enrolled in a course. Enter goes on.';
const PAIR_HINT =
  'For this pair alone: on a course, ← takes the source’s enrolment and → the target’s; r takes what is proposed.';
const SWITCH_HINT =
  'Space or x: all of it on or off. On a course, ← takes the source’s enrolment and → the target’s. ' +
  'r: as proposed; z takes the last choice back; w: why.';

/** The enrolments of a merge, course by course (C21). */
export function Courses({ state, width, height }: ScreenProps) {
  const look = useLook();
  const rows = courseRows(state);
  const here = courseNow(state);
  const isOn = !state.without.has(COURSE_ENROLMENTS);
  if (peopleNow(state) === null) {
    const waiting = state.task === null ? 'They could not be read. Esc goes back.' : 'Reading both profiles …';
    return <Text>{fitText(waiting, width, fitOptions(look))}</Text>;
  }
  return (
    <ChoiceTable
      label={`Merge enrolments: ${isOn ? courseCountText(rows) : 'off; where both have a course, the better one wins'}`}
      isOn={isOn}
      columns={COURSE_COLUMNS}
      rows={rows.map((row) => courseCells(row, look))}
      cursor={state.merge.courseCursor}
      about={
        here === undefined
          ? [rows.length === 0 ? NO_COURSES : isFromFile(state) ? PAIR_HINT : SWITCH_HINT]
          : aboutCourse(here)
      }
      width={width}
      height={height}
    />
  );
}
