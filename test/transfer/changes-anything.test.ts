import { expect, test } from 'vitest';
import { NO_RECORDS, type RecordCounts } from '../../source/model/change.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { changesAnything } from '../../source/transfer/changes-anything.ts';
import { pairsOf, planOn } from './given-plan.ts';

const DEMO = makeDemo({ users: 40, seed: 2 });
const [PAIR] = planOn(DEMO, pairsOf([19, 21])).pairs;

/** Whether a plan of one pair changes anything that does `counts` to one data type, and nothing to another. */
function changes(counts: Partial<RecordCounts>): boolean {
  const type = { rule: 'combine', carry: 'move', ...NO_RECORDS } as const;
  return (
    PAIR !== undefined && changesAnything({ pairs: [{ ...PAIR, changes: { a: type, b: { ...type, ...counts } } }] })
  );
}

test.each(['combined', 'replaced', 'deduplicated', 'summed', 'derived'] as const)('%s is a change', (count) => {
  expect(changes({ [count]: 1 })).toBe(true);
});

test('records that stay where they are, and pairs without any, are none', () => {
  expect(changes({ kept: 3, skipped: 2 })).toBe(false);
  expect(changes({})).toBe(false);
  expect(changesAnything({ pairs: [] })).toBe(false);
  expect(changesAnything(planOn(DEMO, pairsOf([19, 21])))).toBe(true);
});
