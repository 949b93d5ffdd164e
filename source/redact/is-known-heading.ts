import { headingKey } from '../people/import/heading-synonyms.ts';
import { matchHeadings } from '../people/import/match-headings.ts';
import { isOwnHeading } from '../people/import/own-headings.ts';

/** Columns of our own files, as they are compared; `isOwnHeading` knows them as they are written. */
const OWN_KEYS: ReadonlySet<string> = new Set(['fromuserid', 'touserid', 'line', 'problem']);

/**
 * Whether a heading is a word for a field, in ours or in another system, or nearly so. Any other may be a cell of a file
 * that has no heading line, and tell who somebody is.
 */
export function isKnownHeading(heading: string): boolean {
  return isOwnHeading(heading) || OWN_KEYS.has(headingKey(heading)) || matchHeadings([heading], []).length > 0;
}
