import { expect, test } from 'vitest';
import { isBusy, placeNow, stepNow } from '../../source/wizard/state.ts';
import {
  after,
  atFile,
  atPhrase,
  atPreview,
  atReview,
  atTypes,
  choose,
  fail,
  jobOf,
  opened,
  planned,
  press,
  runOf,
  type,
} from './given.ts';
import { atResult, started } from './given-run.ts';

test('a single transfer goes through its steps in the order of the documents', () => {
  const first = opened();
  const steps = [first, choose(first, 'single'), press(type(choose(first, 'single'), 'jenny andrews'), 'enter')];
  expect(steps.map(stepNow)).toEqual(['home', 'target', 'source']);
  expect([atTypes(), atReview(), press(atReview(), 'enter'), atPhrase()].map(stepNow)).toEqual([
    'types',
    'review',
    'confirm',
    'phrase',
  ]);
});

test('Escape goes back step by step, and forward again every answer is still there', () => {
  const typed = type(atPhrase(), 'jenny');
  const back = press(typed, 'escape', 'escape');
  expect(stepNow(back)).toBe('review');
  const types = press(planned(back), 'escape');
  expect(stepNow(types)).toBe('types');
  const source = press(types, 'escape');
  expect(stepNow(source)).toBe('source');
  expect(source.pickers.source.field.value).toBe('john smith');
  // The first Escape empties the search, the next one leaves.
  const emptied = press(source, 'escape');
  expect(stepNow(emptied)).toBe('source');
  expect(emptied.pickers.source.field.value).toBe('');
  const home = press(emptied, 'escape', 'escape', 'escape');
  expect(stepNow(home)).toBe('home');
  expect(home.chosen).toEqual({ target: 21, source: 19 });
  expect(choose(home, 'single').chosen).toEqual({ target: 21, source: 19 });
  // The other way has answers of its own: going there and back loses none.
  const bulk = choose(home, 'bulk');
  expect(bulk.file.loaded).toBeNull();
  const again = choose(press(bulk, 'escape'), 'single');
  expect(again.chosen).toEqual({ target: 21, source: 19 });
});

test('Escape on the first screen does nothing', () => {
  expect(press(opened(), 'escape')).toEqual(opened());
});

test.each([
  ['q', 'q', 0],
  ['q', 'enter', 0],
  ['q', 'ctrl-c', 130],
  ['ctrl-c', 'ctrl-c', 130],
  ['ctrl-c', 'q', 0],
])('quitting takes two steps: %s, then %s, ends with %i', (first, second, status) => {
  const asked = press(opened(), first);
  expect(placeNow(asked)).toBe('quit');
  expect(asked.exit).toBeNull();
  expect(press(asked, second).exit).toBe(status);
});

test('Escape takes the question how to quit back, and no other key answers it', () => {
  const asked = press(atReview(), 'q');
  expect(press(asked, 'escape')).toMatchObject({ cover: null, exit: null, trail: asked.trail });
  for (const key of ['y', 'down', 'space', '?', 'x']) expect(press(asked, key)).toEqual(asked);
});

test('where text is typed, q is a letter and Ctrl+C still asks', () => {
  const typed = press(choose(opened(), 'single'), 'q');
  expect(typed.cover).toBeNull();
  expect(typed.pickers.target.field.value).toBe('q');
  expect(press(typed, 'ctrl-c').cover).toBe('quit');
});

test('help covers any place, scrolls, and leaves it as it was', () => {
  const before = atReview();
  const helped = press(before, '?', 'down', 'page-down');
  expect(placeNow(helped)).toBe('help');
  expect(helped.helpScroll).toBeGreaterThan(1);
  expect({ ...press(helped, 'escape'), helpScroll: 0 }).toEqual(before);
});

test('a question mark is help in a text field, too, and leaves what is typed as it is', () => {
  const typed = type(choose(opened(), 'single'), 'jenny');
  const helped = press(typed, '?');
  expect(helped.cover).toBe('help');
  expect(press(helped, 'escape')).toEqual(typed);
});

test('a menu that is covered hears nothing', () => {
  expect(stepNow(choose(press(opened(), '?'), 'single'))).toBe('home');
  expect(stepNow(choose(press(opened(), 'q'), 'single'))).toBe('home');
});

test('Ctrl+L draws anew; a new size is taken in, the same size changes nothing', () => {
  const state = atTypes();
  expect(press(state, 'ctrl-l').repaints).toBe(state.repaints + 1);
  const resized = after(state, { type: 'resized', columns: 100, rows: 30 });
  expect(resized).toMatchObject({ size: { columns: 100, rows: 30 }, trail: state.trail });
  expect(after(resized, { type: 'resized', columns: 100, rows: 30 })).toBe(resized);
});

test('a terminal too small for any screen takes no key but those for quitting', () => {
  const small = after(atReview(), { type: 'resized', columns: 59, rows: 24 });
  expect(press(small, 'enter', 'escape', '?', 'd')).toEqual(small);
  expect(press(small, 'q', 'q').exit).toBe(0);
  expect(press(small, 'ctrl-c', 'ctrl-c').exit).toBe(130);
});

test('a result that comes after its work was given up changes nothing', () => {
  const reading = press(type(atFile(), 'people.csv'), 'enter');
  const id = reading.task?.id ?? 0;
  const givenUp = press(reading, 'escape');
  expect(givenUp.task).toBeNull();
  expect(stepNow(givenUp)).toBe('file');
  const late = { type: 'task-failed', id, code: 'no-file', message: 'Gone.', hint: '' } as const;
  expect(after(givenUp, late)).toEqual(givenUp);
});

