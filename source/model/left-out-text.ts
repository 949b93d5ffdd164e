import { countOf } from './finding.ts';

/** What an import had nothing to do with: a sentence on the rows of its file that had a problem; null: none had. */
export function leftOutText(rows: number): string | null {
  if (rows === 0) return null;
  return `Left out: ${countOf(rows, 'row')} of the file with problems; nothing happened for ${rows === 1 ? 'it' : 'them'}.`;
}
