import { expect, test } from 'vitest';
import { describePlan } from '../../source/commands/describe-plan.ts';
import { NO_RECORDS, NO_UNDO, type UndoChange } from '../../source/model/change.ts';
import type { Plan, PlannedPair } from '../../source/model/plan.ts';
import { STANDARD } from '../merge/given.ts';

function pair(source: number, target: number, undo: Record<string, Partial<UndoChange>>): PlannedPair {
  const person = (id: number) => ({ id, name: `Person ${id}`, fingerprint: '' });
  const whole = Object.entries(undo).map(([type, change]): [string, UndoChange] => [
    type,
    { ...NO_UNDO, outcome: 'put-back', stuck: 0, ...change },
  ]);
  const both = { source: person(source), target: person(target) };
  return { line: null, ...both, changes: {}, undo: Object.fromEntries(whole), fields: [] };
}

/** The lines of an undo of these pairs; of its totals just what is given. */
function described(
  pairs: PlannedPair[],
  { overwriteChanged = false, totals = {}, warnings = [] as Plan['warnings'] } = {},
) {
  const plan = {
    operation: 'undo',
    undoOf: { run: 'run-1', overwriteChanged },
    pairs,
    warnings,
    totals: { pairs: pairs.length, notMoved: 0, ...NO_RECORDS, ...NO_UNDO, ...totals },
  } as Partial<Plan> as Plan;
  return describePlan(plan, STANDARD, true).map((line) => line.trimEnd());
}

test('who gets back from whom, the numbers of all pairs by type, and the sum', () => {
  const pairs = [
    pair(19, 21, { ccrs: { returned: 2 }, 'agent-schedules': { returned: 1, restored: 3 } }),
    pair(20, 22, { ccrs: { returned: 5 }, badges: { removed: 4 } }),
  ];
  expect(described(pairs, { totals: { returned: 8, restored: 3, removed: 4 } })).toEqual([
    'Undo of run run-1',
    '',
    'BACK TO Person 19 (19) FROM Person 21 (21)',
    'BACK TO Person 20 (20) FROM Person 22 (22)',
    '',
    'What is put back',
    '  CCRs             7 go back to the source',
    '  Agent schedules  1 go back to the source, 3 come back to the target',
    '  Badges           4 leave the target',
    '',
    'In all: 2 pairs; records: 8 go back to the source, 3 come back to the target, 4 leave the target.',
  ]);
});

test('what has changed since, pair by pair and type by type, with what becomes of it', () => {
  const pairs = [
    pair(19, 21, {
      ccrs: { returned: 2, changed: 1, outcome: 'partly' },
      'agent-schedules': { changed: 3, outcome: 'left-alone' },
    }),
    pair(20, 22, { ccrs: { changed: 2, outcome: 'left-alone' } }),
  ];
  const lines = described(pairs, { totals: { returned: 2, changed: 6 } });
  expect(lines).toContain('BACK TO Person 20 (20) FROM Person 22 (22): nothing of it is put back');
  expect(lines.slice(lines.indexOf('Changed since'), -2)).toEqual([
    'Changed since',
    '  Between Person 19 (19) and Person 21 (21)',
    '    CCRs             1  these stay as they are',
    '    Agent schedules  3  all of this type stays as it is',
    '  Between Person 20 (20) and Person 22 (22)',
    '    CCRs  2  all of this type stays as it is',
    '  What went on to somebody else stays there, with all of its type that hangs together with it.',
    '  To put back the rest all the same, and lose those changes, add --overwrite-changed',
  ]);
  expect(lines.at(-1)).toBe('In all: 2 pairs; records: 2 go back to the source, 6 changed since.');
});

test('on purpose: what is lost is said, and nothing more is offered', () => {
  const pairs = [
    pair(19, 21, {
      ccrs: { returned: 2, changed: 1, outcome: 'partly' },
      projects: { returned: 2, changed: 2, outcome: 'overwritten' },
    }),
  ];
  const text = described(pairs, { overwriteChanged: true }).join('\n');
  expect(text).toContain('Projects  2  put back all the same: these changes are LOST');
  expect(text).toContain('CCRs      1  put back all the same, but for what went on to somebody else');
  expect(text).not.toContain('--overwrite-changed');
});

test('pairs that cannot be put back are warnings, and an undo of none says so', () => {
  const warning = {
    line: 3,
    column: null,
    value: null,
    code: 'not-undoable',
    message: 'Not put back: X.',
    cure: 'Y.',
  } as const;
  expect(described([], { warnings: [warning] })).toEqual([
    'Undo of run run-1',
    '',
    'Warnings',
    '  line 3: Not put back: X.',
    '    Y.',
    '',
    'In all: 0 pairs; records: nothing is put back.',
  ]);
});
