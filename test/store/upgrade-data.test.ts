import { expect, test } from 'vitest';
import { STORE_VERSION } from '../../source/model/store-data.ts';
import { upgradeData } from '../../source/store/lowdb/upgrade-data.ts';

test('a store of shape 1 gains what it could not know of, its number stays until it is written', () => {
  const run = { id: 'one', counts: { pairs: 1, done: 1, failed: 0, left: 0 }, pairs: [{ source: 1, target: 2 }] };
  const data = { version: 1, name: 'Store', runs: [run] };
  const before = structuredClone(data);
  expect(upgradeData(data)).toMatchObject({
    version: 1,
    name: 'Store',
    runs: [{ ...run, undoOf: null, journal: null, counts: { ...run.counts, undone: 0 } }],
  });
  expect(data).toEqual(before);
});

test('what is of the present shape, of a later one or no store at all is given back as it is', () => {
  for (const value of [
    { version: STORE_VERSION, runs: [] },
    { version: 99 },
    { version: 0 },
    { version: 'x' },
    {},
    null,
    [],
    'x',
    7,
  ]) {
    expect(upgradeData(value)).toBe(value);
  }
});

test('a broken store of shape 1 is upgraded without being mended', () => {
  expect(upgradeData({ version: 1, runs: 'none' })).toMatchObject({ version: 1, runs: [] });
  expect(upgradeData({ version: 1, runs: [null] })).toMatchObject({ runs: [{ undoOf: null, counts: { undone: 0 } }] });
});
