import { expect, test } from 'vitest';
import { listSwitches } from '../../../source/transfer/choose-types.ts';
import { reviewTabs, tabNow } from '../../../source/wizard/logic/review-tabs.ts';
import { touchedTypes } from '../../../source/wizard/logic/touched-types.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { STANDARD } from '../../merge/given.ts';
import {
  atDoneReview,
  atPhrase,
  atPreview,
  atReview,
  atTypes,
  finish,
  jobOf,
  opened,
  planned,
  press,
  type,
} from '../given.ts';

const switches = listSwitches(STANDARD, 'transfer');
/** The cursor of the types on the first one for which this holds. */
const onType = (wanted: (locked: boolean) => boolean): { state: State; id: string } => {
  const index = switches.findIndex(({ locked }) => wanted(locked !== null));
  return { state: press(atTypes(), ...Array<string>(index).fill('down')), id: switches[index]?.type.id ?? '' };
};

test('Space leaves a type behind and takes it up again, and the plan follows', () => {
  const { state, id } = onType((locked) => !locked);
  const without = press(state, 'space');
  expect([...without.without]).toEqual([id]);
  expect(planned(press(without, 'enter')).plan?.carried).not.toContain(id);
  expect(planned(press(without, 'space', 'enter')).plan?.carried).toContain(id);
});

test('a, all or none: without any type nothing goes on', () => {
  const none = press(atTypes(), 'a');
  expect(none.without.size).toBe(switches.filter(({ locked }) => locked === null).length);
  const refused = press(none, 'enter');
  expect(stepNow(refused)).toBe('types');
  expect(refused.notice?.text).toBe('Nothing would be carried. Switch on at least one type with Space.');
  expect(press(none, 'a').without.size).toBe(0);
});

test('a type that is locked is nothing to run by itself; one that was chosen is', () => {
  // What is counted anew goes along with the evaluations and is nobody's to choose.
  expect(switches.filter(({ locked, carries }) => locked !== null && carries)).not.toEqual([]);
  const first = switches.findIndex(({ locked, carries }) => locked === null && carries);
  const one = press(press(atTypes(), 'a'), ...Array<string>(first).fill('down'), 'space');
  expect(stepNow(press(press(atTypes(), 'a'), 'enter'))).toBe('types');
  expect(stepNow(press(one, 'enter'))).toBe('review');
});

test('a plan that changes nothing leads no further, and where to go is said', () => {
  const state = atReview();
  const { plan } = state;
  if (plan === null) throw new Error('No plan');
  const pairs = plan.pairs.map((pair) => ({ ...pair, changes: {} }));
  const refused = press({ ...state, plan: { ...plan, pairs } }, 'enter');
  expect(stepNow(refused)).toBe('review');
  expect(refused.notice?.text).toBe('Nothing would happen: the sources own nothing of what is carried. Esc goes back.');
});

test('a locked type is not switched: it says why', () => {
  const catalogue = {
    ...STANDARD,
    types: STANDARD.types.map((type, index) =>
      index === 0 ? { ...type, optional: false, locked: 'It goes with the rest.' } : type,
    ),
  };
  const refused = press(atTypes(opened({ catalogue })), 'space');
  expect(refused.without.size).toBe(0);
  expect(refused.notice?.text).toContain('cannot be switched: It goes with the rest.');
  expect(press(atTypes(opened({ catalogue })), 'a').without.has(catalogue.types[0]?.id ?? '')).toBe(false);
});

test('nothing leads past the review before the plan is there', () => {
  const waiting = press(atTypes(), 'enter');
  expect(press(waiting, 'enter', 'enter', 'enter')).toEqual(waiting);
  expect(stepNow(press(planned(waiting), 'enter'))).toBe('confirm');
});

test('the tabs go round in both directions', () => {
  const tabs = reviewTabs(atReview()).length;
  const right = Array.from(
    { length: tabs + 1 },
    (_, times) => press(atReview(), ...Array<string>(times).fill('right')).reviewTab,
  );
  expect(right).toEqual([0, 1, 2, 3, 0]);
  expect(press(atReview(), 'left').reviewTab).toBe(tabs - 1);
  expect(press(atReview(), 'tab', 'shift-tab').reviewTab).toBe(0);
});

