/** Which of `count` rows are on screen: `start` is the first, `end` the one after the last. */
export interface ListWindow {
  start: number;
  end: number;
}

/**
 * The window of `height` rows that shows `cursor`, moved from the window that began at `start` only as far as it must,
 * and never past the end of the list.
 */
export function listWindow(count: number, height: number, cursor: number, start = 0): ListWindow {
  const room = Math.max(0, Math.min(height, count));
  const wanted = Math.max(0, Math.min(cursor, count - 1));
  const first = Math.max(Math.min(start, wanted), wanted - room + 1);
  const bounded = Math.max(0, Math.min(first, count - room));
  return { start: bounded, end: bounded + room };
}
