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
  { overwriteChanged = false, laterRuns = [] as string[], totals = {}, warnings = [] as Plan['warnings'] } = {},
) {
  const plan = {
    operation: 'undo',
    undoOf: { run: 'run-1', overwriteChanged, laterRuns },
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
    '  CCRs             7 returned',
    '  Agent schedules  1 returned, 3 restored',
    '  Badges           4 removed',
    '',
    'In all: 2 pairs; records: 8 returned to the sources, 3 restored to the targets, 4 removed.',
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
    '  To put them back all the same, and lose those changes, add --overwrite-changed',
  ]);
  expect(lines.at(-1)).toBe(
    'In all: 2 pairs; records: 2 returned to the sources; 6 changed since and left as they are.',
  );
});

test('where nothing can be overwritten nothing is offered; what helps is: the runs that touched it since, by type', () => {
  const stuck = { changed: 3, outcome: 'left-alone', stuck: 3 } as const;
  const pairs = [{ ...pair(19, 21, { ccrs: stuck, projects: stuck }), later: { ccrs: ['run-9', 'run-8'] } }];
  for (const overwriteChanged of [false, true]) {
    const lines = described(pairs, { overwriteChanged, laterRuns: ['run-9', 'run-8'], totals: { changed: 6 } });
    expect(lines[1]).toBe(
      '2 later runs touched the same people: to have everything as it was, undo them first, newest first: run-9, run-8',
    );
    expect(lines).toContain('    CCRs      3  all of this type stays as it is; touched since by run run-9 and run-8');
    expect(lines).toContain('    Projects  3  all of this type stays as it is');
    expect(lines).toContain('  To have it back, undo these runs first, newest first: run-9, run-8');
    expect(lines.join('\n')).not.toMatch(/--overwrite-changed|LOST/);
    expect(lines.at(-1)).toBe('In all: 1 pair; records: nothing is put back; 6 changed since and left as they are.');
  }
});

test('a pair that is only marked as undone says so', () => {
  const lines = described([{ ...pair(19, 21, {}), effect: 'marked' }]);
  expect(lines).toContain(
    'BACK TO Person 19 (19) FROM Person 21 (21): nothing needs to be put back; the pair is only marked as undone',
  );
});

test('where some can be overwritten just those are offered', () => {
  const pairs = [pair(19, 21, { ccrs: { returned: 2, changed: 3, outcome: 'partly', stuck: 1 } })];
  const text = described(pairs).join('\n');
  expect(text).toContain('What went on to somebody else or was replaced since stays so');
  expect(text).toContain('To put the other 2 back all the same, and lose those changes, add --overwrite-changed');
});

test('on purpose: what is lost is said and counted apart from what stays, and nothing more is offered', () => {
  const pairs = [
    pair(19, 21, {
      ccrs: { returned: 3, changed: 3, overwritten: 1, outcome: 'partly', stuck: 2 },
      projects: { returned: 2, changed: 2, overwritten: 2, outcome: 'overwritten' },
      'agent-schedules': { changed: 4, outcome: 'put-back', already: 4 },
    }),
  ];
  const lines = described(pairs, { overwriteChanged: true, totals: { returned: 5 } });
  const text = lines.join('\n');
  expect(text).toMatch(/Projects +2 {2}put back all the same: these changes are LOST\n/);
  expect(text).toMatch(/CCRs +3 {2}1 put back all the same: these changes are LOST, 2 stay as they are\n/);
  expect(text).toMatch(/Agent schedules +4 {2}4 back already, though not by an undo of this run\n/);
  expect(text).not.toContain('--overwrite-changed');
  expect(lines.at(-1)).toBe(
    'In all: 1 pair; records: 5 returned to Person 19 (19); 3 changed since OVERWRITTEN, the changes LOST (undoing this undo brings them back); 2 changed since and left as they are.',
  );
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

test('copies that go are told apart from what nobody has afterwards, and fields from records', () => {
  const undo = {
    badges: { removed: 4, copies: 4 },
    coins: { restored: 1, removed: 1 },
    'user-information': { returned: 1, restored: 14 },
  };
  const lines = described([pair(19, 21, undo)]);
  expect(lines.slice(lines.indexOf('What is put back') + 1, -2)).toEqual([
    '  Badges            4 copies removed',
    '  Coins             1 restored, 1 removed',
    '  User information  14 fields put back, the source is no longer marked as merged',
  ]);
  expect(lines.at(-1)).toBe(
    'In all: 1 pair; records: 1 restored to Person 21 (21), 1 removed, 4 copies removed (the originals stay), 14 fields put back to Person 21 (21).',
  );
});
