import type { EnrolmentRow } from '../../../merge/compare-enrolments.ts';
import { COURSE_ENROLMENTS } from '../../../merge/standing-of-types.ts';
import type { TextOptions } from '../../../model/visible-text.ts';
import { fieldReason } from '../../logic/field-reason.ts';
import { gainOf, isLocked, mayUnite } from '../../logic/fields.ts';
import { courseRows, type FieldRow, fieldRows, peopleNow } from '../../logic/merge-choices.ts';
import { isProfileMerged } from '../../logic/merge-switches.ts';
import { isMergeOf } from '../../merge-state.ts';
import { aboutCourse, aboutField } from '../../screens/about-choice.ts';
import { courseCountText, fieldCountText } from '../../screens/choice-counts.ts';
import { enrolmentText } from '../../screens/course-rows.ts';
import { profileRows } from '../../screens/profile-rows.ts';
import { profileText, sidesText } from '../../screens/profile-text.ts';
import { isFromFile, type State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Answer, Asking, Command, RowCommand } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { takeBackCommand } from './take-back-command.ts';
import { takingList } from './taking-list.ts';

const UNREAD = 'They could not be read.';
const CONTINUE: Command = { letter: 'c', label: 'continue', answer: pressing('enter') };

/** Both profiles side by side before anything is decided (C17). */
export const askProfiles: Asking = (state) => {
  const { merge, chosen } = state;
  if (merge.people === null || !isMergeOf(merge, chosen.source ?? 0, chosen.target ?? 0)) return { lines: [UNREAD] };
  const rows = profileRows(state, merge.people.source, merge.people.target);
  return {
    lines: ['The source is merged into the target, and stays. Are these the two?'],
    reading: rows.map(([what, source, target]) =>
      source === target ? `${what}: both ${source}.` : `${what}: source ${source}, target ${target}.`,
    ),
    commands: [CONTINUE],
  };
};

/** The profile of a merge, field by field (C18 to C20). */
export const askFields: Asking = (state) => {
  if (peopleNow(state) === null) return { lines: [UNREAD] };
  const rows = fieldRows(state);
  const at = (index: number, ...keys: string[]): Answer => ({
    does: [({ merge }) => [...moving(merge.fieldCursor, index + 1), ...keys.map(press)]],
  });
  const take: RowCommand[] = [
    { letter: 's', label: 'take the source’s value', answer: (index) => at(index, 'left') },
    { letter: 't', label: 'take the target’s value', answer: (index) => at(index, 'right') },
    { letter: 'b', label: 'take both', answer: (index) => at(index, 'b') },
  ];
  const why = (index: number): string[] => {
    const row = rows[index];
    return row === undefined
      ? []
      : aboutField(row, fieldReason(state, row), state.world).map(withoutKeys).map(spokenText);
  };
  return {
    lines: [
      `User information: ${isProfileMerged(state) ? fieldCountText(rows, state) : 'not merged, all of the target’s is kept'}.`,
    ],
    list: takingList({
      noun: 'fields',
      count: rows.length,
      name: `${state.merge.onlyDiffering}`,
      textAt: (index) => fieldText(rows[index], state.world),
      why,
      take: (index) => take.filter((_each, place) => sidesOf(state, rows[index]).includes(SIDES[place] ?? '')),
      rowCommands: take,
    }),
    commands: [
      CONTINUE,
      { letter: 'd', label: 'only what differs, or all', answer: pressing('d') },
      { letter: 's', label: 'all from the source', answer: pressing('s') },
      { letter: 't', label: 'all from the target', answer: pressing('t') },
      { letter: 'r', label: 'as proposed', answer: pressing('r') },
      ...takeBackCommand(state),
      ...switchCommand(state),
    ],
  };
};

