import { expect, it } from 'vitest';
import { makeNewlineDetector } from '../../source/csv/detect-newlines.ts';
import { fc } from '../helpers/fast-check.ts';

it('finds the line endings that occur, wherever the bytes come apart', () => {
  const texts = fc.array(fc.constantFrom('a', '\n', '\r', '\r\n'), { maxLength: 8 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(texts, fc.array(fc.nat(8), { maxLength: 3 }), (text, cuts) => {
      const detector = makeNewlineDetector();
      const places = [0, ...cuts.sort((left, right) => left - right), text.length];
      for (const [index, place] of places.entries()) {
        detector.look(Buffer.from(text.slice(place, places[index + 1] ?? text.length)));
      }
      const expected = new Set(text.match(/\r\n|\r|\n/g) ?? ['\n']);
      expect(new Set(detector.found())).toEqual(expected);
    }),
    { numRuns: 1000 },
  );
});

it('puts CRLF before CR, for a parser that takes the first that fits', () => {
  const detector = makeNewlineDetector();
  detector.look(Buffer.from('a\rb\r\n'));
  expect(detector.found()).toEqual(['\r\n', '\r']);
});
