import type { Finding, PlacedLine } from './verify-log.ts';

/** Lines that are missing, stand twice, or not where they stood. An altered line counts as the one that is due there. */
export function findMisplaced(lines: readonly PlacedLine[]): Finding[] {
  const findings: Finding[] = [];
  const present = new Set<number>();
  let due = 1;
  for (const { place, line } of lines) {
    const number = line?.facts.line ?? due;
    if (line !== null && present.has(number)) {
      const message = `Line ${place} is line ${number} a second time.`;
      findings.push({ kind: 'doubled', line: place, message });
    } else if (number < due) {
      const message = `Line ${place} is line ${number}, and stands in another place than it was written to.`;
      findings.push({ kind: 'reordered', line: place, message });
    }
    present.add(number);
    due = Math.max(due, number + 1);
  }
  return [...findings, ...findGaps([...present].sort((one, other) => one - other))];
}

/** @param numbers of lines, in order */
function findGaps(numbers: readonly number[]): Finding[] {
  return numbers.flatMap((number, index) => {
    const due = (numbers[index - 1] ?? 0) + 1;
    return number > due ? [missingLines(due, number - 1)] : [];
  });
}

/** That the lines `first` to `last` are not there. */
export function missingLines(first: number, last: number): Finding {
  const which = first === last ? `Line ${first} is` : `Lines ${first} to ${last} are`;
  return { kind: 'missing', line: first, message: `${which} missing.` };
}
