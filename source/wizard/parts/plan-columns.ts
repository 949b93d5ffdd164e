/** A column of a table or list. Widths are terminal columns without the space between columns. */
export interface Column {
  key: string;
  label: string;
  /** The least width at which it is worth showing. */
  min: number;
  /** Its share of the width that is left over; 0 or absent: it stays at `min`. */
  flex?: number;
  align?: 'left' | 'right';
  /** Columns with the highest number are left out first where not all fit; absent: the last to go, from the right. */
  drop?: number;
}

/**
 * The width of each column so that all of them with `gap` between them take exactly `width` (less, if none is flexible);
 * 0 for a column that is left out. The first column always stays.
 */
export function planColumns(columns: readonly Column[], width: number, gap: number): number[] {
  const shown = new Set(columns.keys());
  const spare = () =>
    width - [...shown].reduce((sum, index) => sum + (columns[index]?.min ?? 0), 0) - gap * (shown.size - 1);
  const victims = [...columns.keys()]
    .slice(1)
    .sort((left, right) => (columns[right]?.drop ?? 0) - (columns[left]?.drop ?? 0) || right - left);
  for (const victim of victims) {
    if (spare() >= 0) break;
    shown.delete(victim);
  }
  let left = spare();
  let shares = [...shown].reduce((sum, index) => sum + (columns[index]?.flex ?? 0), 0);
  return columns.map(({ min, flex = 0 }, index) => {
    if (!shown.has(index)) return 0;
    if (left < 0) return Math.max(1, width);
    const extra = flex === 0 ? 0 : Math.floor((left * flex) / shares);
    left -= extra;
    shares -= flex;
    return min + extra;
  });
}
