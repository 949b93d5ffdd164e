import { countOf } from '../model/finding.ts';
import type { LogHead } from './read-head.ts';

/** "Audit log: 312 lines, head 3f9a…": to be kept elsewhere, so that a log whose end is cut off is found out. */
export function headText(head: LogHead | null): string {
  return head === null ? 'Audit log: no line yet' : `Audit log: ${countOf(head.lines, 'line')}, head ${head.hash}`;
}
