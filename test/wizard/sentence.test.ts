import stringWidth from 'string-width';
import { describe, expect, it, test } from 'vitest';
import { makeLook } from '../../source/wizard/look.ts';
import { directionSentence } from '../../source/wizard/sentence.ts';
import { type State, stepNow } from '../../source/wizard/state.ts';
import { fc } from '../helpers/fast-check.ts';
import { after, atPreview, atTypes, choose, finish, opened, press, runOf, type } from './given.ts';
import { done, hear, shown, started } from './given-run.ts';
import { atDoneRun, atUndoReview, atUndoTypes, runDone } from './given-undo.ts';

const LOOK = makeLook({ ascii: false });
const told = (state: State, width = 80) => directionSentence(state, width, LOOK);

/** With the people of these ids called otherwise. */
function named(state: State, names: Record<number, [first: string, last: string]>): State {
  const byId = new Map(state.world.byId);
  for (const [id, [firstName, lastName]] of Object.entries(names)) {
    const user = byId.get(Number(id));
    if (user !== undefined) byId.set(user.id, { ...user, firstName, lastName });
  }
  return { ...state, world: { ...state.world, byId } };
}

test('a single transfer says who gives and who receives from the first choice on', () => {
  expect(told(opened())).toBe('');
  expect(told(choose(opened(), 'single'))).toBe('FROM … INTO …, … is kept');
  const target = press(type(choose(opened(), 'single'), 'jenny andrews'), 'enter');
  expect(told(target)).toBe('FROM … INTO Jenny Andrews (21), Jenny Andrews is kept');
  expect(told(atTypes())).toBe('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');
  expect(directionSentence(target, 80, makeLook({ ascii: true }))).toBe(
    'FROM ... INTO Jenny Andrews (21), Jenny Andrews is kept',
  );
});

test('of two who are called alike the id says who is kept, however narrow it is', () => {
  const state = named(atTypes(), { 19: ['美玲', '陳'], 21: ['美玲', '陳'] });
  expect(told(state)).toBe('FROM 美玲 陳 (19) INTO 美玲 陳 (21), 美玲 陳 (21) is kept');
  const long = named(atTypes(), { 19: ['Maximiliane', 'of one house'], 21: ['Maximiliane', 'of another house'] });
  expect(told(long, 60)).toMatch(/^FROM (.+) \(19\) INTO \1 \(21\), \1 \(21\) is kept$/);
  expect(stringWidth(told(long, 60))).toBeLessThanOrEqual(60);
});

test('back at the ways to merge nobody is chosen any more', () => {
  const picked = press(type(choose(choose(opened(), 'merge'), 'merge'), 'jenny andrews'), 'enter');
  expect(told(picked)).toContain('FROM Jenny Andrews (21)');
  const back = press(picked, 'escape', 'escape', 'escape');
  expect([stepNow(back), told(back)]).toEqual(['merge', '']);
});

