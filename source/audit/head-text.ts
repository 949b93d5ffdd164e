import { countOf } from '../model/finding.ts';
import type { LogHead } from './read-head.ts';

/** "Audit log: 312 lines, head 3f9a…": to be kept elsewhere, so that a log whose end is cut off is found out; of one that is not whole, that. */
export function headText(head: Pick<LogHead, 'lines' | 'hash' | 'doubt'> | null): string {
  if (head?.doubt !== undefined) return head.doubt;
  return head === null ? 'Audit log: no line yet' : `Audit log: ${countOf(head.lines, 'line')}, head ${head.hash}`;
}
