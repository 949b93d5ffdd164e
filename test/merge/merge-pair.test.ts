import { describe, expect, test } from 'vitest';
import { mergePair } from '../../source/merge/merge-pair.ts';
import type { Operation } from '../../source/model/catalogue.ts';
import type { RecordsByType } from '../../source/model/record.ts';
import { countsOf, givenCatalogue, givenPerson, givenType, STANDARD } from './given.ts';

const evaluations = givenType({ id: 'evaluations', label: 'Evaluations' });
const notes = givenType({ id: 'notes', label: 'Notes', dependsOn: 'evaluations' });
const keys = givenType({ id: 'keys', rule: 'skip', optional: false, locked: 'A key cannot be handed on.' });
const badges = givenType({ id: 'badges', area: 'Learning' });
const catalogue = givenCatalogue(evaluations, notes, keys, badges);

function transfer(source: RecordsByType, target: RecordsByType = {}, carried = ['evaluations', 'notes']) {
  return mergePair({
    source: givenPerson(19, source),
    target: givenPerson(21, target),
    catalogue,
    operation: 'transfer',
    carried: new Set(carried),
  });
}

test('images hold the types that change and no others; a list that is emptied is there', () => {
  const merge = transfer({ evaluations: [{ id: 1 }], keys: [{ id: 2 }] }, { notes: [{ id: 3 }] });
  expect(merge.before).toEqual({
    source: { id: 19, records: { evaluations: [{ id: 1 }] } },
    target: { id: 21, records: { evaluations: [] } },
  });
  expect(merge.after).toEqual({
    source: { id: 19, records: { evaluations: [] } },
    target: { id: 21, records: { evaluations: [{ id: 1 }] } },
  });
  expect(Object.keys(merge.changes)).toEqual(['evaluations', 'notes', 'keys']);
});

test('types that neither has are absent', () => {
  expect(transfer({})).toMatchObject({ changes: {}, notMoved: [] });
});

describe('what is not moved is listed with its reason', () => {
  test.each<[string, RecordsByType, string[], { type: string; label: string; why: RegExp }]>([
    [
      'another area',
      { badges: [{ id: 1 }] },
      ['badges'],
      { type: 'badges', label: 'Things', why: /A transfer carries QM/ },
    ],
    ['declined', { evaluations: [{ id: 1 }] }, [], { type: 'evaluations', label: 'Evaluations', why: /You chose/ }],
    [
      'rests on a declined one',
      { notes: [{ id: 1 }] },
      ['notes'],
      { type: 'notes', label: 'Notes', why: /"Evaluations"/ },
    ],
    ['skipped by its rule', { keys: [{ id: 1 }] }, [], { type: 'keys', label: 'Things', why: /handed on/ }],
    ['unknown', { desks: [{ id: 1 }] }, [], { type: 'desks', label: 'desks', why: /does not name/ }],
  ])('%s', (_what, records, carried, { why, ...expected }) => {
    const { notMoved, after } = transfer(records, {}, carried);
    expect(notMoved).toEqual([{ ...expected, count: 1, why: expect.stringMatching(why) }]);
    expect(after.source.records).toEqual({});
  });
});

test('a locked type is carried whether it was wanted or not (C10)', () => {
  const merge = mergePair({
    source: givenPerson(19, { 'external-training': [{ id: 1, training: 'Rhetoric' }] }),
    target: givenPerson(21),
    catalogue: STANDARD,
    operation: 'merge',
    carried: new Set(),
  });
  expect(countsOf(merge.changes['external-training'] ?? {})).toEqual({ combined: 1 });
});

