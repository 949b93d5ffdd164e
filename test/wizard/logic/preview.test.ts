import { expect, test } from 'vitest';
import { pageNow, rowNow, visibleCount, wholeFileProblems } from '../../../source/wizard/logic/preview.ts';
import { ROWS_PER_PAGE } from '../../../source/wizard/preview-state.ts';
import { sidesOf } from '../../../source/wizard/row-sides.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { atDirection, atPreview, choose, fail, fileOf, finish, jobOf, opened, press, type } from '../given.ts';

const EMPTY: [string, string] = ['30', ''];
/** Lines 2 to 131: two pairs, problems on lines 40 (unknown) and 90 (no id), all others without a target. */
const ROWS = Array.from({ length: 130 }, (_, index): [string, string] => {
  const line = index + 2;
  if (line === 2) return ['19', '21'];
  if (line === 20) return ['20', '22'];
  if (line === 40) return ['23', '9999'];
  return line === 90 ? ['24', '2.1E+01'] : EMPTY;
});
const FINE: [string, string][] = [['19', '21'], ['20', '22'], EMPTY];
const lineNow = (state: State) => rowNow(state)?.line;

test('each row is a pair, skipped or a problem', () => {
  const { match } = atPreview(ROWS).preview;
  expect(match?.pairs).toEqual([
    { line: 2, source: 19, target: 21 },
    { line: 20, source: 20, target: 22 },
  ]);
  expect(match?.skipped).toBe(126);
  expect(match?.problems.map(({ line, code }) => [line, code])).toEqual([
    [40, 'unknown-user'],
    [90, 'not-an-id'],
  ]);
});

test('the other direction turns every pair round', () => {
  const other = choose(atDirection(fileOf(FINE)), 'to-from');
  expect(other.preview.match?.pairs[0]).toEqual({ line: 2, source: 21, target: 19 });
});

test.each(ROWS_PER_PAGE)('with %i rows a page the arrows turn pages and stop at both ends', (rows) => {
  const state = choose(press(atPreview(ROWS), 'r'), String(rows));
  expect(state.overlay).toBeNull();
  const pages = Math.ceil(130 / rows);
  expect(pageNow(state)).toEqual({ start: 0, end: Math.min(130, rows), page: 1, pages });
  expect(pageNow(press(state, 'right')).page).toBe(Math.min(2, pages));
  expect(pageNow(press(state, 'left')).page).toBe(1);
  const last = press(state, 'end');
  expect(pageNow(last)).toMatchObject({ end: 130, page: pages });
  expect(press(last, 'right')).toEqual(last);
  expect(pageNow(press(last, 'home')).page).toBe(1);
});

test('going down from the last row of a page turns it', () => {
  const tenth = press(atPreview(ROWS), ...Array<string>(9).fill('down'));
  expect(pageNow(tenth).page).toBe(1);
  expect(pageNow(press(tenth, 'down'))).toMatchObject({ page: 2, start: 10 });
});

test('going to a line finds it, or the next row after it; what is no line is said', () => {
  const asked = press(atPreview(ROWS), 'g');
  expect(asked.overlay).toBe('go-to-row');
  const gone = press(type(asked, '90'), 'enter');
  expect(gone.overlay).toBeNull();
  expect(lineNow(gone)).toBe(90);
  const filtered = press(atPreview(ROWS), 'f', 'f', 'g');
  expect(lineNow(press(type(filtered, '41'), 'enter'))).toBe(90);
  for (const text of ['', 'x', '-1', '132', '99999999999']) {
    const refused = press(type(asked, text), 'enter');
    expect(refused.overlay).toBe('go-to-row');
    expect(refused.notice?.tone).toBe('bad');
  }
});

test('the filter shows all rows, pairs, then problems, and the cursor stays near its row', () => {
  const state = press(type(press(atPreview(ROWS), 'g'), '40'), 'enter');
  const pairs = press(state, 'f');
  expect(pairs.preview.filter).toBe('pairs');
  expect(visibleCount(pairs)).toBe(2);
  expect(lineNow(pairs)).toBe(20);
  const problems = press(pairs, 'f');
  expect(visibleCount(problems)).toBe(2);
  expect(lineNow(problems)).toBe(40);
  expect(visibleCount(press(problems, 'f'))).toBe(130);
});

test('n goes from problem to problem and round again, out of the filter that hides them', () => {
  const first = press(atPreview(ROWS), 'n');
  expect(lineNow(first)).toBe(40);
  expect(lineNow(press(first, 'n'))).toBe(90);
  expect(lineNow(press(first, 'n', 'n'))).toBe(40);
  const hidden = press(atPreview(ROWS), 'f', 'n');
  expect(hidden.preview.filter).toBe('all');
  expect(lineNow(hidden)).toBe(40);
  expect(press(atPreview(FINE), 'n').notice?.text).toBe('No row has a problem.');
});

