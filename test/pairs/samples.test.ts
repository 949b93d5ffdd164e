import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { StoreData } from '../../source/model/store-data.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { readPairsFile } from '../../source/pairs/read-pairs-file.ts';

const DATA = join(import.meta.dirname, '../../data');

/** What the shipped samples are for: pairs as source:target, and the codes of what is found, against the demonstration store. */
const SAMPLES: Record<string, { pairs: string[]; codes: string[] }> = {
  'from-to.csv': { pairs: ['19:21', '20:22'], codes: [] },
  'to-from.csv': { pairs: ['21:19', '22:20'], codes: ['direction-suspect', 'inactive-target', 'inactive-target'] },
  'self-transfer.csv': { pairs: [], codes: ['self-transfer', 'self-transfer'] },
  'chain.csv': { pairs: ['21:22', '19:21'], codes: ['chain'] },
  'semicolons.csv': { pairs: ['19:21', '20:22'], codes: [] },
  'utf-16.csv': { pairs: ['19:21', '20:22'], codes: [] },
  'people-import.csv': { pairs: [], codes: ['missing-heading'] },
  'several-problems.csv': {
    pairs: [],
    codes: [
      'target-twice',
      'not-an-id',
      'unknown-user',
      'privileged-user',
      'cycle',
      'cycle',
      'target-twice',
      'source-twice',
      'ragged-row',
    ],
  },
};

it('are all described here', async () => {
  expect((await readdir(join(DATA, 'samples'))).sort()).toEqual(Object.keys(SAMPLES).sort());
});

it.each(Object.entries(SAMPLES))('%s', async (name, { pairs, codes }) => {
  const store = JSON.parse(await readFile(join(DATA, 'demo/store.json'), 'utf8')) as StoreData;
  const users = new Map(store.people.map((one) => [one.id, one]));
  const file = await readPairsFile(join(DATA, 'samples', name));
  const matched = matchPairs({ rows: file.rows, direction: 'from-to', users, view: null, donePairs: new Map() });
  expect(matched.pairs.map((pair) => `${pair.source}:${pair.target}`)).toEqual(pairs);
  const found = [...file.problems, ...file.warnings, ...matched.problems, ...matched.warnings];
  expect(found.map((finding) => finding.code)).toEqual(codes);
});
