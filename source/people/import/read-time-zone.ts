import { trimSpaces } from '../../model/trim-spaces.ts';
import { type CellReader, quoteCell } from './cell-reading.ts';
import { explainTimeZone } from './explain-time-zone.ts';

/** Beyond so many different misses none is looked up any more: each takes as long as reading thousands of cells. */
const MOST_SEARCHES = 100;

/** Reads the names of `timeZones`, exactly (B14); for a miss, what to write is told. */
export function timeZoneReader(timeZones: readonly string[]): CellReader {
  const known = new Set(timeZones);
  const spellings = new Map(timeZones.map((name) => [name.toLowerCase(), name]));
  let searches = 0;
  return (cell) => {
    const text = trimSpaces(cell);
    if (known.has(text)) return { value: text };
    const spelt = spellings.get(text.toLowerCase());
    if (spelt === undefined) searches += 1;
    const { reason, cure } =
      spelt === undefined
        ? explainTimeZone(text.trim(), timeZones, searches <= MOST_SEARCHES)
        : { reason: 'the letter case must be that of the list', cure: `Write ${spelt}, if that is meant.` };
    return { code: 'bad-time-zone', message: `${quoteCell(text)} is not a time zone: ${reason}.`, cure };
  };
}
