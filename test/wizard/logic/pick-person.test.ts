import { expect, test } from 'vitest';
import { foundUser, reasonAgainst } from '../../../source/wizard/logic/pick-person.ts';
import { nobodyText } from '../../../source/wizard/screens/pick-words.ts';
import { type State, stepNow } from '../../../source/wizard/state.ts';
import { update } from '../../../source/wizard/update.ts';
import { atMergeDirection, choose, opened, operatorOf, press, runOf, type } from '../given.ts';

const atTarget = (parts = {}) => choose(opened(parts), 'single');
const firstFound = (state: State, role: 'target' | 'source' = 'target') =>
  foundUser(state, state.pickers[role], state.pickers[role].cursor);

test('typing narrows the list, the best first, and Escape empties the search', () => {
  const all = atTarget();
  const typed = type(all, 'jenny andrews');
  expect(firstFound(typed)?.id).toBe(21);
  expect(typed.pickers.target.found.length).toBeLessThan(all.pickers.target.found.length);
  expect(press(typed, 'escape').pickers.target.found.length).toBe(all.pickers.target.found.length);
});

test('an id, a login and an e-mail find their person', () => {
  for (const text of ['21', 'jenny.andrews', 'jenny.andrews@lindenhall.example']) {
    expect(firstFound(type(atTarget(), text))?.id).toBe(21);
  }
});

test('Tab shows inactive people and hides them again, with what is typed kept', () => {
  const typed = type(atTarget(), 'john smith');
  expect(firstFound(typed)?.id).not.toBe(19);
  const shown = press(typed, 'tab');
  expect(firstFound(shown)?.id).toBe(19);
  expect(shown.pickers.target.field.value).toBe('john smith');
  expect(firstFound(press(shown, 'tab'))?.id).not.toBe(19);
});

test('the choice to show inactive people holds for the source as well (X5)', () => {
  const source = press(type(press(atTarget(), 'tab'), 'jenny andrews'), 'enter');
  expect(firstFound(type(source, 'john smith'), 'source')?.id).toBe(19);
});

test.each([
  ['a tenant administrator', 1],
  ['a superadmin', 2],
  ['a power user', 3],
])('%s is listed with the reason and cannot be picked', (what, id) => {
  const typed = type(press(atTarget(), 'tab'), String(id));
  const index = Array.from(typed.pickers.target.found).findIndex((at) => typed.world.users[at]?.id === id);
  const there = press(typed, ...Array<string>(index).fill('down'));
  const user = firstFound(there);
  expect(user && reasonAgainst(there, 'target', user)).toBe(`is ${what}`);
  const refused = press(there, 'enter');
  expect(stepNow(refused)).toBe('target');
  expect(refused.notice).toMatchObject({
    tone: 'bad',
    text: expect.stringContaining(`(${id}) cannot be picked: is ${what}`),
  });
});

test('somebody outside the view is listed with the reason and cannot be picked (A20)', () => {
  const view = { name: 'Support floor', teams: ['Support North', 'Support South', 'Support Night'], groups: [] };
  const state = atTarget({ operator: operatorOf('team-lead'), view });
  const refused = press(type(state, 'agent.1'), 'enter');
  expect(stepNow(refused)).toBe('target');
  expect(refused.notice?.text).toContain('outside your view Support floor');
  expect(stepNow(press(type(state, 'jenny.andrews'), 'enter'))).toBe('source');
});

test('the target cannot be the source as well', () => {
  const source = press(type(atTarget(), 'jenny andrews'), 'enter');
  const refused = press(type(source, 'jenny andrews'), 'enter');
  expect(stepNow(refused)).toBe('source');
  expect(refused.notice?.text).toContain('is the target');
});

test('a source that becomes the target is forgotten as the source', () => {
  const source = press(type(press(type(atTarget(), 'jenny andrews'), 'enter'), 'sam rodgers'), 'enter');
  expect(source.chosen).toEqual({ target: 21, source: 22 });
  const back = press(source, 'escape', 'escape', 'escape', 'escape');
  expect(stepNow(back)).toBe('target');
  expect(press(type(back, 'sam rodgers'), 'enter').chosen).toEqual({ target: 22, source: null });
});

test('Enter with nobody found picks nobody', () => {
  const nobody = press(type(atTarget(), 'zzzzqqqq'), 'enter');
  expect(stepNow(nobody)).toBe('target');
  expect(nobody.notice?.text).toContain('Nobody is picked');
});

test('the cursor stays in the list, by row and by page', () => {
  const state = atTarget();
  const last = state.pickers.target.found.length - 1;
  expect(press(state, 'up').pickers.target.cursor).toBe(0);
  expect(press(state, 'down', 'down', 'up').pickers.target.cursor).toBe(1);
  const paged = press(state, 'page-down').pickers.target.cursor;
  expect(paged).toBeGreaterThan(5);
  expect(press(state, ...Array<string>(100).fill('page-down')).pickers.target.cursor).toBe(last);
  expect(press(state, 'page-down', 'page-up').pickers.target.cursor).toBe(0);
});

test('a pasted name with line ends is one line of search', () => {
  const pasted = update(atTarget(), { type: 'key', press: { name: 'paste', text: 'jenny\r\nandrews\r' } });
  expect(pasted.pickers.target.field.value).toBe('jenny andrews');
  expect(stepNow(pasted)).toBe('target');
  expect(firstFound(pasted)?.id).toBe(21);
});

