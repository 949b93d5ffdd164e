// Made once: a new one for every number is what toLocaleString costs.
const NUMBERS = new Intl.NumberFormat('en-GB');

/** "2,143": a number as people read it. */
export function numberText(number: number): string {
  return NUMBERS.format(number);
}
