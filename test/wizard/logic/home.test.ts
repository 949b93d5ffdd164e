import { expect, test } from 'vitest';
import { homeChoice, homeItems } from '../../../source/wizard/logic/home.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import {
  after,
  atPreview,
  atTypes,
  choose,
  finish,
  jobOf,
  opened,
  operatorOf,
  planned,
  press,
  runOf,
  type,
} from '../given.ts';

/** Watching run-2 from the first screen. */
const watched = (state: State) =>
  finish(choose(state, 'watch:run-2'), {
    kind: 'open-run',
    run: runOf({ id: 'run-2', left: 1 }),
    done: null,
    showAs: 'follow',
  });
const itemsOf = (state: ReturnType<typeof opened>) => new Map(homeItems(state).map((item) => [item.value, item]));

test('a store where nothing has run yet offers single, bulk, merge, import and the export', () => {
  const items = homeItems(opened());
  expect(items.map(({ label }) => label)).toEqual([
    'Single',
    'Bulk',
    'Merge',
    'Import',
    'Watch',
    'History',
    'Export',
    'Emptied',
  ]);
  expect(items.filter(({ disabled }) => disabled !== undefined).map(({ label }) => label)).toEqual([
    'Watch',
    'History',
  ]);
});

test('a run in progress comes first, and a second one cannot be begun', () => {
  const runs = [
    runOf({ id: 'run-2', done: 3, failed: 1, left: 6, operator: 'team-lead' }),
    runOf({ id: 'run-1', done: 1 }),
  ];
  const [first, ...others] = homeItems(opened({ runs }));
  expect(first).toMatchObject({ value: 'watch:run-2', detail: expect.stringContaining('4 of 10 pairs') });
  expect(first?.detail).toContain('team-lead');
  expect(
    others.filter(({ disabled }) => disabled !== undefined).map(({ value, disabled }) => [value, disabled]),
  ).toEqual([
    ['single', 'a run is in progress; only one at a time, so watch it first'],
    ['bulk', 'a run is in progress; only one at a time, so watch it first'],
    ['merge', 'a run is in progress; only one at a time, so watch it first'],
    ['import', 'a run is in progress; only one at a time, so watch it first'],
  ]);
  const watching = watched(opened({ runs }));
  expect(stepNow(watching)).toBe('run');
  expect(watching.run?.id).toBe('run-2');
});

test('to watch a run keeps what was answered on the way to another one', () => {
  const mended = choose(press(atPreview([['19', '21']]), 'enter'), 'leave-out');
  const home = press(mended, 'escape', 'escape', 'escape', 'escape');
  expect(stepNow(home)).toBe('home');
  const runs = [runOf({ id: 'run-2', left: 6 })];
  const met = after(home, {
    type: 'store-changed',
    runs,
    holder: null,
    donePairs: { transfer: new Map(), merge: new Map() },
  });
  const back = press(watched(met), 'escape');
  const bulk = choose(
    after(back, {
      type: 'store-changed',
      runs: [],
      holder: null,
      donePairs: { transfer: new Map(), merge: new Map() },
    }),
    'bulk',
  );
  expect(bulk.mendings.byLine).toEqual(new Map([[2, { kind: 'left-out' }]]));
  expect(bulk.file.loaded?.rows).toHaveLength(1);
});

test.each(['interrupted', 'stopped'] as const)('a run that was %s comes first and can be gone on with', (state) => {
  const runs = [runOf({ id: 'run-1', state, done: 3, left: 5 })];
  const [first] = homeItems(opened({ runs }));
  expect(first).toMatchObject({ value: 'resume:run-1', detail: expect.stringContaining('5 of 8 pairs left') });
  expect(first?.disabled).toBeUndefined();
  expect(jobOf(choose(opened({ runs }), 'resume:run-1'), 'open-plan').run).toBe('run-1');
});

test('what has been run is answered anew: nobody is chosen, nothing is typed, everything is carried', () => {
  const state = press(atTypes(), 'space');
  expect(state).toMatchObject({ chosen: { source: 19, target: 21 }, showInactive: true });
  expect(state.without.size).toBe(1);
  const phrase = press(planned(press(state, 'enter')), 'enter', 'right', 'enter');
  const run = finish(press(type(phrase, 'jenny.andrews'), 'enter'), { kind: 'start-run', run: runOf({ left: 1 }) });
  const fresh = choose(press(run, 'escape'), 'single');
  expect(fresh).toMatchObject({ chosen: { source: null, target: null }, showInactive: false, typesCursor: 0 });
  expect(fresh.without.size).toBe(0);
  expect(fresh.pickers.target.field.value).toBe('');
  expect(press(type(fresh, 'jenny andrews'), 'enter').pickers.source.field.value).toBe('');
});

