import { expect, test } from 'vitest';
import { rowNow, visibleCount } from '../../../source/wizard/logic/preview.ts';
import { hasUnsavedMendings, placeNow, type State, stepNow } from '../../../source/wizard/state.ts';
import { after, atPreview, choose, finish, jobOf, opened, operatorOf, press, type } from '../given.ts';

/** Line 2 is a pair, line 3 names nobody, line 4 has no target, line 5 is a tenant administrator. */
const ROWS: [string, string][] = [
  ['19', '21'],
  ['20', '9999'],
  ['23', ''],
  ['1', '24'],
];
const problemLines = (state: State) => state.preview.match?.problems.map(({ line }) => line);
const pairAt = (state: State, line: number) => state.preview.match?.pairByLine.get(line);
const atProblem = () => press(atPreview(ROWS), 'n');

test('Enter opens the choice of what becomes of the row; Escape and "as it is" close it unchanged', () => {
  const mending = press(atProblem(), 'enter');
  expect(placeNow(mending)).toBe('mend');
  expect(press(mending, 'escape').mendings).toBe(mending.mendings);
  expect(choose(mending, 'nothing')).toMatchObject({ overlay: null, mendings: mending.mendings });
});

test('another target is picked from all people and checked at once', () => {
  const picking = choose(press(atProblem(), 'm'), 'target');
  expect(placeNow(picking)).toBe('mend-person');
  const mended = press(type(picking, 'sam rodgers'), 'enter');
  expect(mended.overlay).toBeNull();
  expect(pairAt(mended, 3)).toEqual({ line: 3, source: 20, target: 22 });
  expect(problemLines(mended)).toEqual([5]);
  expect(rowNow(mended)?.line).toBe(3);
  expect(mended.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('Sam Rodgers (22)') });
});

test('what is typed searches for another person on the side under the cursor; Escape leads back, nothing changed', () => {
  const mending = press(atProblem(), 'enter');
  const picking = type(mending, 'jq sam');
  expect([placeNow(picking), picking.mendSide]).toEqual(['mend-person', 'target']);
  expect(picking.pickers.mend.field.value).toBe('jq sam');
  const back = press(picking, 'escape', 'escape');
  expect([placeNow(back), back.mendings]).toEqual(['mend', mending.mendings]);
  expect(placeNow(press(back, 'escape'))).toBe('preview');
  const other = type(after(mending, { type: 'menu-highlighted', value: 'source' }), 'kim');
  expect([other.mendSide, press(other, 'escape', 'escape').menuCursor]).toEqual(['source', 'source']);
});

test('no text is taken on the line that leaves the row out, and no row is left out twice', () => {
  const last = after(press(atProblem(), 'enter'), { type: 'menu-highlighted', value: 'leave-out' });
  const typed = type(last, 'qd');
  expect([placeNow(typed), typed.mendings]).toEqual(['mend', last.mendings]);
  expect(typed.notice?.text).toContain('Nothing was changed.');
  const out = choose(last, 'leave-out');
  expect(choose(press(out, 'enter'), 'leave-out').mendings).toBe(out.mendings);
});

test('another source, by the same way', () => {
  const first = press(atPreview(ROWS), 'end', 'enter');
  expect(rowNow(first)?.line).toBe(5);
  const mended = press(type(choose(first, 'source'), 'sam rodgers'), 'enter');
  expect(pairAt(mended, 5)).toEqual({ line: 5, source: 22, target: 24 });
});

test('a row without a target can be given one', () => {
  const given = press(type(choose(press(atPreview(ROWS), 'down', 'down', 'enter'), 'target'), 'agent.2'), 'enter');
  expect(pairAt(given, 4)).toBeUndefined();
  expect(problemLines(given)).toEqual(expect.arrayContaining([4, 5]));
  const other = press(type(choose(press(atPreview(ROWS), 'down', 'down', 'enter'), 'target'), 'sam rodgers'), 'enter');
  expect(pairAt(other, 4)).toEqual({ line: 4, source: 23, target: 22 });
});

test('a mending that makes another row a problem shows that at once', () => {
  const twice = press(type(choose(press(atProblem(), 'enter'), 'target'), 'jenny andrews'), 'enter');
  expect(problemLines(twice)).toEqual(expect.arrayContaining([2, 3]));
});

test('a row that is left out is no problem any more, and the file goes on', () => {
  const once = choose(press(atProblem(), 'enter'), 'leave-out');
  expect(problemLines(once)).toEqual([5]);
  const both = choose(press(once, 'n', 'enter'), 'leave-out');
  expect(problemLines(both)).toEqual([]);
  expect(stepNow(press(both, 'c'))).toBe('types');
});

test('u takes the mendings back one by one, the last first', () => {
  const both = choose(press(choose(press(atProblem(), 'enter'), 'leave-out'), 'n', 'enter'), 'leave-out');
  const one = press(both, 'u');
  expect(problemLines(one)).toEqual([5]);
  expect(one.notice?.text).toContain('Line 5');
  const none = press(one, 'u');
  expect(problemLines(none)).toEqual([3, 5]);
  expect(press(none, 'u').notice?.text).toBe('There is no mending to undo.');
});

test('y mends again what was undone, until something else is mended', () => {
  const both = choose(press(choose(press(atProblem(), 'enter'), 'leave-out'), 'n', 'enter'), 'leave-out');
  const none = press(both, 'u', 'u');
  const one = press(none, 'y');
  expect([problemLines(one), rowNow(one)?.line]).toEqual([[5], 3]);
  expect(one.notice?.text).toBe('Line 3 is mended again; u takes that back.');
  const again = press(one, 'y');
  expect(again.mendings).toBe(both.mendings);
  expect(press(again, 'y').notice?.text).toBe('No mending was undone.');
  expect(problemLines(press(again, 'u'))).toEqual([5]);
  const other = choose(press(none, 'enter'), 'leave-out');
  expect(press(other, 'y').mendings).toBe(other.mendings);
});

