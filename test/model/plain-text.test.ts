import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { plainText } from '../../source/model/plain-text.ts';
import { fc } from '../helpers/fast-check.ts';

test.each([
  ['“José Łukasz Sørensen” – Müller’s', '"Jose Lukasz Sorensen" - Muller\'s'],
  ['19 → 21 … 80×24 · ≤', '19 > 21 . 80x24 - <'],
  ['─│', '-|'],
  ['e\u0301a', 'ea'],
  ['Δ 5 €', '? 5 ?'],
  ['山田 太郎', '???? ????'],
  ['a👨‍👩‍👧b', 'a??b'],
  ['Straße', 'Strase'],
  ['plain 19,21', 'plain 19,21'],
])('%s becomes %s, as wide as before', (text, plain) => {
  expect(plainText(text)).toBe(plain);
  expect(stringWidth(plain)).toBe(stringWidth(text));
});

test('nothing but ASCII is left of any text', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(text, (any) => {
      expect(plainText(any)).toMatch(/^[\0-\x7f]*$/);
    }),
  );
});
