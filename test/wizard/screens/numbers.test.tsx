import { expect, test } from 'vitest';
import { countsText } from '../../../source/commands/describe-run.ts';
import { NO_RECORDS, NO_UNDO } from '../../../source/model/change.ts';
import { countOf } from '../../../source/model/finding.ts';
import type { Plan } from '../../../source/model/plan.ts';
import { undoCountsText } from '../../../source/model/undo-counts-text.ts';
import { rowsBackText } from '../../../source/transfer/undone-text.ts';
import { ProgressBar } from '../../../source/wizard/parts/progress-bar.tsx';
import { totalsText } from '../../../source/wizard/screens/review-words.ts';
import { runOf } from '../given.ts';
import { draw } from '../parts/draw.tsx';

test('numbers are written in one way wherever people read them', () => {
  expect(countOf(1, 'person is', 'people are')).toBe('1 person is');
  expect(countOf(20_000, 'person is', 'people are')).toBe('20,000 people are');
  const counts = { pairs: 20_000, done: 12_949, failed: 1_051, left: 6_000, undone: 1_200 };
  expect(countsText({ ...runOf({ done: 1 }), counts })).toBe(
    '20,000 pairs: 12,949 done, 1,051 failed, 6,000 left; 1,200 undone since',
  );
  expect(undoCountsText({ ...NO_UNDO, returned: 1_220, restored: 4_700, removed: 2_000, copies: 1_000 })).toBe(
    '1,220 returned, 4,700 restored, 1,000 copies removed, 2,000 REMOVED',
  );
  expect(
    rowsBackText({
      values: 5_000,
      reactivated: 4_000,
      deactivated: 6_000,
      removed: 1_000,
      returned: 2_000,
      overwritten: 3_000,
    }),
  ).toBe(
    '5,000 values put back, 4,000 people active again, 6,000 people DEACTIVATED, 1,000 people REMOVED, 2,000 people brought back, 3,000 OVERWRITTEN',
  );
  const totals = {
    ...NO_RECORDS,
    ...NO_UNDO,
    pairs: 1,
    combined: 1_250,
    replaced: 4_700,
    kept: 5_700,
    notMoved: 14_700,
  };
  expect(totalsText({ totals, operation: 'transfer', warnings: [] } as Partial<Plan> as Plan)).toBe(
    '1,250 records move, 4,700 REPLACED, 0 in both, 5,700 kept, 14,700 not moved',
  );
});

test('the progress bar keeps its width, from the first number to the last', () => {
  const barAt = (done: number) => draw(<ProgressBar done={done} total={20_000} width={60} />, 60)[0];
  expect(barAt(2_949)).toMatch(/ 14 % {3}2,949 of 20,000$/);
  expect(barAt(20_000)).toMatch(/100 % {2}20,000 of 20,000$/);
  expect([barAt(0), barAt(2_949), barAt(20_000)].map((line) => line?.length)).toEqual([60, 60, 60]);
});
