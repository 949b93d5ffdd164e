import { expect, test } from 'vitest';
import { homeItems } from '../../../source/wizard/logic/home.ts';
import { stepNow } from '../../../source/wizard/state.ts';
import { choose, finish, jobOf, opened, operatorOf, runOf } from '../given.ts';

const itemsOf = (state: ReturnType<typeof opened>) => new Map(homeItems(state).map((item) => [item.value, item]));

test('a store where nothing has run yet offers single, bulk and the export', () => {
  const items = homeItems(opened());
  expect(items.map(({ label }) => label)).toEqual(['Single', 'Bulk', 'Watch', 'History', 'Export']);
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
  expect(others.filter(({ disabled }) => disabled?.includes('run-2')).map(({ value }) => value)).toEqual([
    'single',
    'bulk',
  ]);
  const watching = finish(choose(opened({ runs }), 'watch:run-2'), {
    kind: 'open-run',
    run: runOf({ id: 'run-2', left: 1 }),
    showAs: 'follow',
  });
  expect(stepNow(watching)).toBe('run');
  expect(watching.run?.id).toBe('run-2');
});

test.each(['interrupted', 'stopped'] as const)('a run that was %s comes first and can be gone on with', (state) => {
  const runs = [runOf({ id: 'run-1', state, done: 3, left: 5 })];
  const [first] = homeItems(opened({ runs }));
  expect(first).toMatchObject({ value: 'resume:run-1', detail: expect.stringContaining('5 of 8 pairs left') });
  expect(first?.disabled).toBeUndefined();
  const resuming = choose(opened({ runs }), 'resume:run-1');
  expect(jobOf(resuming, 'resume-run').run).toBe('run-1');
  expect(stepNow(finish(resuming, { kind: 'resume-run', run: runOf({ id: 'run-1', done: 3, left: 5 }) }))).toBe('run');
});

test('read-only offers nothing that changes the store, and says why', () => {
  const items = itemsOf(opened({ isReadOnly: true, runs: [runOf({ state: 'stopped', done: 1, left: 1 })] }));
  for (const value of ['single', 'bulk', 'resume:2026-03-02-1000-abcd']) {
    expect(items.get(value)?.disabled).toContain('read-only');
  }
  expect(items.get('history')?.disabled).toBeUndefined();
  expect(items.get('export')?.disabled).toBeUndefined();
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
