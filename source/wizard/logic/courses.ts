import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { COURSE_ENROLMENTS } from '../../merge/standing-of-types.ts';
import { say } from '../navigate.ts';
import type { State } from '../state.ts';
import { actOnTable } from './choice-table.ts';
import type { Logic } from './logic.ts';
import { courseRows, withTaken } from './merge-choices.ts';
import { leavePair } from './pair-choices.ts';

/** The enrolments, course by course (C21): place 0 is the switch of it all, a course stands on each further one. */
export const coursesLogic: Logic = {
  act: actOnTable({
    choices: 'courses',
    switches: COURSE_ENROLMENTS,
    cursor: 'courseCursor',
    count: (state) => courseRows(state).length,
    take,
    proposedText: () => 'Every course is as the rule has it. z takes this back.',
    leave: leavePair,
  }),
};

/** The course under the cursor; undefined on the switch. */
export function courseNow(state: State): EnrolmentRow | undefined {
  return courseRows(state)[state.merge.courseCursor - 1];
}

function take(state: State, side: 'source' | 'target'): State {
  const row = courseNow(state);
  if (row === undefined) return say(state, 'info', 'Go down to a course first (↓).');
  if (!row.isOpen) return say(state, 'info', `${row.course}: there is nothing to choose. ${row.why}`);
  const next = withTaken(state, (taken) => ({ ...taken, courses: { ...taken.courses, [row.course]: side } }));
  if (side === 'source' || row.target !== null) return next;
  return say(next, 'info', `${row.course} stays with the source: the target is not enrolled in it.`);
}