describe('where people have long names', () => {
  const LONG = 'Wolfeschlegelsteinhausenbergerdorff';

  it('cuts the names and keeps both ids and every word', () => {
    const state = named(atTypes(), { 19: ['Hubert Blaine', LONG], 21: ['Maximiliane', LONG] });
    expect(told(state)).toBe('FROM Hubert Blaine W… (19) INTO Maximiliane Wol… (21), Maximiliane Wol… is kept');
    expect(told(state, 60)).toBe('FROM Hubert B… (19) INTO Maximili… (21), Maximili… is kept');
  });

  it('does so at any width that the wizard has, whatever people are called', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(name, name, name, fc.integer({ min: 60, max: 200 }), (first, last, other, width) => {
        const sentence = told(named(atTypes(), { 19: [first, last], 21: [other, last] }), width);
        expect(stringWidth(sentence)).toBeLessThanOrEqual(width);
        expect(sentence).toMatch(/^FROM .* \(19\) INTO .* \(21\), .* is kept$/u);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the number of further pairs, too', () => {
    const rows: [string, string][] = [
      ['19', '21'],
      ['20', '22'],
      ['23', '24'],
    ];
    const types = named(press(atPreview(rows), 'c'), { 19: ['Hubert Blaine', LONG], 21: ['Maximiliane', LONG] });
    expect(stepNow(types)).toBe('types');
    expect(told(types, 60)).toBe('FROM Hube… (19) INTO Maxi… (21), Maxi… is kept; and 2 more');
  });
});

test('in the preview a row that is no pair says so and names both sides', () => {
  const state = atPreview([
    ['19', '21'],
    ['20', ''],
    ['23', '9999'],
    ['2.1E+01', '24'],
  ]);
  expect(told(state)).toBe('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');
  expect(told(press(state, 'down'))).toBe('Line 3 is skipped: nothing goes FROM James Anderson (20) INTO nobody');
  expect(told(press(state, 'n'))).toBe('Line 4 has a problem: nothing goes FROM Agent 1 (23) INTO “9999”');
  expect(told(press(state, 'n', 'n'))).toBe('Line 5 has a problem: nothing goes FROM “2.1E+01” INTO Agent 2 (24)');
  const left = choose(press(state, 'enter'), 'leave-out');
  expect(told(left)).toBe('Line 2 is left out: nothing goes FROM John Smith (19) INTO Jenny Andrews (21)');
  const none = press(atPreview([['20', '']]), 'f');
  expect(told(none)).toBe('No row is shown');
});

test('the pair at work is told while a run is watched', () => {
  const state = named(started(), {
    101: ['Ann', 'One'],
    102: ['Ben', 'Two'],
    201: ['Cat', 'Tri'],
    202: ['Dan', 'Four'],
  });
  expect(told(state)).toBe('FROM Ann One (101) INTO Cat Tri (201), Cat Tri is kept');
  const next = hear(state, [done(101, { done: 1, failed: 0, left: 3 })]);
  expect(told(next)).toBe('FROM Ben Two (102) INTO Dan Four (202), Dan Four is kept');
});

test('an older result tells of its own pairs while another run goes on', () => {
  const older = { ...runOf({ id: 'run-1', done: 1 }), pairs: [{ source: 19, target: 21, state: 'done' as const }] };
  const home = press(hear(started(), [done(101, { done: 1, failed: 0, left: 3 })]), 'escape');
  const runs = [runOf({ done: 1, left: 3 }), older];
  const listed = choose(
    after(home, { type: 'store-changed', runs, holder: null, donePairs: { transfer: new Map(), merge: new Map() } }),
    'history',
  );
  const result = shown(press(listed, 'down', 'enter'), older);
  expect(result.run?.state).toBe('running');
  expect(told(result)).toBe('FROM John Smith (19) INTO Jenny Andrews (21), Jenny Andrews is kept');
});

describe('an undo', () => {
  it('says who gets back from whom at every later step, and of which run where there is room', () => {
    const review = atUndoReview();
    const phrase = press(review, 'enter', 'right', 'enter');
    for (const state of [atUndoTypes(), review, press(review, 'enter'), phrase]) {
      expect(told(state)).toBe('UNDO: BACK TO John Smith (19) FROM Jenny Andrews (21)');
      expect(told(state, 100)).toBe(`UNDO of run ${runDone().id}: BACK TO John Smith (19) FROM Jenny Andrews (21)`);
    }
  });

  it('cuts the names and neither ids nor words where people have long names', () => {
    const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
    const review = atUndoReview();
    fc.assert(
      fc.property(name, name, name, fc.integer({ min: 60, max: 200 }), (first, last, other, width) => {
        const sentence = told(named(review, { 19: [first, last], 21: [other, last] }), width);
        expect(stringWidth(sentence)).toBeLessThanOrEqual(width);
        expect(sentence).toMatch(/^UNDO.*: BACK TO .* \(19\) FROM .* \(21\)$/u);
      }),
      { numRuns: 200 },
    );
  });

  it('names the pair with which it begins, the last that the run did, and counts the others', () => {
    const named = [
      { source: 19, target: 21 },
      { source: 20, target: 22 },
    ];
    expect(told(atUndoTypes({ named }))).toBe('UNDO: BACK TO James Anderson (20) FROM Sam Rodgers (22); and 1 more');
  });

  it('of an undo says that data goes the first way again, before, while and after it runs', () => {
    const undo = runDone({ id: 'run-2', operation: 'undo', undoOf: 'run-1' });
    const result = atDoneRun(opened({ runs: [undo, runDone({ id: 'run-1' })] }), undo);
    expect(told(result)).toBe('UNDO of run run-1: BACK TO John Smith (19) FROM Jenny Andrews (21)');
    const again = 'UNDO of undo run-2: AGAIN FROM John Smith (19) INTO Jenny Andrews (21)';
    const review = atUndoReview(undefined, atUndoTypes({ run: 'run-2', isAgain: true }, result));
    expect(told(review)).toBe(again);
    const redo = runDone({ id: 'run-3', operation: 'undo', undoOf: 'run-2', state: 'running' });
    const phrase = press(review, 'enter', 'right', 'enter');
    const running = finish(press(type(phrase, 'UNDO 1'), 'enter'), { kind: 'start-run', run: redo });
    expect(told(running)).toBe(again);
    // Another wizard knows it from the list of runs alone.
    const runs = [redo, undo, runDone({ id: 'run-1' })];
    expect(told(atDoneRun(opened({ runs: runs.with(0, { ...redo, state: 'succeeded' }) }), redo))).toBe(again);
  });

  it('stays away from the list of all runs', () => {
    expect(told(press(atUndoTypes(), 'escape', 'escape'))).toBe('');
  });
});
