import { expect, test } from 'vitest';
import { pairLines } from '../../../source/wizard/screens/pair-lines.ts';
import { atMergeReview, press, runOf } from '../given.ts';
import { atDoneRun, runDone } from '../given-undo.ts';

test('a pair that was merged tells which fields were taken, what they were before, and what came over by kind', () => {
  const { plan } = atMergeReview();
  if (plan === null) throw new Error('There is no plan');
  const run = { ...runDone(), operation: 'merge' as const };
  const state = press({ ...atDoneRun(undefined, run) }, 'tab', 'enter');
  const merged = { ...state, result: state.result === null ? null : { ...state.result, run, done: plan } };
  const text = pairLines(merged).join('\n');
  expect(text).toContain('\nUser information:\n');
  for (const { field, taken } of plan.pairs[0]?.fields ?? []) {
    const label = merged.world.catalogue.fields.find((rule) => rule.field === field)?.label;
    if (taken === 'target') expect(text).not.toContain(`\n  ${label}: `);
    else expect(text).toContain(`\n  ${label}: `);
  }
  expect(text).toContain('\n  Last Name: Smith, from the source; before Andrews');
  const [[type = '', change] = []] = Object.entries(plan.pairs[0]?.changes ?? {}).filter(
    ([, { combined, carry }]) => combined > 0 && carry === 'copy',
  );
  const label = merged.world.catalogue.types.find(({ id }) => id === type)?.label;
  expect(text).toContain(`\n  ${label}: ${change?.combined} copied`);
});

test('a transfer tells of its kinds, and what was not done of nothing', () => {
  const done = pairLines(press(atDoneRun(), 'tab', 'enter')).join('\n');
  expect(done).toMatch(/\nKinds of data:\n( {2}.+: \d+ (moved|REPLACED|in both).*\n?)+/);
  expect(done).not.toContain('User information:');
  const failed = runOf({ failed: 1 });
  expect(pairLines(press(atDoneRun(undefined, failed), 'tab', 'enter')).join('\n')).not.toContain('Kinds of data');
});