test('what was said of an empty list goes once the list has somebody', () => {
  const nobody = press(type(atTarget(), 'john smith'), 'enter');
  expect(nobody.notice?.text).toMatch(/cannot be picked|Nobody is picked/);
  expect(press(nobody, 'tab').notice).toBeNull();
  expect(press(nobody, 'escape').notice).toBeNull();
});

/** The store after John Smith (19) was merged into Jenny Andrews (21). */
function merged(): State {
  const { world } = opened();
  const users = world.users.map((user) => (user.id === 19 ? { ...user, mergedInto: 21 } : user));
  const runs = [runOf({ id: 'run-1', operation: 'merge', done: 1 })];
  const donePairs = { ...world.donePairs, merge: new Map([['19:21', 'run-1']]) };
  return opened({ users, byId: new Map(users.map((user) => [user.id, user])), runs, donePairs });
}
const MARK = 'was merged into Jenny Andrews (21) on 2026-03-02';

test('whoever was merged is dimmed as the source of a merge, and told when, whereto and what is possible (A56)', () => {
  const source = type(press(choose(choose(merged(), 'merge'), 'merge'), 'tab'), 'john smith');
  const user = firstFound(source, 'source');
  expect(user && reasonAgainst(source, 'source', user)).toBe(`${MARK} already`);
  const refused = press(source, 'enter');
  expect(stepNow(refused)).toBe('merge-source');
  expect(refused.notice?.text).toBe(
    `John Smith (19) cannot be picked: ${MARK} already. Pick the account that is kept, or undo that merge first (History, run run-1).`,
  );
});

test('whose data is with the chosen target already is dimmed as its source, and told which run to undo (A56)', () => {
  const { world } = opened();
  const donePairs = { ...world.donePairs, transfer: new Map([['19:21', 'run-1']]) };
  const there = type(press(choose(opened({ donePairs }), 'single'), 'tab'), 'jenny andrews');
  const source = type(press(there, 'enter'), 'john smith');
  const user = firstFound(source, 'source');
  expect(user && reasonAgainst(source, 'source', user)).toBe('was transferred into Jenny Andrews already');
  const refused = press(source, 'enter');
  expect([stepNow(refused), refused.notice?.text]).toEqual([
    'source',
    'John Smith (19) cannot be picked: was transferred into Jenny Andrews already. Pick somebody else, or undo that transfer first (History, run run-1).',
  ]);
  const other = type(press(type(press(there, 'escape'), 'sam rodgers'), 'enter'), 'john smith');
  expect(stepNow(press(other, 'enter'))).toBe('types');
});

test('nobody is merged back into whom they were merged with; into another account with a word of warning', () => {
  const back = press(type(choose(choose(merged(), 'merge'), 'merge'), 'jenny andrews'), 'enter');
  const refused = press(type(press(back, 'tab'), 'john smith'), 'enter');
  expect([stepNow(refused), refused.notice?.text]).toEqual([
    'merge-target',
    expect.stringContaining(`${MARK} already`),
  ]);
  const other = press(type(choose(choose(merged(), 'merge'), 'merge'), 'sam rodgers'), 'enter');
  const allowed = press(type(press(other, 'tab'), 'john smith'), 'enter');
  expect([stepNow(allowed), allowed.notice?.text]).toEqual([
    'profiles',
    `John Smith (19) ${MARK}: what this account gets now does not reach the other one.`,
  ]);
});

test('what is left of a merged account can be transferred; that it was merged is said', () => {
  const target = press(type(choose(merged(), 'single'), 'sam rodgers'), 'enter');
  const picked = press(type(press(target, 'tab'), 'john smith'), 'enter');
  expect([stepNow(picked), picked.notice?.text]).toEqual([
    'types',
    `John Smith (19) ${MARK}: what is still with this account can be transferred.`,
  ]);
});

test('a row of a file whose source was merged elsewhere is a problem, and its mending does not offer them', () => {
  const state = merged();
  const preview = choose(atMergeDirection([['19', '22']], state), 'from-to');
  expect(preview.preview.match?.problems).toMatchObject([{ code: 'already-done' }]);
  const mending = choose(press(preview, 'enter'), 'source');
  const refused = press(type(press(mending, 'tab'), 'john smith'), 'enter');
  expect(refused.overlay).toBe('mend-person');
  expect(refused.notice?.text).toContain(`${MARK} already`);
});

test('to show inactive people, and to hide them again, leaves the cursor on who it was on', () => {
  const state = press(type(choose(opened(), 'single'), 'an'), 'down', 'down', 'down');
  const here = (after: State) => {
    const { pickers, world } = after;
    return world.users[pickers.target.found[pickers.target.cursor] ?? -1]?.id;
  };
  const shown = press(state, 'tab');
  expect(shown.pickers.target.found.length).toBeGreaterThan(state.pickers.target.found.length);
  expect(here(shown)).toBe(here(state));
  expect(here(press(shown, 'tab'))).toBe(here(state));
});

test.each([
  ['john smith', 'No active user matches, 1 inactive does: Tab shows them.'],
  ['zzzzqqqq', 'Nobody matches. Try less of the name, login, e-mail or ID; Esc empties it.'],
])('an empty list says whether inactive people match %s', (typed, said) => {
  const state = type(atTarget(), typed);
  expect(state.pickers.target.found.length).toBe(0);
  expect(nobodyText(state, state.pickers.target)).toBe(said);
});
