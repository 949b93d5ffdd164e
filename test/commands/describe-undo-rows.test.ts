import { expect, test } from 'vitest';
import { describePlan } from '../../source/commands/describe-plan.ts';
import { NO_UNDO, type UndoChange } from '../../source/model/change.ts';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { NOBODY, type Plan, type PlannedPair } from '../../source/model/plan.ts';
import { rowBackText } from '../../source/transfer/undone-text.ts';
import { STANDARD } from '../merge/given.ts';

function row(
  id: number,
  undo: Partial<UndoChange> | null,
  but: Partial<PlannedPair> = {},
  isThere = true,
): PlannedPair {
  const person = { id, name: `Person ${id}`, fingerprint: isThere ? 'x' : NOBODY };
  const change = { ...NO_UNDO, outcome: 'put-back' as const, stuck: 0, ...undo };
  const told = undo === null ? {} : { [USER_INFORMATION]: change };
  return { line: id, source: person, target: person, changes: {}, undo: told, fields: [], ...but };
}

function described(pairs: PlannedPair[], overwriteChanged = false, isAgain = false) {
  const undoOf = { run: 'run-1', operation: 'import', isAgain, overwriteChanged };
  return describePlan({ operation: 'undo', undoOf, pairs, warnings: [] } as Partial<Plan> as Plan, STANDARD, true);
}

test('person by person it is told what goes back, who goes and who comes back, and never one into another', () => {
  const pairs = [
    row(2, { restored: 3 }),
    row(3, { removed: 1 }),
    row(4, { restored: 1 }, {}, false),
    row(5, null, { effect: 'marked' }),
  ];
  expect(described(pairs)).toEqual([
    'Undo of run run-1',
    '',
    'line 2: Person 2 (2): 3 values put back',
    'line 3: Person 3 (3): 1 person REMOVED',
    'line 4: Person 4 (4): 1 person brought back',
    'line 5: Person 5 (5): nothing needs to be put back',
    '',
    'In all: 4 rows; 3 values put back, 1 person REMOVED, 1 person brought back.',
  ]);
});

test('of one row that was put back it is said in a word what was done to its person', () => {
  const told = (undo: Partial<UndoChange> | null, isThere = true) => rowBackText(row(2, undo, {}, isThere));
  expect(told({ removed: 1 })).toBe('removed');
  expect(told({ restored: 1 }, false)).toBe('brought back');
  expect(told({ restored: 2, overwritten: 1 })).toBe('2 values put back, 1 OVERWRITTEN');
  expect(told(null)).toBe('nothing put back');
});

test('what stays says why, and how it is put back all the same', () => {
  const pairs = [
    row(2, { restored: 1, changed: 2, outcome: 'partly' }, { later: { [USER_INFORMATION]: ['run-2'] } }),
    row(3, { changed: 1, outcome: 'left-alone', stuck: 1 }),
    row(4, { changed: 1, outcome: 'left-alone', stuck: 1 }, {}, false),
  ];
  expect(described(pairs).slice(2)).toEqual([
    'line 2: Person 2 (2): 1 value put back; 2 changed since and stay, touched since by run run-2',
    'line 3: Person 3 (3): they STAY: they own data, others name them, or they were merged',
    'line 4: Person 4 (4): they are gone, and nothing of it can be put back',
    'To put back what has changed as well, and lose those changes, add --overwrite-changed',
    '',
    'In all: 3 rows; 1 value put back; 4 changed since and left as they are.',
  ]);
});

test('whom an undo had removed does not come back under an ID that is somebody else’s, and that alone is said', () => {
  const lines = described([row(3, { changed: 1, outcome: 'left-alone', stuck: 1 })], false, true);
  expect(lines).toContain("line 3: Person 3 (3): they STAY removed: their ID is somebody else's by now");
});

test('what is overwritten is told loudly', () => {
  const pairs = [row(2, { restored: 2, changed: 2, overwritten: 2, outcome: 'overwritten' })];
  expect(described(pairs, true)).toContain('line 2: Person 2 (2): 2 values put back, 2 OVERWRITTEN');
});

test('accounts that open again or close are counted by the values, those that stay as they are not', () => {
  const account = (source: boolean, taken: 'source' | 'target' = 'source') => ({
    fields: [{ field: 'Active?', source, target: !source, taken, why: '' }],
  });
  const pairs = [
    row(2, { restored: 1 }, account(true)),
    row(3, { restored: 1 }, account(false)),
    row(4, { changed: 1, outcome: 'left-alone' }, account(false, 'target')),
  ];
  const lines = described(pairs);
  expect(lines).toContain('line 2: Person 2 (2): 1 value put back, 1 person active again');
  expect(lines).toContain('line 3: Person 3 (3): 1 value put back, 1 person DEACTIVATED');
  expect(lines).toContain('  Active?  yes stays: changed since the run, before which it was no');
  expect(lines.at(-1)).toBe(
    'In all: 3 rows; 2 values put back, 1 person active again, 1 person DEACTIVATED; 1 changed since and left as they are.',
  );
});

test('of many rows the first are told of, and how many more there are', () => {
  const lines = described(Array.from({ length: 60 }, (_, index) => row(index + 1, { restored: 1 })));
  expect(lines).toContain('and 10 more rows; --json tells of all');
  expect(lines).toHaveLength(2 + 50 + 1 + 1 + 1);
});
