import { trimSpaces } from '../../model/trim-spaces.ts';
import { type CellFault, type CellReader, quoteCell } from './cell-reading.ts';
import { findNearest } from './find-nearest.ts';

/** Beyond so many different misses none is looked up any more: each takes as long as reading thousands of cells. */
const MOST_SEARCHES = 100;

/** Reads the names of `timeZones`, exactly (B14); the nearest one is offered for a miss. */
export function timeZoneReader(timeZones: readonly string[]): CellReader {
  const known = new Set(timeZones);
  const spellings = new Map(timeZones.map((name) => [name.toLowerCase(), name]));
  let searches = 0;
  return (cell) => {
    const text = trimSpaces(cell);
    if (known.has(text)) return { value: text };
    const spelt = spellings.get(text.toLowerCase());
    if (spelt !== undefined) return fault(text, 'the letter case must be that of the list', spelt);
    searches += 1;
    const near = searches > MOST_SEARCHES ? null : nearestZone(text, timeZones);
    return fault(text, 'the list of time zones does not have it', near);
  };
}

function fault(text: string, reason: string, near: string | null): CellFault {
  return {
    code: 'bad-time-zone',
    message: `${quoteCell(text)} is not a time zone: ${reason}.`,
    cure: near === null ? 'Write a name of the list, such as Europe/London.' : `Write ${near}, if that is meant.`,
  };
}

/** The name whose city is meant, or else one that differs in a few letters. */
function nearestZone(text: string, timeZones: readonly string[]): string | null {
  const city = cityOf(text.trim().toLowerCase().replace(/\s+/g, '_'));
  const named = timeZones.find((name) => name.includes('/') && cityOf(name.toLowerCase()) === city);
  return named ?? findNearest(text, timeZones);
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
