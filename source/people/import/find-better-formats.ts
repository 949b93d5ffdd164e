import { DATE_FORMATS, type DateFormat } from '../../model/mapping.ts';
import { trimSpaces } from '../../model/trim-spaces.ts';
import { isForever, parseDate } from './date-text.ts';

/** How cells that do not read as they are set would read. */
export interface BetterFormats {
  /** The formats in which most of them read: several where they read as many. */
  formats: DateFormat[];
  /** How many read so. */
  count: number;
}

/**
 * The formats of dates in which more of these cells read than in `format`, and more than half of all; null: none. Blank
 * cells say nothing, nor does 31 December 2999, which reads in any of them (B13, X15).
 */
export function findBetterFormats(cells: Iterable<string>, format: DateFormat): BetterFormats | null {
  const counts = new Map<DateFormat, number>(DATE_FORMATS.map((one) => [one, 0]));
  let total = 0;
  for (const cell of cells) {
    const text = trimSpaces(cell);
    if (text === '' || isForever(text)) continue;
    total += 1;
    for (const one of DATE_FORMATS) if (parseDate(text, one) !== null) counts.set(one, (counts.get(one) ?? 0) + 1);
  }
  const count = Math.max(...counts.values());
  if (count <= (counts.get(format) ?? 0) || count * 2 <= total) return null;
  return { formats: DATE_FORMATS.filter((one) => counts.get(one) === count), count };
}
