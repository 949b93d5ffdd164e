import { describe, expect, it, test } from 'vitest';
import { NO_UNDO } from '../../../source/model/change.ts';
import { USER_INFORMATION } from '../../../source/model/merge-choices.ts';
import type { RunPair } from '../../../source/model/run.ts';
import { undoSwitchRows } from '../../../source/wizard/screens/undo-switch-rows.ts';
import type { State } from '../../../source/wizard/state.ts';
import { Wizard } from '../../../source/wizard/wizard.tsx';
import { opened, press, type runOf } from '../given.ts';
import { atDoneRun, atUndoReview, atUndoTypes, rescored, runDone, START, undoPlanned } from '../given-undo.ts';
import { draw } from '../parts/draw.tsx';
import { everyPlace } from '../places.ts';

/** The lines of the whole screen at 80 × 24, header, rule and sentence first. */
const frameOf = (state: State) => draw(<Wizard state={state} dispatch={() => undefined} />);
const textOf = (state: State) => frameOf(state).join(' ').replace(/\s+/g, ' ');
const overwriting = () => undoPlanned(press(atUndoReview(rescored), 'o'), rescored);

function placeOf(name: string): State {
  const state = everyPlace()[name];
  if (state === undefined) throw new Error(`There is no place ${name}`);
  return state;
}

describe('what is put back', () => {
  it('tells how many records still stand and have changed, and what rests on what', () => {
    const frame = frameOf(press(atUndoTypes(), 'down', 'down'));
    expect(frame[3]).toBe('3 of 3 data types are put back; this is number 3.');
    expect(frame[4]).toMatch(/^ {2}\[x] Evaluations as evaluator +4 records$/);
    expect(frame[5]).toMatch(/^ {2}\[x] Evaluation statistics +locked: It goes along with Eval…$/);
    expect(frame[6]).toMatch(/^❯ \[x] Agent schedules +8 records$/);
    expect(frame.join('\n')).toContain('Agent schedules: 8 records. Put back, as the review tells.');
    const changed = atUndoTypes({ types: START.types.map((type) => ({ ...type, changed: 1 })) });
    expect(frameOf(changed)[4]).toMatch(/^❯ \[x] Evaluations as evaluator +4 records, 1 changed since$/);
    const locked = textOf(press(atUndoTypes(), 'space', 'down'));
    expect(locked).toContain('Evaluation statistics: It goes along with Evaluations as evaluator.');
  });
});

