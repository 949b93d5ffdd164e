import { expect, test } from 'vitest';
import { warnRights } from '../../source/merge/warn-rights.ts';
import type { FieldChange } from '../../source/model/change.ts';
import { givenPerson } from './given.ts';

const people = { source: givenPerson(19), target: givenPerson(21) };
const field = (but: Partial<FieldChange>): FieldChange => ({
  ...{ field: 'Roles', source: ['Admin', 'Agent'], target: ['Agent'], taken: 'both', why: 'You chose both.' },
  ...but,
});

test('each right that is gained is named, and only those', () => {
  const fields = [field({}), field({ field: 'QM Views', source: 'All calls', target: null })];
  const warnings = warnRights(7, people, fields);
  expect(warnings).toMatchObject([
    {
      line: 7,
      column: 'Roles',
      code: 'rights-gained',
      message: 'Test 21 (21) gains in Roles: Admin, which Test 19 (19) had.',
    },
    { line: 7, column: 'QM Views', message: 'Test 21 (21) gains in QM Views: All calls, which Test 19 (19) had.' },
  ]);
});

test.each<[string, Partial<FieldChange>, string]>([
  ['by taking the source’s', { taken: 'source' }, 'gains in Roles: Admin,'],
  [
    'by full scope',
    { field: 'Full Scope', source: true, target: false, taken: 'source' },
    'gains in Full Scope: TRUE,',
  ],
  [
    'by full scope as text',
    { field: 'Full Scope', source: 'TRUE', target: null, taken: 'source' },
    'Full Scope: TRUE,',
  ],
])('a right that a catalogue of one’s own hands on is named too: %s', (_what, but, message) => {
  expect(warnRights(null, people, [field(but)])).toMatchObject([{ message: expect.stringContaining(message) }]);
});

test.each<[string, Partial<FieldChange>]>([
  ['the target keeps its own', { taken: 'target' }],
  ['it is no list of rights', { field: 'Member Group' }],
  ['nothing is gained', { source: ['Agent'] }],
  ['the source has none', { source: null }],
  ['both have full scope', { field: 'Full Scope', source: true, target: 'True', taken: 'source' }],
  ['it is taken away', { field: 'Full Scope', source: false, target: true, taken: 'source' }],
])('no warning where %s', (_what, but) => {
  expect(warnRights(null, people, [field(but)])).toEqual([]);
});
