import type { FileRow } from './import-check.ts';

/**
 * Whether a file called "people" is one of pairs, whose To User ID is filled in somewhere, or one of people to import
 * (X12). An export has the headings of both: with no To User ID filled it is one of people.
 */
export function kindOfFile(headings: readonly string[], rows: readonly Pick<FileRow, 'cells'>[]): 'pairs' | 'people' {
  const keys = headings.map(keyOf);
  const to = keys.indexOf('touserid');
  if (to === -1 || !keys.includes('fromuserid')) return 'people';
  if (!keys.includes('email')) return 'pairs';
  return rows.some(({ cells }) => (cells[to] ?? '').trim() !== '') ? 'pairs' : 'people';
}

function keyOf(heading: string): string {
  return heading.replace(/[\s_\ufeff-]+/g, '').toLowerCase();
}
