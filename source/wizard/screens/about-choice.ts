import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import { gainOf, isLocked, mayUnite } from '../logic/fields.ts';
import type { FieldRow } from '../logic/merge-choices.ts';
import { enrolmentText } from './course-rows.ts';
import { sidesText } from './profile-text.ts';

/** A field in sentences: why it is as it is, then both values. @param why the reason */
export function aboutField(row: FieldRow, why: string, options: TextOptions = {}): string[] {
  const { rule, taken } = row;
  const [source, target] = sidesText(row, options);
  const gain = gainOf(row);
  const union =
    taken === 'both' ? ` The target gains ${gain}; → leaves it as the target has it.` : ` Both (b) would be ${gain}.`;
  return [
    `${rule.label}${isLocked(row) ? ', locked' : ''}: ${why}${mayUnite(row) && gain !== '' ? union : ''}`,
    `Source: ${source}   Target: ${target}`,
  ];
}

/** A course in sentences: why its enrolment is taken, then both. */
export function aboutCourse({ course, why, source, target, taken }: EnrolmentRow): string[] {
  return [
    `${course}: ${why}`,
    `Source: ${enrolmentText(source)}   Target: ${enrolmentText(target)}.${taken === 'source' ? ' Its training material and responses go along.' : ''}`,
  ];
}
