import { expect, test } from 'vitest';
import { warnProfile } from '../../source/merge/warn-profile.ts';
import type { FieldChange } from '../../source/model/change.ts';
import { givenPerson } from './given.ts';

const source = { ...givenPerson(20), firstName: 'James', lastName: 'Anderson', active: false };
const target = { ...givenPerson(22), firstName: 'Sam', lastName: 'Rodgers' };
const change = (field: string, of: unknown, into: unknown, taken: FieldChange['taken'] = 'source'): FieldChange => ({
  ...{ field, source: of, target: into, taken, why: 'For the test.' },
});
const told = (fields: FieldChange[], people = { source, target }) =>
  warnProfile(3, people, fields).map(({ code, message }) => [code, message]);

test('each thing that is seldom meant is told once, with the ids', () => {
  const fields = [
    change('First Name', 'James', 'Sam'),
    change('Last Name', 'Anderson', 'Rodgers'),
    change('Employee ID', 'LH000020', 'LH000022'),
    change('Enable Scheduling', false, true),
    change('Company End Date', '2026-09-22', null),
  ];
  expect(told(fields)).toEqual([
    ['other-name', 'Sam Rodgers (22) will be called James Anderson.'],
    [
      'same-employee-id',
      'Sam Rodgers (22) gets the Employee ID LH000020, and James Anderson (20) keeps it: two people with one id.',
    ],
    ['scheduling-off', 'Sam Rodgers (22) has Enable Scheduling now, and has it no more afterwards.'],
    [
      'end-of-employment',
      'Sam Rodgers (22) is active and gets the Company End Date 2026-09-22 of James Anderson (20), who is not.',
    ],
  ]);
  expect(warnProfile(3, { source, target }, fields)[0]).toMatchObject({ line: 3, column: 'First Name, Last Name' });
});

test('a name of two halves is told as it will be', () => {
  expect(told([change('First Name', 'James', 'Sam', 'target'), change('Last Name', 'Anderson', 'Rodgers')])).toEqual([
    ['other-name', 'Sam Rodgers (22) will be called Sam Anderson.'],
  ]);
});

test.each<[string, FieldChange[], { source?: object; target?: object }]>([
  ['the target’s is kept', [change('Employee ID', 'A', 'B', 'target'), change('Last Name', 'A', 'B', 'target')], {}],
  ['only case and accents differ', [change('Last Name', 'RÓDGERS', 'Rodgers')], {}],
  ['the target had no name', [change('Last Name', 'Anderson', null)], { target: { firstName: '', lastName: '' } }],
  ['both have the Employee ID already', [change('Employee ID', 'A', 'A')], {}],
  ['the Employee ID goes', [change('Employee ID', null, 'A')], {}],
  ['scheduling goes on', [change('Enable Scheduling', true, false)], {}],
  ['the source is active', [change('Company End Date', '2026-09-22', null)], { source: { active: true } }],
  ['the target has left as well', [change('Company End Date', '2026-09-22', null)], { target: { active: false } }],
])('no warning where %s', (_what, fields, but) => {
  const people = { source: { ...source, ...but.source }, target: { ...target, ...but.target } };
  expect(told(fields, people)).toEqual([]);
});
