import stringWidth from 'string-width';
import { visibleText } from '../model/visible-text.ts';

const PLAIN = /^[\x20-\x7e]*$/;

/** A cell wider than this pushes what follows it in its own row, rather than every row. */
const WIDEST = 44;

/**
 * The rows as lines whose cells stand under one another, two spaces apart, whatever the script; none is cut.
 * @param right columns, counted from 0, that hold numbers and end flush
 */
export function alignColumns(
  rows: readonly (readonly string[])[],
  { right = [], ascii = false }: { right?: readonly number[]; ascii?: boolean } = {},
): string[] {
  const shown = rows.map((cells) => cells.map((cell) => visibleText(cell, { ascii })));
  const widths: number[] = [];
  for (const cells of shown) {
    for (const [index, cell] of cells.entries()) {
      const width = widthOf(cell);
      widths[index] = Math.max(widths[index] ?? 0, width > WIDEST ? 0 : width);
    }
  }
  return shown.map((cells) =>
    cells
      .map((cell, index) => {
        const space = ' '.repeat(Math.max(0, (widths[index] ?? 0) - widthOf(cell)));
        return right.includes(index) ? space + cell : cell + space;
      })
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text);
}
