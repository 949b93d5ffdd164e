import { expect, test } from 'vitest';
import { mergeSentences } from '../../../source/wizard/screens/merge-sentences.ts';
import { aboutPairChoices } from '../../../source/wizard/screens/pair-rows.ts';
import type { State } from '../../../source/wizard/state.ts';
import { atMergeReview, atPolicy, planned, press } from '../given.ts';

/** With the plan's first pair alike, so that nothing but the mark is set. */
function alike(state: State): State {
  const pairs = state.plan?.pairs.map((pair, index) => (index === 0 ? { ...pair, effect: 'marked' as const } : pair));
  return { ...state, plan: state.plan === null ? null : { ...state.plan, pairs: pairs ?? [] } };
}

test('a merge of two says how many fields and records come, or that they are alike', () => {
  const review = atMergeReview();
  expect(mergeSentences(review)[1]).toMatch(/^User information: \d+ fields of Jenny Andrews take .* come over\.$/);
  expect(mergeSentences(alike(review))[1]).toBe(
    'They are alike in all that is merged: only the mark of the source is set.',
  );
});

test('of a file of merges those that are alike are counted, and named where the cursor is on them', () => {
  const rows: [string, string][] = [
    ['19', '21'],
    ['20', '22'],
  ];
  const review = planned(press(atPolicy(rows), 'enter', 'enter'));
  expect(mergeSentences(review)[1]).not.toContain('alike');
  expect(mergeSentences(alike(review))[1]).toMatch(/1 pair is alike: only the mark is set\.$/);
  const [first] = alike(review).plan?.pairs ?? [];
  expect(first && aboutPairChoices(review, first)).toContain('They are alike: only the source is marked.');
});
