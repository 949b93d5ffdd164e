import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import type { FieldRow } from '../logic/merge-choices.ts';
import type { State } from '../state.ts';

/** "8 source, 12 target, 2 both; only what differs". */
export function fieldCountText(rows: readonly FieldRow[], { merge }: State): string {
  const count = (taken: FieldRow['taken']) => rows.filter((row) => row.differs && row.taken === taken).length;
  const only = merge.onlyDiffering ? '; only what differs' : '';
  return `${count('source')} source, ${count('target')} target, ${count('both')} both${only}`;
}

/** "6 courses, 2 in both: 4 source, 3 target". */
export function courseCountText(rows: readonly EnrolmentRow[]): string {
  const count = (taken: EnrolmentRow['taken']) => rows.filter((row) => row.taken === taken).length;
  const shared = rows.filter(({ source, target }) => source !== null && target !== null).length;
  const courses = rows.length === 1 ? '1 course' : `${rows.length} courses`;
  return `${courses}, ${shared} in both: ${count('source')} source, ${count('target')} target`;
}
