import { expect, test } from 'vitest';
import { foldName, foldWithPlaces } from '../../source/redact/folded-text.ts';
import { fc } from '../helpers/fast-check.ts';

const TEXT = fc.string({
  unit: fc.constantFrom(...'aZß’\u0301İıﬁＪｶﾞ가\u1100\u1161\u11a8か\u3099\u200b😀Σς- .'),
  maxLength: 12,
});

test('a text folds to the same with its places and without, and however it is composed', () => {
  fc.assert(
    fc.property(fc.oneof(TEXT, fc.string({ unit: 'binary' })), (text) => {
      expect(foldWithPlaces(text).text).toBe(foldName(text));
    }),
    { numRuns: 1000 },
  );
  for (const name of ['Dąbrowski', 'Zoë D’Amato', '김민수', 'ががく', 'Ångström', 'İpek']) {
    expect(foldName(name.normalize('NFD'))).toBe(foldName(name));
    expect(foldName(name.toUpperCase())).toBe(foldName(name));
  }
});

test('places are those of whole letters, one behind the other, and none is out of the text', () => {
  fc.assert(
    fc.property(TEXT, (text) => {
      const { text: folded, startOf, endOf } = foldWithPlaces(text);
      let before = 0;
      for (let place = 0; place < folded.length; place += 1) {
        const [start, end] = [startOf(place), endOf(place + 1)];
        expect(start).toBeGreaterThanOrEqual(before);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
        expect(foldName(text.slice(start, end))).toContain(folded[place]);
        before = start;
      }
    }),
    { numRuns: 1000 },
  );
});