describe('the review of an undo', () => {
  it('counts all of the plan in one line, and each type under the same words', () => {
    const frame = frameOf(atUndoReview());
    expect(frame[3]).toBe('139 returned, 48 restored, nothing changed since');
    expect(frame[6]).toMatch(/^│ {3}Data type 1\/37 +│ returned │ restored │ REMOVED │ CHANGED │$/);
    expect(frame[7]).toMatch(/^│ ❯ Evaluations as evaluator +│ {8}4 │ {8}0 │ {7}0 │ {7}0 │$/);
    expect(frameOf(press(atUndoReview(), 'right', 'right')).join('\n')).toContain(
      'Nothing has changed since the run: all that was chosen is put back.',
    );
  });

  it('says first what changed since, pair by pair and type by type, and that it is left alone', () => {
    const state = atUndoReview(rescored);
    expect(frameOf(state)[3]).toBe('1 CHANGED SINCE: left alone, 138 returned, 48 restored');
    const text = textOf(press(state, 'right', 'right'));
    expect(text).toContain('[Changed since 1]');
    expect(text).toContain('o puts back what can be all the same; the changes are lost then.');
    expect(text).toContain('BACK TO John Smith (19) FROM Jenny Andrews (21) 1 Evaluations as evaluator: left alone;');
  });

  it('says loudly that changes are lost where they are overwritten, on the confirmations too', () => {
    expect(frameOf(overwriting())[3]).toBe('1 OVERWRITTEN, 139 returned, 48 restored');
    expect(textOf(press(overwriting(), 'right', 'right'))).toContain('1 Evaluations as evaluator: OVERWRITTEN');
    const lost =
      'OVERWRITTEN: 1 record that changed since the run; what was changed is LOST, unless you undo this undo.';
    expect(textOf(press(overwriting(), 'enter'))).toContain(lost);
    expect(textOf(press(overwriting(), 'enter', 'right', 'enter'))).toContain(lost);
    expect(textOf(press(atUndoReview(rescored), 'enter'))).toContain(
      'Left alone: 1 record that changed since the run.',
    );
  });

  it('names the later runs that touched the same people, in every place that leads on', () => {
    const review = atUndoReview(rescored);
    if (review.plan?.undoOf == null) throw new Error('No plan of an undo');
    const { plan } = review;
    const undoOf = { ...review.plan.undoOf, laterRuns: ['run-9'] };
    const later = { 'evaluations-as-evaluator': ['run-9'] };
    const state = { ...review, plan: { ...plan, undoOf, pairs: plan.pairs.map((pair) => ({ ...pair, later })) } };
    expect(frameOf(state)[3]).toBe('1 LATER RUN, 1 CHANGED SINCE: left alone, 138 returned, 48 restored');
    expect(textOf(press(state, 'right', 'right'))).toContain(
      'FROM Jenny Andrews (21), touched since by run run-9 1 Evaluations as evaluator: left alone; the other records are put back',
    );
    expect(textOf(press(state, 'enter'))).toContain(
      'LATER: run run-9 touched the same people since; undo it first to have everything as it was.',
    );
  });

  it('says that a pair is only marked as undone where nothing needs to be put back', () => {
    const review = atUndoReview();
    if (review.plan === null) throw new Error('No plan');
    const { plan } = review;
    const pairs = plan.pairs.map((pair) => ({ ...pair, undo: {}, effect: 'marked' as const }));
    const state = { ...review, plan: { ...plan, pairs, totals: { ...plan.totals, ...NO_UNDO } } };
    expect(textOf(press(state, 'enter'))).toContain('Nothing needs to be put back; it is only marked as undone.');
  });

  it('names the kinds of data of which something is removed, copies aside', () => {
    const review = atUndoReview();
    if (review.plan === null) throw new Error('No plan');
    const { plan } = review;
    const removed = (count: number, copies = 0) => ({
      ...NO_UNDO,
      removed: count,
      copies,
      outcome: 'put-back' as const,
      stuck: 0,
    });
    const undo = { badges: removed(2), 'agent-schedules': removed(3, 3), 'evaluation-statistics': removed(1) };
    const state = { ...review, plan: { ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, undo })) } };
    expect(textOf(press(state, 'enter'))).toContain(
      'REMOVED: 3 records (Badges, Evaluation statistics); nobody has them afterwards.',
    );
  });

  it('of an undo of an undo says the other way round whose data goes where', () => {
    const review = atUndoReview(rescored, atUndoTypes({ isAgain: true }));
    const again = 'AGAIN FROM John Smith (19) INTO Jenny Andrews (21)';
    expect(textOf(press(review, 'right', 'right'))).toContain(`${again} 1 Evaluations`);
    expect(textOf(press(review, 'right'))).toMatch(/│ Again from +│ Into +│/);
    expect(textOf(press(review, 'enter'))).toContain(`put back goes ${again}.`);
  });
});