describe('records that stay behind whatever the rule says', () => {
  function merge(source: RecordsByType, target: RecordsByType = {}, operation: Operation = 'merge') {
    return mergePair({
      source: givenPerson(19, source),
      target: givenPerson(21, target),
      catalogue: STANDARD,
      operation,
      carried: new Set(STANDARD.types.map(({ id }) => id)),
    });
  }

  test('an archived enrolment', () => {
    const merged = merge({ 'course-enrolments': [{ id: 1, course: 'First aid', archived: true }] });
    expect(countsOf(merged.changes['course-enrolments'] ?? {})).toEqual({ skipped: 1 });
  });

  test('a contact that would be oneself', () => {
    const contacts = [
      { id: 1, person: 21 },
      { id: 2, person: 30 },
    ];
    const merged = merge({ contacts }, { contacts: [{ id: 3, person: 30 }] });
    expect(countsOf(merged.changes.contacts ?? {})).toEqual({ skipped: 1, deduplicated: 1, kept: 1 });
  });

  test('a licence that none of the target’s branches may see (C8)', () => {
    const licences = [
      { id: 1, licence: 'Library', branches: ['Lindenhall/Asia'] },
      { id: 2, licence: 'Lab', branches: ['Lindenhall/Asia', 'Lindenhall/Europe'] },
    ];
    const merged = merge({ licences }, { branches: [{ id: 3, path: 'Lindenhall/Europe' }] });
    expect(countsOf(merged.changes.licences ?? {})).toEqual({ combined: 1, skipped: 1 });
  });

  test('tracking of a course whose enrolment lost; that of a won one replaces the target’s (C6)', () => {
    const enrolled = (id: number, course: string, score: number) => ({ id, course, status: 'completed', score });
    const merged = merge(
      {
        'course-enrolments': [enrolled(1, 'Won', 90), enrolled(2, 'Lost', 10)],
        'scorm-responses': [
          { id: 3, course: 'Won', item: 'Q1' },
          { id: 4, course: 'Lost', item: 'Q1' },
        ],
      },
      {
        'course-enrolments': [enrolled(5, 'Won', 20), enrolled(6, 'Lost', 95)],
        'scorm-responses': [
          { id: 7, course: 'Won', item: 'Q2' },
          { id: 8, course: 'Lost', item: 'Q2' },
        ],
      },
    );
    expect(countsOf(merged.changes['scorm-responses'] ?? {})).toEqual({
      combined: 1,
      replaced: 1,
      skipped: 1,
      kept: 1,
    });
    const after = merged.after.target.records['scorm-responses'] ?? [];
    expect(after.map(({ course, item }) => [course, item])).toEqual([
      ['Lost', 'Q2'],
      ['Won', 'Q1'],
    ]);
  });

  test('in a move they stay with the source', () => {
    const type = givenType({ leaves: { archived: true } });
    const merged = mergePair({
      source: givenPerson(19, { things: [{ id: 1, archived: true }, { id: 2 }] }),
      target: givenPerson(21),
      catalogue: givenCatalogue(type),
      operation: 'transfer',
      carried: new Set(['things']),
    });
    expect(merged.after.source.records).toEqual({ things: [{ id: 1, archived: true }] });
    expect(merged.after.target.records).toEqual({ things: [{ id: 2 }] });
  });
});

test('a transfer of evaluations counts them again for both', () => {
  const merged = mergePair({
    source: givenPerson(19, {
      'evaluations-as-evaluator': [{ id: 1 }],
      'evaluation-statistics': [{ id: 2, evaluations: 1 }],
    }),
    target: givenPerson(21, { 'evaluations-as-evaluator': [{ id: 3 }] }),
    catalogue: STANDARD,
    operation: 'transfer',
    carried: new Set(['evaluations-as-evaluator']),
  });
  expect(merged.after.source.records['evaluation-statistics']).toEqual([{ id: 2, evaluations: 0 }]);
  expect(merged.after.target.records['evaluation-statistics']).toMatchObject([{ evaluations: 2 }]);
});

test('the original actor of an audit event stays in the record', () => {
  const event = { id: 1, event: 'signed in', actor: 'john.smith' };
  const merged = mergePair({
    source: givenPerson(19, { 'audit-events': [event] }),
    target: givenPerson(21),
    catalogue: STANDARD,
    operation: 'transfer',
    carried: new Set(['audit-events']),
  });
  expect(merged.after.target.records['audit-events']).toEqual([event]);
});