test('people who may not be in a pair cannot be picked for one', () => {
  const view = { name: 'Support floor', teams: ['Support North', 'Support South', 'Support Night'], groups: [] };
  const preview = atPreview([['19', '9999']], opened({ operator: operatorOf('team-lead'), view }));
  const refused = press(type(choose(press(preview, 'n', 'enter'), 'target'), 'agent.1'), 'enter');
  expect(placeNow(refused)).toBe('mend-person');
  expect(refused.notice?.text).toContain('outside your view');
});

test('the search of the last mending is not kept for the next', () => {
  const first = press(type(choose(press(atProblem(), 'enter'), 'target'), 'sam rodgers'), 'enter');
  const again = choose(press(first, 'enter'), 'target');
  expect(again.pickers.mend.field.value).toBe('');
});

test('a mended copy is saved under a new name, and where it is is kept for the end', () => {
  expect(press(atProblem(), 's')).toMatchObject({ overlay: null, notice: { text: 'Nothing has been mended yet.' } });
  const saving = press(choose(press(atProblem(), 'enter'), 'leave-out'), 's');
  expect(saving.mendedField.value).toBe('/srv/files/people-mended.csv');
  const job = jobOf(press(saving, 'enter'), 'save-mended');
  expect(job).toMatchObject({ path: '/srv/files/people-mended.csv', direction: 'from-to' });
  expect(job.original).toBe(saving.file.loaded);
  expect([...job.mendings.byLine.keys()]).toEqual([3]);
  const saved = finish(press(saving, 'enter'), { kind: 'save-mended', path: job.path, rowsChanged: 1 });
  expect(saved).toMatchObject({ overlay: null, summary: [`Mended file (1 row changed): ${job.path}`] });
  expect(press(press(saving, 'ctrl-u'), 'enter').notice?.text).toBe('Type the name of the new file.');
  const quoted = press(type(press(saving, 'ctrl-u'), `'/srv/a b/c.csv'`), 'enter');
  expect(jobOf(quoted, 'save-mended').path).toBe('/srv/a b/c.csv');
});

test('Enter pressed twice saves a mended copy once', () => {
  const saving = press(press(choose(press(atProblem(), 'enter'), 'leave-out'), 's'), 'enter');
  expect(press(saving, 'enter', 'x', 'enter')).toEqual(saving);
});

test('in the other direction what was mended are still the same cells of the file', () => {
  const target = press(type(choose(press(atProblem(), 'enter'), 'target'), 'sam rodgers'), 'enter');
  const left = choose(press(target, 'n', 'enter'), 'leave-out');
  const back = press(left, 'escape');
  expect(stepNow(back)).toBe('direction');
  // The file now says 20 to 22, and nothing of line 5.
  const turned = choose(back, 'to-from');
  expect(pairAt(turned, 3)).toEqual({ line: 3, source: 22, target: 20 });
  expect(problemLines(turned)).toEqual([]);
  // Undone are the same rows, the last first.
  expect(problemLines(press(turned, 'u'))).toEqual([5]);
  expect(problemLines(press(turned, 'u', 'u'))).toEqual([3, 5]);
  const again = choose(press(turned, 'escape'), 'from-to');
  expect(again.mendings).toEqual(left.mendings);
});

test('what a saved copy has is saved in the other direction, too', () => {
  const saving = press(choose(press(atProblem(), 'enter'), 'leave-out'), 's', 'enter');
  const saved = finish(saving, { kind: 'save-mended', path: '/srv/files/people-mended.csv', rowsChanged: 1 });
  const turned = choose(press(saved, 'escape'), 'to-from');
  expect(hasUnsavedMendings(turned)).toBe(false);
  expect(hasUnsavedMendings(choose(press(turned, 'n', 'enter'), 'leave-out'))).toBe(true);
});

test('the direction step counts with what has been mended', () => {
  const both = choose(press(choose(press(atProblem(), 'enter'), 'leave-out'), 'n', 'enter'), 'leave-out');
  expect(press(both, 'escape').readings).toMatchObject({
    'from-to': { pairs: 1, problems: 0, examples: [{ source: 19, target: 21 }] },
    'to-from': { pairs: 1, problems: 0, examples: [{ source: 21, target: 19 }] },
  });
});

test('a person who makes the row no better is told so, with what still stands against it', () => {
  const state = atPreview([
    ['19', '999999'],
    ['20', '22'],
  ]);
  const picking = choose(press(state, 'n', 'enter'), 'target');
  const worse = press(type(picking, 'sam rodgers'), 'enter');
  expect(worse.notice).toMatchObject({ tone: 'bad' });
  expect(worse.notice?.text).toMatch(
    /^Line 2: the target is Sam Rodgers \(22\) now, and it still has a problem: .*line/,
  );
  const better = press(type(choose(press(worse, 'enter'), 'target'), 'jenny andrews'), 'enter');
  expect(better.notice).toMatchObject({ tone: 'good' });
});

test('once the last problem is mended, all rows are listed again', () => {
  const state = press(
    atPreview([
      ['19', '999999'],
      ['20', '22'],
    ]),
    'f',
    'f',
  );
  expect(visibleCount(state)).toBe(1);
  const mended = press(type(choose(press(state, 'enter'), 'target'), 'jenny andrews'), 'enter');
  expect([mended.preview.filter, visibleCount(mended)]).toEqual(['all', 2]);
});