describe('the result', () => {
  const [first] = runDone().pairs;
  const resultOf = (pair: Partial<RunPair>, parts: Parameters<typeof runOf>[0] = {}) => {
    const run = runDone(parts);
    return textOf(
      atDoneRun(opened({ runs: [run] }), { ...run, pairs: first === undefined ? [] : [{ ...first, ...pair }] }),
    );
  };

  it('of an undo has words of its own, and tells what was left as it was', () => {
    const text = resultOf({ partly: true }, { id: 'run-2', operation: 'undo', undoOf: 'run-1' });
    expect(text).toContain('✓ Undone: what the review showed has been put back.');
    expect(text).toContain('It is the undo of run run-1; of 1 pair something stays as it is.');
    expect(text).toContain('partly done back to John Smith (19) from Jenny Andrews (21)');
    expect(text).not.toContain('Data Transfer Successful');
  });

  it('of an undo tells what it removed and overwrote as well', () => {
    const done = overwriting().plan;
    if (done === null) throw new Error('No plan');
    const run = runDone({ id: 'run-2', operation: 'undo', undoOf: 'run-1' });
    const state = atDoneRun(opened({ runs: [run] }), run);
    const badges = { ...NO_UNDO, removed: 5, copies: 3, outcome: 'put-back' as const, stuck: 0 };
    const pairs = done.pairs.map((pair) => ({ ...pair, undo: { ...pair.undo, badges } }));
    const told = textOf({ ...state, result: { run, saved: null, ...state.result, done: { ...done, pairs } } });
    expect(told).toContain('139 returned, 48 restored, 3 copies removed, 2 REMOVED, 1 OVERWRITTEN. Run run-2');
  });

  it('of a run that was undone says by which run', () => {
    const undone = { by: ['run-2'], whole: false };
    expect(resultOf({ undone })).toContain('Partly undone since, by run run-2.');
    expect(resultOf({ undone })).toContain('partly undone John Smith (19) into Jenny Andrews (21)');
  });

  it('of a run that its store stopped says why and what to do, on the smallest terminal too', () => {
    const why = 'Why: The disk is full. Mend that, then go on with what is left.';
    expect(resultOf({ state: 'left' }, { state: 'stopped', reason: 'The disk is full.' })).toContain(why);
    const run = runDone({ state: 'stopped', reason: 'The disk is full.' });
    const small = { ...atDoneRun(opened({ runs: [run] }), run), size: { columns: 60, rows: 15 } };
    expect(draw(<Wizard state={small} dispatch={() => undefined} />, 60).join(' ')).toContain('Why: The disk is full.');
  });
});

describe('the pairs of a run', () => {
  it('say what became of the one under the cursor', () => {
    expect(textOf(placeOf('pairs'))).toContain('Undone by run run-5 and run-6.');
    expect(textOf(placeOf('pairs, many'))).toContain('Failed: Changed since the plan was made.');
    expect(textOf(placeOf('pairs, none'))).toContain('No pair is listed under “failed”: Tab shows others.');
  });

  it('are counted by kind, whatever is listed', () => {
    expect(frameOf(placeOf('pairs, many'))[3]).toBe(
      ' all 2,000  [failed 499]  left 1   done 1,500   undone 0   partly 0',
    );
  });
});

it('History tells of the run under the cursor what it undid, what undid it, and why it stopped', () => {
  const runs = [
    runDone({ id: 'run-3', state: 'stopped', reason: 'The disk is full.' }),
    runDone({ id: 'run-2', operation: 'undo', undoOf: 'run-1' }),
    runDone({ id: 'run-1' }),
  ];
  const history: State = { ...opened({ runs }), trail: ['home', 'history'] };
  expect(textOf(history)).toContain('Stopped: The disk is full.');
  expect(textOf(press(history, 'down'))).toContain('Undo of run-1, by admin, 2026-03-02 10:00:00 UTC.');
  expect(textOf(press(history, 'down', 'down'))).toContain('Partly undone by run-2.');
});

it('the first screen tells who writes to the store at the moment', () => {
  const holder = { login: 'ann', host: 'desk-7', pid: 7, since: '2026-03-02T09:15:20.000Z', doing: 'run one' };
  expect(textOf(opened({ holder }))).toContain('At work ann on desk-7 since 2026-03-02 09:15:20 UTC: run one');
  expect(textOf(opened())).not.toContain('At work');
});

test('of a profile its fields are counted, and the mark is none of them', () => {
  const start = (records: number) => ({
    types: [{ id: USER_INFORMATION, records, changed: 0 }, ...START.types],
  });
  const detailOf = (records: number) => {
    const state = atUndoTypes(start(records));
    return state.undo === null ? undefined : undoSwitchRows(state, state.undo)[0]?.detail;
  };
  expect(detailOf(6)).toBe('6 fields');
  expect(detailOf(1204)).toBe('1,204 fields');
  expect(detailOf(0)).toBe('the mark as merged');
});
