/** Headings that a file of people has, as other systems and the export call them. */
const OF_PEOPLE = /e-?mail|(?:first|last|given|family|account)[ _]?name|surname|vorname|nachname/i;

/** Whether a file with these headings, which lacks a column of pairs, looks like one of people to import (X12). */
export function holdsPeople(headings: readonly string[]): boolean {
  return headings.some((heading) => OF_PEOPLE.test(heading));
}