test('read-only offers nothing that changes the store, and says why', () => {
  const items = itemsOf(opened({ isReadOnly: true, runs: [runOf({ state: 'stopped', done: 1, left: 1 })] }));
  for (const value of ['single', 'bulk', 'merge', 'resume:2026-03-02-1000-abcd']) {
    expect(items.get(value)?.disabled).toContain('read-only');
  }
  expect(items.get('history')?.disabled).toBeUndefined();
  expect(items.get('export')?.disabled).toBeUndefined();
  expect(items.get('emptied')?.detail).toBe('Accounts whose data went to others: look at them');
  expect(itemsOf(opened()).get('emptied')?.detail).toContain('deactivate or delete them');
});

test('an operator without the permission may look and export, and is told what is missing', () => {
  const items = itemsOf(
    opened({ operator: operatorOf('auditor'), runs: [runOf({ state: 'stopped', done: 1, left: 1 })] }),
  );
  for (const value of ['single', 'bulk', 'resume:2026-03-02-1000-abcd']) {
    expect(items.get(value)?.disabled).toContain('auditor lacks the permission "User Data Transfer"');
  }
  expect(items.get('export')?.disabled).toBeUndefined();
});

test('an unfinished run of which everything was put back does not come first any more', () => {
  const run = runOf({ id: 'run-1', done: 2, left: 3, state: 'stopped' });
  expect(homeItems(opened({ runs: [run] }))[0]?.value).toBe('resume:run-1');
  const undone = { ...run, counts: { ...run.counts, undone: 2 } };
  expect(homeItems(opened({ runs: [undone] }))[0]?.value).toBe('single');
});

test('an unfinished run of which something was put back says that this stays so', () => {
  const run = runOf({ id: 'run-1', done: 2, left: 3, state: 'stopped' });
  const detailOf = (undone: number) =>
    homeItems(opened({ runs: [{ ...run, counts: { ...run.counts, undone } }] }))[0]?.detail;
  expect(detailOf(0)).toBe('The run run-1 is unfinished: 3 of 5 pairs left');
  expect(detailOf(1)).toBe('The run run-1 is unfinished: 3 of 5 pairs left; 1 undone since, and not done again');
});

test('a run that was stopped for good is not offered any more', () => {
  const run = runOf({ id: 'run-1', done: 2, left: 3, state: 'stopped', closed: true });
  expect(homeItems(opened({ runs: [run] }))[0]?.value).toBe('single');
});

test('the cursor stands on an unfinished run where it is the newest, else on Single, and then where it was left', () => {
  const stopped = runOf({ id: 'run-1', done: 2, left: 3, state: 'stopped' });
  const newer = runOf({ id: 'run-2', done: 1 });
  expect(homeItems(opened({ runs: [newer, stopped] }))[0]?.value).toBe('resume:run-1');
  expect(homeChoice(opened({ runs: [stopped, newer] }))).toBe('');
  const older = opened({ runs: [newer, stopped] });
  expect(homeChoice(older)).toBe('single');
  expect(homeChoice(press(choose(older, 'history'), 'escape'))).toBe('history');
  expect(homeChoice(opened({ runs: [runOf({ id: 'run-3', left: 1 }), stopped] }))).toBe('');
});

test('a run that has the store and is not in it yet is starting: it comes first, and no second one can be begun', () => {
  const holder = { login: 'ann', host: 'desk', pid: 7, since: '2026-03-02T10:00:00.000Z', doing: 'run run-2' };
  const runs = [runOf({ id: 'run-1', done: 2, left: 3, state: 'stopped' })];
  const [first, single] = homeItems(opened({ runs, holder }));
  expect(first).toMatchObject({ value: 'watch:run-2', detail: 'The run run-2 is starting, for ann' });
  expect(single?.disabled).toBe('a run is starting; only one at a time, so watch it first');
  expect(jobOf(choose(opened({ runs, holder }), 'watch:run-2'), 'open-run').run).toBe('run-2');
  const other = opened({ runs, holder: { ...holder, doing: 'changing settings' } });
  expect(homeItems(other)[0]?.value).toBe('resume:run-1');
});

test('what lies over the first screen leaves its cursor where it is; another step does not', () => {
  const moved = after(opened(), { type: 'menu-highlighted', value: 'import' });
  const back = press(press(moved, '?'), 'escape');
  expect(back.menuCursor).toBe('import');
  expect(choose(back, 'single').menuCursor).toBeNull();
});
