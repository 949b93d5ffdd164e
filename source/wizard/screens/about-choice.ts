import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { gainOf, mayUnite } from '../logic/fields.ts';
import type { FieldRow } from '../logic/merge-choices.ts';
import { enrolmentText } from './course-rows.ts';
import { profileText } from './profile-text.ts';

/** A field in sentences: why it is as it is, then both values. @param why the reason */
export function aboutField(row: FieldRow, why: string): string[] {
  const { rule, source, target, taken } = row;
  const isLocked = rule.rule === 'keep-target' && taken === 'target';
  const gain = gainOf(row);
  const would = taken === 'both' ? 'The target gains' : 'Both (b) would be';
  const union = mayUnite(row) && gain !== '' ? ` ${would} ${gain}.` : '';
  return [
    `${rule.label}${isLocked ? ', locked' : ''}: ${why}${union}`,
    `Source: ${profileText(source)}   Target: ${profileText(target)}`,
  ];
}

/** A course in sentences: why its enrolment is taken, then both. */
export function aboutCourse({ course, why, source, target }: EnrolmentRow): string[] {
  return [
    `${course}: ${why}`,
    `Source: ${enrolmentText(source)}   Target: ${enrolmentText(target)}. Its training material and responses go along.`,
  ];
}