test('d looks into the records of the type under the cursor, and Escape comes back to it', () => {
  const there = press(atReview(), 'down', 'down');
  const looking = press(there, 'd');
  expect(jobOf(looking, 'records').type).toBe(touchedTypes(there)[2]?.id);
  const seen = finish(looking, { kind: 'records', lines: ['moves  one'] });
  expect(seen).toMatchObject({ overlay: 'records', records: ['moves  one'] });
  expect(press(seen, 'escape')).toMatchObject({ overlay: null, reviewTab: 0 });
  // Reading the records moves no cursor beneath them.
  const read = press(seen, 'page-down', 'down', 'up', 'page-down');
  expect(read.overlayScroll).toBeGreaterThan(2);
  expect(press(read, 'escape').scroll).toBe(2);
  expect(press(atReview(), 'right', 'd').notice?.text).toContain('By type');
});

test('a pair that somebody else ran meanwhile is a problem: its tab comes first, and nothing leads further (A56)', () => {
  const state = atDoneReview();
  expect(state.plan?.problems.map(({ code }) => code)).toEqual(['already-done']);
  expect(tabNow(state)).toMatchObject({ label: 'PROBLEMS', count: 1 });
  const refused = press(state, 'right', 'enter');
  expect(stepNow(refused)).toBe('review');
  expect(refused.notice?.text).toContain('PROBLEMS');
  expect(tabNow(refused)?.content).toBe('problems');
});

test('an inactive target is a warning and no more (X5)', () => {
  const target = press(
    type(press({ ...opened(), mode: 'single', trail: ['home', 'target'] }, 'tab'), 'john smith'),
    'enter',
  );
  const state = planned(press(press(type(target, 'jenny andrews'), 'enter'), 'enter'));
  expect(state.plan?.warnings.map(({ code }) => code)).toEqual(['inactive-target']);
  expect(stepNow(press(state, 'enter'))).toBe('confirm');
});

test('the first confirmation has Cancel in focus, each time (A28)', () => {
  const confirm = press(atReview(), 'enter');
  expect(confirm.confirmFocus).toBe(0);
  expect(stepNow(press(confirm, 'enter'))).toBe('review');
  expect(stepNow(press(confirm, 'right', 'left', 'enter'))).toBe('review');
  const phrase = press(confirm, 'right', 'enter');
  expect(stepNow(phrase)).toBe('phrase');
  expect(press(phrase, 'escape')).toMatchObject({ confirmFocus: 0 });
});

test('only the exact phrase starts the run (A29)', () => {
  const state = atPhrase();
  expect(state.plan?.confirm).toBe('jenny.andrews');
  for (const typed of ['', 'jenny', 'Jenny.Andrews', 'jenny.andrews ', 'yes']) {
    const refused = press(type(state, typed), 'enter');
    expect(refused.task).toBeNull();
    expect(refused.notice?.text).toContain('Type exactly: jenny.andrews');
  }
  const started = press(type(state, 'jenny.andrews'), 'enter');
  expect(jobOf(started, 'start-run').plan).toBe(state.plan);
  expect(press(started, 'enter').tasks).toBe(started.tasks);
});

test('the phrase has to be typed anew each time', () => {
  const back = press(type(atPhrase(), 'jenny.andrews'), 'escape');
  expect(press(back, 'right', 'enter').phrase.value).toBe('');
});

test('a bulk plan holds the pairs of the preview and asks for their number', () => {
  const types = press(
    atPreview([
      ['19', '21'],
      ['20', '22'],
    ]),
    'c',
  );
  const { plan } = planned(press(types, 'enter'));
  expect(plan?.pairs.map(({ line, source, target }) => [line, source.id, target.id])).toEqual([
    [2, 19, 21],
    [3, 20, 22],
  ]);
  expect(plan?.confirm).toBe('TRANSFER 2');
});
