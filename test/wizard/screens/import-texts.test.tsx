import { expect, test } from 'vitest';
import { describeUndoRows } from '../../../source/commands/describe-undo-rows.ts';
import { NO_RECORDS, NO_UNDO, type UndoChange } from '../../../source/model/change.ts';
import { USER_INFORMATION } from '../../../source/model/merge-choices.ts';
import type { Plan, PlannedPair, RowChange } from '../../../source/model/plan.ts';
import type { Run } from '../../../source/model/run.ts';
import { askUndoReview } from '../../../source/wizard/accessible/questions/ask-undo-review.ts';
import { homeItems } from '../../../source/wizard/logic/home.ts';
import { changedSince } from '../../../source/wizard/screens/changed-since.ts';
import { undoSentences } from '../../../source/wizard/screens/undo-sentences.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { after, choose, finish, opened, press, runOf } from '../given.ts';
import { atImportConfirm, peopleFile } from '../given-import.ts';
import { draw } from '../parts/draw.tsx';

const frameOf = (state: State) => draw(<Wizard state={state} dispatch={() => undefined} />);

function rowOf(id: number, name: string, but: Partial<PlannedPair>): PlannedPair {
  const person = { id, name, fingerprint: 'x' };
  return { line: id, source: person, target: person, changes: {}, undo: {}, fields: [], ...but };
}

const RANK = { field: 'Rank', source: 'Senior', target: 'Agent', taken: 'source', why: 'in the file' } as const;
const TEAM = { field: 'Team', source: null, target: 'Sales', taken: 'source', why: 'blank in the file' } as const;

const KINDS: [number, string, RowChange][] = [
  [19, 'John Smith', { kind: 'update', erased: 2 }],
  [21, 'Jenny Andrews', { kind: 'update', becomes: 'inactive', erased: 0 }],
  [1001, 'Nora New', { kind: 'create', erased: 0 }],
];
const DONE = {
  operation: 'import',
  pairs: KINDS.map(([id, name, row]) => rowOf(id, name, { row, fields: id === 19 ? [RANK, TEAM] : [] })),
} as Partial<Plan>;
const RUN: Run = {
  ...runOf({ done: 3 }),
  operation: 'import',
  counts: { pairs: 3, done: 3, failed: 0, left: 0, undone: 0 },
  pairs: KINDS.map(([id]) => ({ source: id, target: id, state: 'done' })),
};

/** At the result of an import, come to it by History. */
function atResult(run: Run = RUN): State {
  const asked = press(choose(opened({ runs: [run] }), 'history'), 'enter');
  return finish(asked, { kind: 'open-run', run, done: DONE as Plan, showAs: 'result' });
}

test('the result of an import tells who was created, updated and deactivated, and offers the way back', () => {
  const text = frameOf(atResult()).join('\n');
  expect(text).toContain('Import Successful');
  expect(text).toContain('1 created, 2 updated, 1 of them DEACTIVATED, 2 values ERASED');
  expect(text).toContain('done  John Smith (19), updated');
  expect(text).toContain('Undo this run');
  expect(text).toContain('puts 3 rows back');
  expect(text).not.toMatch(/ INTO | into /);
});

test('rows that failed are listed with their reasons, and the way to them is the file', () => {
  const failed = { source: 19, target: 19, state: 'failed', code: 'stale', reason: 'They have changed.' } as const;
  const counts = { pairs: 3, done: 2, failed: 1, left: 0, undone: 0 };
  const run: Run = { ...RUN, state: 'finished-with-errors', counts, pairs: [failed, ...RUN.pairs.slice(1)] };
  const text = frameOf(atResult(run)).join('\n');
  expect(text).toContain('19  John Smith (19): They have changed.');
  expect(text).toContain('import the file once more');
});

