import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HandoverError } from '../../source/errors.ts';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';

const type = { id: 'badges', label: 'Badges', area: 'Learning', rule: 'combine', carry: 'copy', why: 'They add up.' };
const area = { areas: ['Learning'], why: 'The rest stays.' };
const catalogue = { version: 1, name: 'Mine', operations: { transfer: area, merge: area }, types: [type], fields: [] };

/** What is said of a catalogue whose types are these, or of this text. */
function complaintAbout(broken: string | object[]): HandoverError {
  const text = typeof broken === 'string' ? broken : JSON.stringify({ ...catalogue, types: broken });
  try {
    parseCatalogue(text, 'mine.json');
  } catch (error) {
    if (error instanceof HandoverError) return error;
    throw error;
  }
  throw new Error('The catalogue was taken.');
}

test('what a type does not say is empty, and it has a switch', () => {
  expect(parseCatalogue(JSON.stringify(catalogue), 'mine.json').types).toEqual([
    {
      ...type,
      key: [],
      best: [],
      sum: [],
      derive: null,
      renumber: null,
      otherPerson: null,
      dependsOn: null,
      optional: true,
      locked: null,
    },
  ]);
});

test('a byte order mark does not matter', () => {
  expect(parseCatalogue(`\uFEFF${JSON.stringify(catalogue)}`, 'mine.json').name).toBe('Mine');
});

test('a broken one is a problem of the file, named with its code and a hint', () => {
  const error = complaintAbout([]);
  expect(error).toMatchObject({ kind: 'problems', code: 'broken-catalogue', exitStatus: 4 });
  expect(error.message).toMatch(/^The catalogue mine\.json is wrong: types /);
  expect(error.hint).toMatch(/--catalogue/);
});

describe('says where and what', () => {
  const derive = { from: 'badges', where: {}, method: 'count', field: 'badges' };
  test.each<[string, object[], RegExp]>([
    ['unknown rule', [{ ...type, rule: 'mix' }], /types\[0\]\.rule must be one of: combine, overwrite, keep-best/],
    ['unknown area', [type, { ...type, id: 'x', area: 'Payroll' }], /types\[1\]\.area must be one of: QM, Classic WFM/],
    ['unknown carry', [{ ...type, carry: 'lend' }], /types\[0\]\.carry must be one of: move, copy/],
    ['missing text', [{ ...type, why: undefined }], /types\[0\]\.why must be a string/],
    ['empty text', [{ ...type, label: '' }], /types\[0\]\.label must not be empty/],
    ['misspelt key', [{ ...type, optinal: false }], /types\[0\] has a key that means nothing here: optinal/],
    ['id with spaces', [{ ...type, id: 'My Badges' }], /types\[0\]\.id must be words of a to z/],
    [
      'order',
      [{ ...type, best: [{ field: 'score', order: 'top' }] }],
      /types\[0\]\.best\[0\]\.order must be "highest"/,
    ],
    ['twin', [type, type], /types\[1\]\.id must be its own: "badges" is the id of types\[0\]/],
    [
      'dependsOn nobody',
      [{ ...type, dependsOn: 'x' }],
      /types\[0\]\.dependsOn must be the id of a type .* "x" is none/,
    ],
    [
      'dependsOn a later one',
      [
        { ...type, dependsOn: 'x' },
        { ...type, id: 'x' },
      ],
      /stands earlier in the file/,
    ],
    [
      'derive from nobody',
      [{ ...type, rule: 'derive', derive: { ...derive, from: 'x' } }],
      /types\[0\]\.derive\.from must/,
    ],
    [
      'derive without dependsOn',
      [type, { ...type, id: 'x', rule: 'derive', derive }],
      /types\[1\]\.dependsOn must be "badges"/,
    ],
    ['follows nobody', [{ ...type, follows: { type: 'x', field: 'y' } }], /types\[0\]\.follows\.type must/],
    ['keep-best without criteria', [{ ...type, rule: 'keep-best', key: ['badge'] }], /types\[0\]\.best must hold/],
    [
      'keep-latest without key',
      [{ ...type, rule: 'keep-latest', best: [{ field: 'x', order: 'highest' }] }],
      /types\[0\]\.key must hold/,
    ],
    ['sum without fields', [{ ...type, rule: 'sum' }], /types\[0\]\.sum must hold a number field/],
    ['derive without derive', [{ ...type, rule: 'derive' }], /types\[0\]\.derive must say how/],
    ['no switch, no reason', [{ ...type, optional: false }], /types\[0\]\.locked must say why/],
    ['a switch and a reason', [{ ...type, locked: 'No.' }], /types\[0\]\.locked must be null/],
  ])('%s', (_what, types, expected) => {
    expect(complaintAbout(types).message).toMatch(expected);
  });

  test.each([
    ['not an object', '[]', /its root must be an object/],
    ['a later version', JSON.stringify({ ...catalogue, version: 2 }), /: version must be one of: 1/],
    [
      'a missing operation',
      JSON.stringify({ ...catalogue, operations: { transfer: area } }),
      /operations\.merge must be an object/,
    ],
    ['an empty file', '', /line 1 is not JSON/],
    ['JSON that breaks off', '{\n"version": 1,\n', /line 3 is not JSON/],
    ['JSON with a slip', '{\n"version": 1,\n"name": Mine,\n"types": []\n}', /line 3 is not JSON/],
  ])('%s', (_what, text, expected) => {
    expect(complaintAbout(text).message).toMatch(expected);
  });
});

test('any single damage to the shipped catalogue is found or harmless, and never anything but a broken catalogue', () => {
  const shipped = readFileSync(new URL('../../data/catalogues/standard.json', import.meta.url), 'utf8');
  for (let place = 0; place < shipped.length; place += 211) {
    const damaged = shipped.slice(0, place) + shipped.slice(place + 1);
    try {
      parseCatalogue(damaged, 'standard.json');
    } catch (error) {
      expect(error).toMatchObject({ code: 'broken-catalogue' });
    }
  }
});
