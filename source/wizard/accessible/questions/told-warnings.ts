import { numberText } from '../../../model/number-text.ts';

/** How many warnings are read out where a plan is agreed to. */
const TOLD = 10;

/** The first of these warnings, a line each, and how many more there are. @param where where all of them can be heard */
export function toldWarnings(warnings: readonly string[], where: string): string[] {
  const rest = warnings.length - TOLD;
  const told = warnings.slice(0, TOLD).map((warning) => `Warning: ${warning}`);
  return rest > 0 ? [...told, `And ${numberText(rest)} more ${rest === 1 ? 'warning' : 'warnings'}; ${where}.`] : told;
}
