import type { EnrolmentRow } from '../../merge/compare-enrolments.ts';
import type { DataRecord } from '../../model/record.ts';
import type { Look } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import type { Column } from '../parts/plan-columns.ts';

export const COURSE_COLUMNS: readonly Column[] = [
  { key: 'course', label: 'Course', min: 13, flex: 2 },
  { key: 'source', label: 'Source', min: 11, flex: 2 },
  { key: 'target', label: 'Target', min: 11, flex: 2 },
  { key: 'taken', label: 'Taken', min: 9 },
];

/** A course: both enrolments, one mark where the target’s comes from (C21), and that in a word. */
export function courseCells({ course, source, target, taken }: EnrolmentRow, look: Look): TableRow {
  const mark = (isTaken: boolean) => (isTaken ? `${look.symbols.mark} ` : '  ');
  return {
    cells: [
      course,
      mark(taken === 'source') + enrolmentText(source),
      mark(taken === 'target') + enrolmentText(target),
      taken ?? `${look.symbols.mark} neither`,
    ],
  };
}

/** "completed, 94"; of an archived one "enrolled, 46, archived". */
export function enrolmentText(record: DataRecord | null): string {
  if (record === null) return '(not enrolled)';
  const { status, score, archived } = record;
  return [status, score, archived === true ? 'archived' : null]
    .filter((part) => part != null && part !== '')
    .join(', ');
}