test('a file with problems goes no further: how many are left is said, and the first is shown', () => {
  const refused = press(press(atPreview(ROWS), 'f'), 'c');
  expect(stepNow(refused)).toBe('preview');
  expect(refused.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('2 problems are left.') });
  expect(lineNow(refused)).toBe(40);
  expect(refused.preview.filter).toBe('all');
});

test('a problem of the whole file stops it, too, and its cure is told', () => {
  const file = fileOf(FINE);
  const problem = {
    line: null,
    column: null,
    value: null,
    code: 'unreadable',
    message: 'Cut off.',
    cure: 'Save it anew.',
  } as const;
  const refused = press(choose(atDirection({ ...file, problems: [problem] }), 'from-to'), 'c');
  expect(stepNow(refused)).toBe('preview');
  expect(refused.notice?.text).toContain('Save it anew.');
});

test('a file without any pair goes no further', () => {
  const state = choose(choose(opened(), 'bulk'), 'file');
  const listed = finish(state, { kind: 'list-folder', folder: '/srv/files', entries: [] });
  const read = finish(press(type(listed, 'p.csv'), 'enter'), { kind: 'read-file', file: fileOf([EMPTY, EMPTY]) });
  // Nothing to ask about: the direction step is left out.
  expect(stepNow(read)).toBe('preview');
  const refused = press(read, 'c');
  expect(stepNow(refused)).toBe('preview');
  expect(refused.notice?.text).toContain('there is nothing to transfer');
});

test('a file without problems goes on to what is carried', () => {
  expect(stepNow(press(atPreview(FINE), 'c'))).toBe('types');
});

test('more than 2,000 pairs are refused, with the number', () => {
  const many = Array.from({ length: 2001 }, (_, index): [string, string] => [
    String(10_000 + index),
    String(20_000 + index),
  ]);
  const users = new Map(opened().world.byId);
  for (const [from, to] of many) {
    for (const id of [Number(from), Number(to)]) {
      const like = users.get(21);
      if (like !== undefined) users.set(id, { ...like, id });
    }
  }
  const refused = press(atPreview(many, opened({ byId: users })), 'c');
  expect(stepNow(refused)).toBe('preview');
  expect(refused.preview.match?.problems.map(({ code }) => code)).toContain('over-limit');
  expect(press(atPreview(many.slice(1), opened({ byId: users })), 'c').trail.at(-1)).toBe('types');
});

test('d opens the whole row and Escape closes it where it was', () => {
  const state = press(atPreview(ROWS), 'n');
  const open = press(state, 'd');
  expect(open.overlay).toBe('detail');
  const closed = press(open, 'down', 'escape');
  expect(closed.overlay).toBeNull();
  expect(lineNow(closed)).toBe(40);
});

test('rows that could not be read are said by n and by c, with what to do', () => {
  const unreadable = {
    line: 4,
    column: null,
    value: '"21',
    code: 'unreadable',
    message: 'Lines 4 to 9 cannot be read: a quotation mark is not closed.',
    cure: 'Close it, and open the file again.',
  } as const;
  const broken = choose(atDirection({ ...fileOf(FINE), problems: [unreadable] }), 'from-to');
  expect(wholeFileProblems(broken)).toEqual([unreadable]);
  const next = press(broken, 'n');
  expect(next.notice).toEqual({ tone: 'bad', text: `${unreadable.message} ${unreadable.cure}` });
  const refused = press(broken, 'c');
  expect(stepNow(refused)).toBe('preview');
  expect(refused.notice).toEqual({ tone: 'bad', text: `One problem is left. ${unreadable.cure}` });
  // A row that can be mended is gone to all the same.
  const both = choose(atDirection({ ...fileOf(ROWS), problems: [unreadable] }), 'from-to');
  expect(lineNow(press(both, 'n'))).toBe(40);
  expect(press(both, 'c').notice?.text).toBe(`3 problems are left. ${unreadable.cure}`);
});

test('an id that would have to be guessed names nobody', () => {
  const state = atPreview([
    ['24', '019'],
    ['19', '21'],
  ]);
  const row = rowNow(state);
  if (row === undefined) throw new Error('No row');
  expect(sidesOf(state, row).target).toEqual({ text: '019', user: undefined });
});

test('a mended copy may take the place of a file only when that is answered with yes', () => {
  const mended = choose(press(atPreview(FINE), 'enter'), 'leave-out');
  const refused = fail(press(press(mended, 's'), 'enter'), 'file-exists');
  expect(refused.overlay).toBe('ask');
  expect(press(refused, 'enter')).toMatchObject({
    task: null,
    notice: { text: expect.stringMatching(/^Nothing was saved; .* stays as it is/) },
  });
  expect(jobOf(press(refused, 'right', 'enter'), 'save-mended').force).toBe(true);
});
