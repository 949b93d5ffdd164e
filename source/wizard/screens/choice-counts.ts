import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { countOf } from '../../model/finding.ts';
import { numberText } from '../../model/number-text.ts';
import type { FieldRow } from '../logic/merge-choices.ts';
import type { State } from '../state.ts';

/** "8 source, 12 target, 2 both; only what differs". */
export function fieldCountText(rows: readonly FieldRow[], { merge }: State): string {
  const count = (taken: FieldRow['taken']) => rows.filter((row) => row.differs && row.taken === taken).length;
  const only = merge.onlyDiffering ? '; only what differs' : '';
  return `${numberText(count('source'))} source, ${numberText(count('target'))} target, ${numberText(count('both'))} both${only}`;
}

/** "6 courses, 2 in both: 4 source, 3 target". */
export function courseCountText(rows: readonly EnrolmentRow[]): string {
  const count = (taken: EnrolmentRow['taken']) => rows.filter((row) => row.taken === taken).length;
  const shared = rows.filter(({ source, target }) => source !== null && target !== null).length;
  const courses = countOf(rows.length, 'course');
  return `${courses}, ${numberText(shared)} in both: ${numberText(count('source'))} source, ${numberText(count('target'))} target`;
}
