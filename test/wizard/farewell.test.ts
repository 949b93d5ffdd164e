import { expect, test } from 'vitest';
import { farewell } from '../../source/wizard/farewell.ts';
import { opened } from './given.ts';
import { started } from './given-run.ts';

test('what was done is told in lines that break between words, and a path is not broken at all', () => {
  const path = '/srv/handover/a-rather-long-folder/handover-log-2026-03-02-1000-abcd.csv';
  const state = { ...opened(), summary: ['Run one: 12 done, 3 failed, 4 left.', `Log of 12 pairs: ${path}`] };
  expect(farewell(state, '', 30)).toEqual(['Run one: 12 done, 3 failed, 4', 'left.', 'Log of 12 pairs:', path]);
  expect(farewell(null, '', 30)).toEqual([]);
});

test('how to come back to a run is told with the flags that it takes', () => {
  const lines = farewell(started(), '--store demo', 80);
  expect(lines.at(-1)).toBe('Come back to it: handover --store demo watch 2026-03-02-1000-abcd');
});
