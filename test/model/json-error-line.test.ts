import { expect, test } from 'vitest';
import { jsonErrorLine } from '../../source/model/json-error-line.ts';
import { fc } from '../helpers/fast-check.ts';

test.each([
  ['{}', null],
  ['', 1],
  ['{"one": 1,}', 1],
  ['{\n  "one": 1\n  "two": 2\n}', 3],
  ['{\n  "one": tru,\n  "two": 2\n}', 2],
  ['[\n1,\n2', 3],
  ['[\n"open,\n2]', 2],
  ['{\r\n"one": 1,\r\n"two": ?\r\n}', 3],
  ['[1]\n]', 2],
])('%j breaks at line %s', (text, line) => {
  expect(jsonErrorLine(text)).toBe(line);
});

test('a question mark put between two lines of good JSON is found at its line', () => {
  fc.assert(
    fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, chance) => {
      const lines = JSON.stringify(value, null, 1).split('\n');
      const place = chance % lines.length;
      expect(jsonErrorLine(lines.toSpliced(place, 0, '?').join('\n'))).toBe(place + 1);
    }),
  );
});
