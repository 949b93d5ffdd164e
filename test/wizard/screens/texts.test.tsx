import { describe, expect, it } from 'vitest';
import type { Plan } from '../../../source/model/plan.ts';
import { planDone } from '../../../source/transfer/plan-left.ts';
import { reviewTabs } from '../../../source/wizard/logic/review-tabs.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { atDirection, atMergeReview, atPreview, atReview, choose, fileOf, finish, press, runOf } from '../given.ts';
import { ended, started } from '../given-run.ts';
import { atUndoReview } from '../given-undo.ts';
import { draw } from '../parts/draw.tsx';
import { everyPlace } from '../places.ts';

/** The lines of the whole screen at 80 × 24, header, rule and sentence first. */
const frameOf = (state: State) => draw(<Wizard state={state} dispatch={() => undefined} />);

function placeOf(name: string): State {
  const state = everyPlace()[name];
  if (state === undefined) throw new Error(`There is no place ${name}`);
  return state;
}

describe('the review', () => {
  it('counts all of the plan in one line, and each type under the same words', () => {
    const frame = frameOf(atReview());
    expect(frame[3]).toBe('125 records move, 47 REPLACED, 13 in both, 57 kept, 148 not moved');
    expect(frame[6]).toMatch(/^│ {3}Data type 1\/37 +│ moves │ REPLACED │ both │ kept │ stays │ anew │$/);
    expect(frame[7]).toMatch(/^│ ❯ Evaluations as evaluator +│ {5}3 │ {8}0 │ {4}1 │ {4}3 │ {5}0 │ {4}0 │$/);
  });

  it('says of one record that it moves', () => {
    const state = atReview();
    if (state.plan === null) throw new Error('No plan');
    const totals = { ...state.plan.totals, combined: 1, summed: 0, notMoved: 0, skipped: 0 };
    expect(frameOf({ ...state, plan: { ...state.plan, totals } })[3]).toBe(
      '1 record moves, 47 REPLACED, 13 in both, 57 kept, 0 not moved',
    );
  });

  it('says of a tab without a row that there is nothing of it, in place of bare headings', () => {
    const emptied = (state: State): State => {
      if (state.plan === null) throw new Error('No plan');
      const pairs = state.plan.pairs.map((pair) => ({ ...pair, changes: {}, undo: {} }));
      return { ...state, plan: { ...state.plan, pairs } };
    };
    const transfer = frameOf(emptied(atReview()));
    expect(transfer).toContain('Nothing of this: the source has nothing of what is carried.');
    expect(transfer.join()).not.toContain('Data type');
    const merge = emptied(atMergeReview());
    const told = reviewTabs(merge).map((_tab, reviewTab) => frameOf({ ...merge, reviewTab })[5]);
    expect(told.slice(2, 6)).toEqual(Array(4).fill('Nothing of this: the source has none of it, or it is left out.'));
    expect(frameOf(emptied(atUndoReview()))).toContain('Nothing of this is put back.');
  });

  it('of an unfinished run counts what is left and says how much of it is settled', () => {
    expect(frameOf(placeOf('review, unfinished'))[0]).toMatch(/^handover {2}Unfinished transfer 1\/5: Review /);
    const text = frameOf(placeOf('confirm, unfinished')).join(' ').replace(/\s+/g, ' ');
    expect(text).toContain(`The run ${runOf().id} goes on: 3 of its 4 pairs are settled. What you chose moves FROM`);
    expect(text).toContain('Moved: 125 records leave John Smith and belong to Jenny Andrews afterwards.');
    expect(text).toContain('13 records that Jenny Andrews had already leave John Smith, too.');
    expect(text).toContain('REPLACED: 47 records of Jenny Andrews go; those of John Smith take their place.');
  });
});

const EMPTY: [string, string] = ['30', ''];
const ROWS = Array.from({ length: 240 }, (_, index): [string, string] => {
  if (index === 0) return ['19', '21'];
  return index === 30 ? ['20', '22'] : index === 60 ? ['23', '24'] : EMPTY;
});

