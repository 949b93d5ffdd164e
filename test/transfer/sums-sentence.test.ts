import { expect, test } from 'vitest';
import { NO_UNDO } from '../../source/model/change.ts';
import type { PlannedPair, UndoOf } from '../../source/model/plan.ts';
import { sumsSentence } from '../../source/transfer/sums-sentence.ts';
import { STANDARD } from '../merge/given.ts';

const PERSON = { id: 1, name: 'One', fingerprint: '' };
const RESTORED = { ...NO_UNDO, restored: 1, outcome: 'put-back', stuck: 0 } as const;
const UNDO: UndoOf = { run: 'run-1', operation: 'merge', isAgain: false, overwriteChanged: false };

function sentenceOf(undo: string[], later: string[], isAgain = false): string {
  const pair: PlannedPair = {
    line: null,
    source: PERSON,
    target: PERSON,
    changes: {},
    fields: [],
    undo: Object.fromEntries(undo.map((type) => [type, RESTORED])),
    later: Object.fromEntries(later.map((type) => [type, ['run-2']])),
  };
  return sumsSentence({ pairs: [pair], undoOf: { ...UNDO, isAgain } }, STANDARD);
}

test('it is said of which totals just a part is put back, as later runs added to them', () => {
  expect(sentenceOf(['points', 'coins', 'badges'], ['points', 'coins', 'badges'])).toBe(
    'Of Points and Coins just what the run had added is taken out; what later runs added stays.',
  );
  expect(sentenceOf(['points', 'coins'], ['coins'], true)).toBe(
    'Of Coins just what the run had taken out comes in again; what later runs added stays.',
  );
});

test('nothing is said where no later run touched a total', () => {
  expect(sentenceOf(['points', 'coins', 'badges'], ['badges'])).toBe('');
});
