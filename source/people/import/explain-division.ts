import { findNearest } from './find-nearest.ts';

const MOST_LISTED = 12;

/**
 * What is wrong with the name of a division that does not exist, and what was probably meant: the root left out (D7.1),
 * the group's name put before it (D7.2), another spelling.
 * @returns half a sentence, and a sentence
 */
export function explainDivision(name: string, divisions: readonly string[]): { why: string; cure: string } {
  const known = new Set(divisions);
  const levels = name.split('/');
  for (let first = 1; first < levels.length; first += 1) {
    const rest = levels.slice(first).join('/');
    if (!known.has(rest)) continue;
    const group = levels.slice(0, first).join('/');
    return { why: `the name of the group, ${group}, does not belong before it`, cure: `Write ${rest}.` };
  }
  const longer = divisions.filter((division) => division.endsWith(`/${name}`));
  const [only] = longer;
  if (only !== undefined) {
    const why = 'it must be named from its root on';
    return { why, cure: longer.length === 1 ? `Write ${only}.` : `Write one of: ${longer.slice(0, 5).join(', ')}.` };
  }
  const tidied = levels
    .map((level) => level.trim())
    .filter((level) => level !== '')
    .join('/');
  if (known.has(tidied)) return { why: 'it holds a stray slash or space', cure: `Write ${tidied}.` };
  const near = findNearest(name, divisions);
  const whole = 'Write the division with all levels from the root on, parted by "/"';
  return near === null
    ? { why: 'no division has this name', cure: `${whole}${listText(divisions)}.` }
    : { why: caseOrSpelling(name, near), cure: `Write ${near} if that is meant.` };
}

/** Some of those that there are, the highest first. */
function listText(divisions: readonly string[]): string {
  if (divisions.length === 0) return '; there are none yet';
  const depth = (division: string) => division.split('/').length;
  const shown = divisions.toSorted((left, right) => depth(left) - depth(right)).slice(0, MOST_LISTED);
  const rest = divisions.length - shown.length;
  return `: ${shown.join(', ')}${rest > 0 ? ` and ${rest} more` : ''}`;
}

function caseOrSpelling(name: string, near: string): string {
  return name.toLowerCase() === near.toLowerCase() ? 'capital and small letters count' : 'no division has this name';
}
