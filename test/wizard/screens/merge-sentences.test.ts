import { expect, test } from 'vitest';
import { mergeSentences } from '../../../source/wizard/screens/merge-sentences.ts';
import { aboutPairChoices } from '../../../source/wizard/screens/pair-rows.ts';
import { warningsSentence } from '../../../source/wizard/screens/plan-sides.ts';
import { totalsText } from '../../../source/wizard/screens/review-words.ts';
import type { State } from '../../../source/wizard/state.ts';
import { atMergeReview, atPolicy, planned, press } from '../given.ts';

/** With the plan's first pair alike, so that nothing but the mark is set. */
function alike(state: State): State {
  const pairs = state.plan?.pairs.map((pair, index) => (index === 0 ? { ...pair, effect: 'marked' as const } : pair));
  return { ...state, plan: state.plan === null ? null : { ...state.plan, pairs: pairs ?? [] } };
}

test('a merge of two says how many fields and records come, or that they are alike', () => {
  const review = atMergeReview();
  expect(mergeSentences(review)[1]).toMatch(/^User information: \d+ fields of Jenny Andrews take .* come over: .*\.$/);
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

test('what leaves the source is counted by itself, and what both have of those kinds leaves it, too', () => {
  const review = atMergeReview();
  const changes = Object.values(review.plan?.pairs[0]?.changes ?? {});
  const sum = (carry: string, name: 'combined' | 'summed' | 'deduplicated') =>
    changes.reduce((total, each) => total + (each.carry === carry ? each[name] : 0), 0);
  const [moved, copied, added] = [sum('move', 'combined'), sum('copy', 'combined'), sum('copy', 'summed')];
  const twice = sum('move', 'deduplicated');
  for (const count of [moved, copied, added, twice]) expect(count).toBeGreaterThan(1);
  expect(mergeSentences(review)[1]).toContain(
    ` ${moved + copied + added} records come over: ${moved} leave John Smith, ${copied} are copied, ${added} are added up. ${twice} records that Jenny Andrews had already leave John Smith, too.`,
  );
});

test('two who are called alike are told apart by their ids in every sentence', () => {
  const review = atMergeReview();
  const pairs = review.plan?.pairs.map((pair) => ({
    ...pair,
    source: { ...pair.source, name: '美玲 陳' },
    target: { ...pair.target, name: '美玲 陳' },
  }));
  const state = { ...review, plan: review.plan === null ? null : { ...review.plan, pairs: pairs ?? [] } };
  for (const sentence of mergeSentences(state)) expect(sentence).not.toMatch(/美玲 陳(?! \((?:19|21)\))/);
});

test('that there are warnings stands first in the numbers of the review', () => {
  const { plan } = atMergeReview();
  if (plan === null) throw new Error('There is no plan');
  expect(plan.warnings.length).toBeGreaterThan(0);
  expect(totalsText(plan)).toMatch(new RegExp(`^${plan.warnings.length} warnings?, \\d+ records? comes? over`));
  expect(totalsText({ ...plan, warnings: [] })).toMatch(/^\d+ records? comes? over/);
});

test('that the kept person goes by another name is said before it is confirmed, not only counted', () => {
  const review = atMergeReview();
  const [told] = (review.plan?.warnings ?? []).filter(({ code }) => code === 'other-name');
  expect(told?.message).toBe('Jenny Andrews (21) will be called John Smith.');
  expect(mergeSentences(review)[2]).toContain('Jenny Andrews (21) will be called John Smith.');
  const counted = (review.plan?.warnings ?? []).length - 1;
  expect(mergeSentences(review)[4]).toBe(warningsSentence(counted, 1));
});
