import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fingerprint } from '../../source/model/fingerprint.ts';
import { fc } from '../helpers/fast-check.ts';

/** The same value with the keys of every object the other way round. */
function turnedRound(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turnedRound);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turnedRound(inner)]),
  );
}

test('the order of keys does not count, at any depth', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => fingerprint(turnedRound(value)) === fingerprint(value)),
  );
});

test('kinds, values and the order of a list count', () => {
  expect(fingerprint(['1'])).not.toBe(fingerprint([1]));
  expect(fingerprint({ id: 1 })).not.toBe(fingerprint({ id: 2 }));
  expect(fingerprint([1, 2])).not.toBe(fingerprint([2, 1]));
});

test('a field that is named like the prototype counts like any other', () => {
  const [first, second] = ['{"__proto__": 1}', '{"__proto__": {"id": 1}}'].map((text) => JSON.parse(text));
  expect(new Set([first, second, {}].map(fingerprint)).size).toBe(3);
});

test('it is the digest of JSON with sorted keys, so that plans of earlier versions still fit', () => {
  const digest = createHash('sha256')
    .update('{"9":"x","Team":[],"id":1,"profile":{"Locale":"en","Rank":null}}')
    .digest('hex');
  expect(fingerprint({ profile: { Rank: null, Locale: 'en' }, id: 1, Team: [], 9: 'x' })).toBe(digest.slice(0, 32));
});
