import { trimSpaces } from '../../model/trim-spaces.ts';
import { editDistance } from '../edit-distance.ts';
import { type CellFault, type CellReader, quoteCell } from './cell-reading.ts';

const MOST_LETTERS = 40;
/** Beyond so many different misses none is looked up any more: each takes as long as reading thousands of cells. */
const MOST_SEARCHES = 1000;

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
    const near = searches > MOST_SEARCHES || text.length > MOST_LETTERS ? null : nearestZone(text, timeZones);
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

/** The name whose city is meant, or else the one that differs least, by a third of its letters at most. */
function nearestZone(text: string, timeZones: readonly string[]): string | null {
  const wanted = text.toLowerCase().replace(/\s+/g, '_');
  const city = cityOf(wanted);
  let nearest: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const name of timeZones) {
    const lower = name.toLowerCase();
    if (city !== '' && cityOf(lower) === city && lower.includes('/')) return name;
    const allowed = Math.min(least - 1, Math.floor(name.length / 3));
    if (Math.abs(name.length - wanted.length) > allowed) continue;
    const distance = editDistance(wanted, lower);
    if (distance > allowed) continue;
    nearest = name;
    least = distance;
  }
  return nearest;
}

function cityOf(name: string): string {
  return name.slice(name.lastIndexOf('/') + 1);
}
