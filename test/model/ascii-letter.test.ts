import { expect, test } from 'vitest';
import { fitText, visibleText } from '../../source/model/visible-text.ts';
import { fc } from '../helpers/fast-check.ts';

test.each([
  ['José Łukasz Sørensen', 'Jose Lukasz Sorensen'],
  ['Straße, Ærø, Þór', 'Strasse, AEro, Thor'],
  ['健太', '<U+5065><U+592A>'],
  ['健三', '<U+5065><U+4E09>'],
  ['Δ 5 €', '<U+0394> 5 <U+20AC>'],
  ['𠮷', '<U+20BB7>'],
  ['19 → 21 … ≤ 3', '19 -> 21 ... <= 3'],
  ['↑↓ Enter, ←→, ↓', 'Up/Down Enter, Left/Right, Down'],
])('%s is shown in ASCII as %s', (text, shown) => {
  expect(visibleText(text, { ascii: true })).toBe(shown);
});

test('what is cut and padded is as wide as it is to be, and nothing but ASCII', () => {
  expect(fitText('健太', 20, { ascii: true })).toBe('<U+5065><U+592A>    ');
  expect(fitText('健太', 12, { ascii: true })).toBe('<U+5065>... ');
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, fc.integer({ min: 0, max: 30 }), (any, width) => {
      expect(fitText(any, width, { ascii: true })).toMatch(new RegExp(`^[\\x20-\\x7e]{${width}}$`));
    }),
  );
});