test('the plan of an earlier visit to the review is not taken for that of a later one', () => {
  const first = press(atTypes(), 'enter');
  const id = first.task?.id ?? 0;
  const { plan } = planned(first);
  if (plan === null) throw new Error('No plan');
  const changed = press(press(first, 'escape'), 'space', 'enter');
  const late = after(changed, { type: 'task-done', id, result: { kind: 'plan', plan, people: null } });
  expect(late.plan).toBeNull();
  expect(planned(late).plan?.carried).toHaveLength(plan.carried.length - 1);
});

const errors = () => atResult({ done: 2, failed: 1, left: 1, state: 'stopped' });

test.each([
  ['read-file', () => press(type(atFile(), 'people.csv'), 'enter')],
  ['records', () => press(atReview(), 'd')],
  ['open-run', () => press(choose(opened({ runs: [runOf({ done: 1 })] }), 'history'), 'enter')],
  ['open-plan', () => choose(errors(), 'resume')],
  ['retry', () => choose(errors(), 'retry')],
] as const)('Escape gives up %s, which only reads, and the step stays', (kind, busy) => {
  const waiting = busy();
  jobOf(waiting, kind);
  expect(press(waiting, 'escape')).toEqual({ ...waiting, task: null });
});

test.each([
  ['start-run', () => press(type(atPhrase(), 'jenny.andrews'), 'enter')],
  ['stop-run', () => press(started(), 's', 'right', 'enter')],
  ['save-log', () => choose(errors(), 'save')],
  ['export', () => press(choose(opened(), 'export'), 'enter')],
] as const)('Escape gives up no %s: what is being changed or written is waited for', (kind, busy) => {
  const waiting = busy();
  jobOf(waiting, kind);
  expect(press(waiting, 'escape')).toEqual(waiting);
});

test('while slow work decides where to go next no key and no menu does; quitting and help do', () => {
  const reading = press(type(atFile(), 'people.csv'), 'enter');
  expect(isBusy(reading)).toBe(true);
  expect(press(reading, 'x', 'enter', 'down', 'tab', 'backspace')).toEqual(reading);
  expect(press(reading, '?').cover).toBe('help');
  expect(press(reading, 'ctrl-c', 'ctrl-c').exit).toBe(130);
  const saving = choose(errors(), 'save');
  expect(choose(saving, 'home')).toEqual(saving);
  // A folder or a plan that is on its way holds nobody up.
  expect(isBusy(choose(choose(opened(), 'bulk'), 'file'))).toBe(false);
  expect(isBusy(press(atTypes(), 'enter'))).toBe(false);
});

test('a pane that was scrolled past its end comes back to it, each by itself', () => {
  const review = press(atReview(), 'right', 'right', 'page-down', 'page-down', 'page-down');
  const back = after(review, { type: 'past-end', limit: 2 });
  expect(back.scroll).toBe(2);
  expect(press(back, 'up').scroll).toBe(1);
  const helped = press(back, '?', 'page-down', 'page-down');
  const helpBack = after(helped, { type: 'past-end', limit: 3 });
  expect(helpBack).toMatchObject({ helpScroll: 3, scroll: 2 });
  const preview = press(atPreview([['19', '21']]), 'd', 'page-down', 'page-down');
  expect(preview.overlayScroll).toBeGreaterThan(4);
  expect(after(preview, { type: 'past-end', limit: 4 })).toMatchObject({ overlayScroll: 4, scroll: preview.scroll });
  expect(after(back, { type: 'past-end', limit: 50 })).toEqual(back);
});

test('what went wrong is said with what to do, and the step stays', () => {
  const failed = fail(
    press(type(atFile(), 'people.csv'), 'enter'),
    'no-file',
    'There is no such file.',
    'Mend the path.',
  );
  expect(failed.notice).toEqual({ tone: 'bad', text: 'There is no such file. Mend the path.' });
  expect(stepNow(failed)).toBe('file');
});

test('a plan that has gone stale leads back to a new review and says why', () => {
  const starting = press(type(atPhrase(), 'jenny.andrews'), 'enter');
  const failed = fail(starting, 'stale-plan', 'The plan is out of date.');
  expect(stepNow(failed)).toBe('review');
  expect(failed.plan).toBeNull();
  jobOf(failed, 'plan');
  expect(failed.notice?.text).toContain('The plan is out of date.');
  const again = planned(failed);
  expect(again.notice?.text).toContain('The plan is out of date.');
  expect(stepNow(press(again, 'enter'))).toBe('confirm');
});

test('a store that cannot be read is said and loses nothing', () => {
  const lost = after(atReview(), { type: 'lost-sight', message: 'The disk is gone.' });
  expect(lost).toMatchObject({ notice: { tone: 'bad', text: expect.stringContaining('The disk is gone.') } });
  expect({ ...lost, notice: null }).toEqual(atReview());
});

test('what others do to the store is on the first screen at once', () => {
  const runs = [runOf({ done: 1, left: 3 })];
  const changed = after(opened(), {
    type: 'store-changed',
    runs,
    holder: null,
    donePairs: { transfer: new Map([['1:2', 'r']]), merge: new Map() },
  });
  expect(changed.world).toMatchObject({ runs, donePairs: { transfer: new Map([['1:2', 'r']]), merge: new Map() } });
});
