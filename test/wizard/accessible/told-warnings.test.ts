import { expect, test } from 'vitest';
import { toldWarnings } from '../../../source/wizard/accessible/questions/told-warnings.ts';

const warnings = Array.from({ length: 12 }, (_, index) => `warning ${index}`);

test.each([
  [0, []],
  [1, ['Warning: warning 0']],
  [11, [...warnings.slice(0, 10).map((text) => `Warning: ${text}`), 'And 1 more warning; choose Warnings.']],
  [12, [...warnings.slice(0, 10).map((text) => `Warning: ${text}`), 'And 2 more warnings; choose Warnings.']],
])('of %i warnings the first ten are read out', (count, expected) => {
  expect(toldWarnings(warnings.slice(0, count), 'choose Warnings')).toEqual(expected);
});