test('the list of its rows has one person in each', () => {
  const frame = frameOf(press(atResult(), 'tab'));
  expect(frame[0]).toContain('Rows of the run');
  expect(frame.join('\n')).toMatch(/State +│ Person/);
  expect(frame.join('\n')).not.toContain('Target');
  const detail = frameOf(press(atResult(), 'tab', 'enter')).join('\n');
  expect(detail).toMatch(/^Person +19 +John Smith/m);
  expect(detail).toContain('Rank: Senior; before Agent');
  expect(detail).toContain('Team: ERASED; before Sales');
  expect(detail).not.toContain('from the source');
});

test('the smallest window shows before the phrase what no undo takes back', () => {
  const headings = ['User ID', 'Email', 'First Name', 'Last Name'];
  const rows = [
    ['0', 'new@lindenhall.example', 'New', 'Person'],
    ['0', 'no mail', 'No', 'Mail'],
  ];
  const small = after(opened(), { type: 'resized', columns: 60, rows: 15 });
  const confirm = atImportConfirm(peopleFile(headings, rows), small);
  expect(frameOf(confirm).join('\n')).toMatch(/lines 1 to \d+ of \d+/);
  const phrase = frameOf(press(confirm, 'right', 'enter'))
    .join(' ')
    .replace(/\s+/g, ' ');
  expect(phrase).toContain('activation MAIL; an undo does not take that back.');
  expect(phrase).toContain('Type IMPORT 1 to confirm:');
});

test('keys and help of a run of rows speak of rows', () => {
  const result = frameOf(atResult()).join('\n');
  expect(result).toContain('all its rows');
  expect(frameOf(press(atResult(), 'tab', 'enter')).join('\n')).toContain('undo this row');
  const help = frameOf(press(atResult(), '?')).join('\n');
  expect(help).toMatch(/mail that was\s+sent is not taken back/);
  expect(help).not.toMatch(/pair|source/);
  const saving = after(atResult(), { type: 'menu-chosen', value: 'save' });
  expect(finish(saving, { kind: 'save-log', path: '/x.csv', pairs: 3 }).notice?.text).toBe('Log of 3 rows: /x.csv.');
});

test('rows that were left out for their problems are told of', () => {
  const asked = press(choose(opened({ runs: [RUN] }), 'history'), 'enter');
  const told = finish(asked, { kind: 'open-run', run: RUN, done: DONE as Plan, showAs: 'result', leftOut: 2 });
  expect(frameOf(told).join(' ')).toContain('Left out: 2 rows of the file with problems; nothing happened for them.');
  expect(frameOf(atResult()).join(' ')).not.toContain('Left out');
});

test('whom an undo has removed is called by the name of the plan', () => {
  const run: Run = { ...RUN, id: '2026-03-02T10-01-00-2', operation: 'undo', undoOf: RUN.id };
  const plan = { operation: 'undo', pairs: KINDS.map(([id, name]) => rowOf(id, name, {})) } as Partial<Plan> as Plan;
  const asked = press(choose(opened({ runs: [run] }), 'history'), 'enter');
  const at = finish(asked, {
    kind: 'open-run',
    run,
    done: { ...plan, undoOf: null, totals: DONE.totals } as Plan,
    showAs: 'result',
  });
  expect(frameOf(at).join('\n')).toContain('done  Nora New (1001)');
  expect(frameOf(press(at, 'tab')).join('\n')).toMatch(/done +│ 1001 Nora New/);
});

test('an import that was stopped is told of in rows on the first screen', () => {
  const counts = { pairs: 3, done: 1, failed: 0, left: 2, undone: 0 };
  const { plan: _plan, pairs: _pairs, ...summary } = RUN;
  const items = homeItems(opened({ runs: [{ ...summary, state: 'stopped', counts }] }));
  expect(items[0]?.detail).toContain('2 of 3 rows left');
});