/** The enrolments of a merge, course by course (C21). */
export const askCourses: Asking = (state) => {
  if (peopleNow(state) === null) return { lines: [UNREAD] };
  const rows = courseRows(state);
  const isOn = !state.without.has(COURSE_ENROLMENTS);
  const at = (index: number, key: string): Answer => ({
    does: [({ merge }) => [...moving(merge.courseCursor, index + 1), press(key)]],
  });
  const take: RowCommand[] = [
    { letter: 's', label: 'take the source’s enrolment', answer: (index) => at(index, 'left') },
    { letter: 't', label: 'take the target’s enrolment', answer: (index) => at(index, 'right') },
  ];
  const none = rows.length === 0 ? ['Neither of them is enrolled in a course.'] : [];
  return {
    lines: [
      `Enrolments: ${isOn ? courseCountText(rows) : 'off; where both have a course, the better one wins'}.`,
      ...none,
    ],
    list: takingList({
      noun: 'courses',
      count: rows.length,
      textAt: (index) => courseText(rows[index]),
      why: (index) => {
        const row = rows[index];
        return row === undefined ? [] : aboutCourse(row);
      },
      take: (index) => (rows[index]?.isOpen ? take.filter((_each, place) => SIDES[place] !== rows[index]?.taken) : []),
      rowCommands: take,
    }),
    commands: [
      CONTINUE,
      ...(rows.length === 0
        ? []
        : ([{ letter: 'r', label: 'as proposed', answer: pressing('r') }] satisfies Command[])),
      ...takeBackCommand(state),
      ...(rows.length === 0 ? [] : switchCommand(state)),
    ],
    ...(rows.length === 0 ? { help: 'There is no course to choose for. c goes on.' } : {}),
  };
};

/** The switch of all of it, which stands above the first row; a pair of a file has none of its own. */
function switchCommand(state: State): Command[] {
  if (isFromFile(state)) return [];
  return [
    {
      letter: 'x',
      label: 'switch all of it on or off',
      answer: pressing('x'),
    },
  ];
}

/** "Team: source Support, target Sales; taken: target". */
export function fieldText(row: FieldRow | undefined, options: TextOptions): string {
  if (row === undefined) return '';
  const { rule, target, taken, differs } = row;
  const [ofSource, ofTarget] = sidesText(row, options);
  if (!differs) return `${rule.label}: both ${profileText(target)}`;
  const open = mayTakeBoth(row) && rule.rule === 'keep-target' ? ', or both' : '';
  const what = taken === 'both' ? `both, ${gainOf(row)}` : `${taken}${isLocked(row) ? ', locked' : open}`;
  return `${rule.label}: source ${ofSource}, target ${ofTarget}; taken: ${what}`;
}

/** "Course A: source completed, 94, target not enrolled; taken: source". */
export function courseText(row: EnrolmentRow | undefined): string {
  if (row === undefined) return '';
  const { course, source, target, taken } = row;
  return `${course}: source ${enrolmentText(source)}, target ${enrolmentText(target)}; taken: ${taken ?? 'neither'}`;
}

const SIDES: readonly string[] = ['source', 'target', 'both'] satisfies FieldRow['taken'][];

/** What can be taken of a field in place of what is taken now; nothing of one that is the same, or locked, or not merged. */
function sidesOf(state: State, row: FieldRow | undefined): string[] {
  if (row === undefined || !row.differs || !isProfileMerged(state)) return [];
  const isKept = row.rule.rule === 'keep-target';
  const can = (side: string) => (side === 'both' ? mayTakeBoth(row) : side === 'target' || !isKept);
  return SIDES.filter((side) => side !== row.taken && can(side));
}

/** What is said of a field, without the keys of the screen: here a number takes what it offers. */
function withoutKeys(sentence: string): string {
  return sentence.replace('; → leaves it as the target has it', '').replace('Both (b) would', 'Both would');
}

function mayTakeBoth(row: FieldRow | undefined): boolean {
  return row !== undefined && mayUnite(row) && gainOf(row) !== '';
}
