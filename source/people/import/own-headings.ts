/** Whom a row of an export is about (A12). */
export const OWN_ID_HEADING = 'From User ID';

/** Columns of our own files that say nothing about people: of the export (A12), and of the rows with problems. */
const OWN_HEADINGS: ReadonlySet<string> = new Set([OWN_ID_HEADING, 'To User ID', 'Line', 'Problem']);

/** Whether a column with this heading is one of handover's own, which an import leaves out without a word. */
export function isOwnHeading(heading: string): boolean {
  return OWN_HEADINGS.has(heading);
}
