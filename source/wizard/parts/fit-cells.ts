import { type FitOptions, fitText } from '../../model/visible-text.ts';
import type { Look } from '../look.ts';
import type { Column } from './plan-columns.ts';

/** fitText's options for a look: its ellipsis and its kind of marks. */
export function fitOptions(look: Look): FitOptions {
  return { ascii: look.ascii, ellipsis: look.symbols.ellipsis };
}

/** One line of text: each cell on its column's planned width, `gap` spaces between; columns of width 0 are left out. */
export function fitCells(
  cells: readonly string[],
  columns: readonly Column[],
  widths: readonly number[],
  gap: number,
  look: Look,
): string {
  return widths
    .flatMap((width, index) =>
      width === 0
        ? []
        : [fitText(cells[index] ?? '', width, { ...fitOptions(look), align: columns[index]?.align ?? 'left' })],
    )
    .join(' '.repeat(gap));
}
