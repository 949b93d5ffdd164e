import { countOf } from '../model/finding.ts';
import { findDifference } from './compare-line.ts';
import type { Told } from './record-teller.ts';
import type { Finding, PlacedLine } from './verify-log.ts';

/**
 * Where log and journal do not say the same: what a line tells, records that are told again or out of order, records
 * that are left out.
 * @param told sequence of a record → what the log is to say of it
 * @param last journal record of which the log tells
 * @param isHeard whether a record could be read: of others nothing can be said
 */
export function findOtherwise(
  lines: readonly PlacedLine[],
  told: ReadonlyMap<number, Told>,
  last: number,
  isHeard: (sequence: number) => boolean = () => true,
): Finding[] {
  const telling = lines.flatMap(({ place, line }) =>
    line === null || line.facts.event === 'log-begun' ? [] : [{ place, line }],
  );
  const differing = telling.flatMap(({ place, line }) => {
    if (!isHeard(line.facts.sequence)) return [];
    const difference = findDifference(line, told.get(line.facts.sequence));
    return difference === null ? [] : [journalFinding(place, `Line ${place} ${difference}.`)];
  });
  return [...differing, ...findRetold(telling), ...findLeftOut(lines, telling, told, last)];
}

type TellingLine = { place: number; line: NonNullable<PlacedLine['line']> };

function journalFinding(line: number, message: string): Finding {
  return { kind: 'journal', line, message };
}

/** Lines by their own numbers: those that stand elsewhere or twice are told as such. */
function findRetold(telling: readonly TellingLine[]): Finding[] {
  const byNumber = new Map(telling.map((placed) => [placed.line.facts.line, placed]));
  const inOrder = [...byNumber].sort(([one], [other]) => one - other);
  let before = 0;
  return inOrder.flatMap(([, { place, line }]) => {
    const { sequence } = line.facts;
    const isNext = sequence > before;
    before = Math.max(before, sequence);
    const message = `Line ${place} tells of record ${sequence} of the journal, behind a line that tells of it or of a later one.`;
    return isNext ? [] : [journalFinding(place, message)];
  });
}

function findLeftOut(
  lines: readonly PlacedLine[],
  telling: readonly TellingLine[],
  told: ReadonlyMap<number, Told>,
  last: number,
): Finding[] {
  const said = new Set(telling.map(({ line }) => line.facts.sequence));
  const [first, ...more] = [...told.keys()].filter((sequence) => sequence <= last && !said.has(sequence));
  // Where lines are unreadable, those are the ones.
  if (first === undefined || lines.some(({ line }) => line === null)) return [];
  const message = `The log leaves out ${countOf(more.length + 1, 'record')} of the journal, ${more.length === 0 ? '' : 'the first of them '}record ${first}.`;
  return [journalFinding(lines.length, message)];
}