describe('the preview', () => {
  it('says in one line what the file holds, which rows are shown and which page this is', () => {
    const state = press(atPreview(ROWS), 'right', 'right');
    expect(frameOf(state)[3]).toBe('240 rows: 3 pairs, 0 problems, 237 skipped                     all: page 3 of 24');
    expect(frameOf(press(state, 'f'))[3]).toMatch(/^240 rows: .* pairs: page 1 of 1$/);
    expect(frameOf(press(state, 'f', 'f'))[3]).toMatch(/^240 rows: .* problems: page 1 of 1$/);
  });

  it('shows a page of ten rows whole', () => {
    const frame = frameOf(press(atPreview(ROWS), 'right', 'right'));
    const lines = frame.flatMap((line) => /^│ .? +(\d+) │/.exec(line)?.[1] ?? []);
    expect(lines).toEqual(['22', '23', '24', '25', '26', '27', '28', '29', '30', '31']);
  });

  it('tells of a problem of the whole file whatever row the cursor is on, and with no row shown at all', () => {
    const problem = {
      line: 250,
      column: null,
      value: null,
      code: 'unreadable',
      message: 'Lines 250 to 260 cannot be read.',
      cure: 'Save the file anew.',
    } as const;
    const state = choose(atDirection({ ...fileOf(ROWS), problems: [problem] }), 'from-to');
    for (const place of [state, press(state, 'down', 'down'), press(state, 'end'), press(state, 'f', 'f')]) {
      expect(frameOf(place).join('\n')).toContain('▲ Lines 250 to 260 cannot be read. Save the file anew.');
    }
  });
});

describe('the result', () => {
  const NAMED = { source: 19, target: 21, state: 'done' as const };

  function resultOf(plan: Plan | null): string[] {
    const run = { ...runOf({ done: 1 }), pairs: [NAMED] };
    const done = plan === null ? null : planDone(plan, run);
    return frameOf(finish(ended(started()), { kind: 'open-run', run, done, showAs: 'result' }));
  }

  it('says how many records have moved and how many were replaced', () => {
    expect(resultOf(atReview().plan)[4]).toBe(`1 done, 0 failed, 0 left; 125 moved, 47 replaced. Run ${runOf().id}`);
  });

  it('names the run that has carried since what failed', () => {
    const why = { code: 'stale', reason: 'They have changed.' } as const;
    const run = { ...runOf({ failed: 1 }), pairs: [{ ...NAMED, state: 'failed' as const, ...why, since: 'run-9' }] };
    const frame = frameOf(finish(ended(started()), { kind: 'open-run', run, done: null, showAs: 'result' })).join(' ');
    expect(frame.replace(/\s+/g, ' ')).toContain('They have changed. (carried by run run-9 since)');
  });

  it('counts pairs alone where the plan of the run is no longer to be had', () => {
    expect(resultOf(null)[4]).toBe(`1 done, 0 failed, 0 left. Run ${runOf().id}`);
  });

  it('tells the head of the audit log above the list of pairs, or, where that would have no room, behind it', () => {
    const head = { lines: 312, hash: '3f9a'.repeat(16), isAnchored: true };
    const run = { ...runOf({ done: 1 }), pairs: [NAMED] };
    const state = finish(ended(started()), { kind: 'open-run', run, done: null, head, showAs: 'result' });
    const told = (rows: number, scroll = 0) => frameOf({ ...state, scroll, size: { columns: 100, rows } }).join('\n');
    const text = `Audit log: 312 lines, head ${head.hash}`;
    expect(told(30).indexOf(text)).toBeLessThan(told(30).indexOf('John Smith (19) into'));
    expect(told(30)).toContain(text);
    expect(told(16)).not.toContain(text);
    expect(told(16, 1)).toContain(text);
  });

  it('counts just what was done, not what is left', () => {
    const { plan } = atReview();
    const run = { ...runOf({ left: 1, state: 'stopped' }), pairs: [{ ...NAMED, state: 'left' as const }] };
    const done = plan && planDone(plan, run);
    const frame = frameOf(finish(ended(started()), { kind: 'open-run', run, done, showAs: 'result' }));
    expect(frame[4]).toBe(`0 done, 0 failed, 1 left; 0 moved, 0 replaced. Run ${run.id}`);
  });
});

it('quitting says that mended rows are not saved, until they are', () => {
  const mended = choose(press(atPreview(ROWS), 'enter'), 'leave-out');
  const unsaved = 'No copy of your mended rows is saved.';
  expect(frameOf(press(mended, 'q')).join(' ')).toContain(unsaved);
  const saving = press(mended, 's', 'enter');
  const saved = finish(saving, { kind: 'save-mended', path: '/srv/files/people-mended.csv', rowsChanged: 1 });
  expect(frameOf(press(saved, 'q')).join(' ')).not.toContain(unsaved);
  expect(frameOf(press(atPreview(ROWS), 'q')).join(' ')).not.toContain(unsaved);
});
