import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { COURSE_ENROLMENTS } from '../../merge/standing-of-types.ts';
import { bodySize } from '../layout.ts';
import { goOnOrReturn, say } from '../navigate.ts';
import { isFromFile, type State } from '../state.ts';
import { SWITCHED_FOR_ALL } from './fields.ts';
import { type Logic, moveCursor } from './logic.ts';
import { courseRows, withTaken } from './merge-choices.ts';
import { switchType } from './merge-switches.ts';
import { leavePair } from './pair-choices.ts';

/** The enrolments, course by course (C21): place 0 is the switch of it all, a course stands on each further one. */
export const coursesLogic: Logic = {
  act(state, action) {
    const { merge } = state;
    switch (action) {
      case 'enter':
        return isFromFile(state) ? leavePair(state) : goOnOrReturn(state);
      case 'toggle':
        if (isFromFile(state)) return say(state, 'info', SWITCHED_FOR_ALL);
        return switchType(state, COURSE_ENROLMENTS);
      case 'take-source':
        return take(state, 'source');
      case 'take-target':
        return take(state, 'target');
      case 'as-proposed':
        return say(
          withTaken(state, (taken) => ({ ...taken, courses: {} })),
          'info',
          'Every course is as the rule has it.',
        );
      default: {
        const count = courseRows(state).length + 1;
        const courseCursor = moveCursor(merge.courseCursor, action, count, Math.max(1, bodySize(state).height - 6));
        return { ...state, notice: null, merge: { ...merge, courseCursor } };
      }
    }
  },
};

/** The course under the cursor; undefined on the switch. */
export function courseNow(state: State): EnrolmentRow | undefined {
  return courseRows(state)[state.merge.courseCursor - 1];
}

function take(state: State, side: 'source' | 'target'): State {
  const row = courseNow(state);
  if (row === undefined)
    return say(state, 'info', 'Go down to a course first (↓). Space switches all of it on or off.');
  if (!row.isOpen) return say(state, 'info', `${row.course}: there is nothing to choose. ${row.why}`);
  const next = withTaken(state, (taken) => ({ ...taken, courses: { ...taken.courses, [row.course]: side } }));
  if (side === 'source' || row.target !== null) return next;
  return say(next, 'info', `${row.course} stays with the source: the target is not enrolled in it.`);
}
