import type { KeyAction } from '../key-binding.ts';

/** The rows of the page under the cursor, `end` not among them, and which page it is, from 1 on. */
export function pageOf(cursor: number, count: number, rowsPerPage: number) {
  const start = cursor - (cursor % rowsPerPage);
  return {
    start,
    end: Math.min(count, start + rowsPerPage),
    page: Math.floor(start / rowsPerPage) + 1,
    pages: Math.max(1, Math.ceil(count / rowsPerPage)),
  };
}

/**
 * The cursor of a list in pages after a key: a row up or down, to the first row of another page, to the first row or the last.
 * Within 0 to `count` - 1; null where the key moves nothing.
 */
export function moveInPages(cursor: number, action: KeyAction, count: number, rowsPerPage: number): number | null {
  const wanted = wantedPlace(cursor, action, count, rowsPerPage);
  return wanted === null ? null : Math.max(0, Math.min(count - 1, wanted));
}

function wantedPlace(cursor: number, action: KeyAction, count: number, rowsPerPage: number): number | null {
  const { start, end } = pageOf(cursor, count, rowsPerPage);
  switch (action) {
    case 'up':
      return cursor - 1;
    case 'down':
      return cursor + 1;
    case 'left':
      return start - rowsPerPage;
    case 'right':
      return end < count ? end : null;
    case 'first':
      return 0;
    case 'last':
      return count - 1;
    default:
      return null;
  }
}