/** At the confirmation of an undo of that import that does these things. */
function undoing(changes: Partial<UndoChange>[], isOverwriting = false): State {
  const pairs = changes.map((change, index) => {
    const [id, name] = KINDS[index] ?? [0, ''];
    const undo = { [USER_INFORMATION]: { ...NO_UNDO, outcome: 'put-back' as const, stuck: 0, ...change } };
    return rowOf(id, name, { undo });
  });
  const sum = (name: 'restored' | 'removed' | 'changed' | 'overwritten') =>
    changes.reduce((all, change) => all + (change[name] ?? 0), 0);
  const totals = { ...NO_RECORDS, ...NO_UNDO, pairs: pairs.length, notMoved: 0, changed: sum('changed') };
  const undoOf = { run: RUN.id, operation: 'import', isAgain: false, overwriteChanged: isOverwriting };
  const plan = { operation: 'undo', undoOf, pairs, totals, warnings: [], confirm: 'UNDO 3' } as Partial<Plan> as Plan;
  return { ...atResult(), mode: 'undo', plan };
}

test('the undo of an import is confirmed by what it does to people', () => {
  const said = undoSentences(undoing([{ restored: 3 }, { restored: 1 }, { removed: 1 }])).join(' ');
  expect(said).toContain(`3 rows of run ${RUN.id} are put back, the last one first.`);
  expect(said).toContain('4 values put back, 1 person REMOVED.');
  expect(said).not.toMatch(/record|target|source/);
});

test('the undo of an import says everywhere which accounts open again and which close, in the words of the import', () => {
  const state: State = {
    ...undoing([{ restored: 3 }, { restored: 1 }, { removed: 1 }]),
    accountsBack: { reactivated: 1, deactivated: 2 },
  };
  expect(undoSentences(state).join(' ')).toContain('2 people become INACTIVE, 1 person becomes active again.');
  const review: State = { ...state, trail: ['home', 'undo-review'] };
  expect(frameOf(review).join('\n')).toContain('2 INACTIVE, 1 active again, 4 values put back, 1 person REMOVED');
  expect(askUndoReview(review).lines?.join(' ')).toContain('2 INACTIVE, 1 active again, 4 values put back');
  for (const step of ['undo-confirm', 'phrase'] as const) {
    expect(frameOf({ ...state, trail: ['home', step] }).join(' ')).toContain('2 people become INACTIVE');
  }
});

test('of one person, by name; and what changed since, in values', () => {
  const said = undoSentences(undoing([{ restored: 1, changed: 2, outcome: 'partly' }])).join(' ');
  expect(said).toContain(`What run ${RUN.id} imported of John Smith (19) is taken back.`);
  expect(said).toContain('Left alone: 2 values that changed since the run.');
});

test('of a row that cannot be taken back it is said why, in the words of the command, and not that it went elsewhere', () => {
  const { plan } = undoing([{ changed: 1, outcome: 'left-alone', stuck: 1 }]);
  if (plan === null) throw new Error('No plan');
  const said = changedSince(plan, opened().world.catalogue, false).join(' ');
  const [row] = describeUndoRows(plan, false).rows;
  const why = 'they STAY: they own data, others name them, or they were merged';
  expect([said, row]).toEqual([expect.stringContaining(why), expect.stringContaining(why)]);
  expect(said).toContain('None of it can be overwritten, for the reason that is told with it.');
  expect(said).not.toMatch(/somebody else|hangs together/);
});

test('the confirmation names the keys that scroll only where something is left to scroll to', () => {
  const file = peopleFile(
    ['User ID', 'Email', 'First Name', 'Last Name', 'Rank'],
    [
      ['0', 'new@lindenhall.example', 'New', 'Person', ''],
      ['0', 'no mail', 'No', 'Mail', ''],
    ],
  );
  const hintsOf = (rows: number) => {
    const frame = frameOf(atImportConfirm(file, opened({}, { columns: 80, rows })));
    return { isCut: frame.some((line) => /lines \d+ to \d+ of/.test(line)), hints: frame.slice(-3).join('\n') };
  };
  const whole = hintsOf(24);
  expect(whole.isCut).toBe(false);
  expect(whole.hints).toContain('press the button');
  expect(whole.hints).not.toMatch(/scroll|page/);
  const cut = hintsOf(15);
  expect(cut.isCut).toBe(true);
  expect(cut.hints).toContain('scroll');
});
