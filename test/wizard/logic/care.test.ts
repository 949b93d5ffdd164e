import { expect, test } from 'vitest';
import { listedAccounts, takeAccounts } from '../../../source/wizard/logic/emptied.ts';
import { emptiedItems } from '../../../source/wizard/logic/emptied-menu.ts';
import { resultItems } from '../../../source/wizard/logic/result.ts';
import { markedText } from '../../../source/wizard/screens/emptied-words.ts';
import { placeNow, type State, stepNow } from '../../../source/wizard/state.ts';
import { choose, fail, finish, jobOf, opened, operatorOf, press, runOf, type } from '../given.ts';
import { accountsOf, atEmptied, deletionOf, namingOf } from '../given-care.ts';
import { atDoneRun, runDone } from '../given-undo.ts';

/** At the result of a transfer of 19 into 21, where 19 is as `active` says. */
function atResult(active = true, run = runDone(), state = opened()): State {
  const shown = atDoneRun({ ...state, world: { ...state.world, runs: [run] } }, run);
  const source = { ...shown.world.users.find(({ id }) => id === 19), active } as State['world']['users'][number];
  return { ...shown, world: { ...shown.world, byId: new Map(shown.world.byId).set(19, source) } };
}

const itemOf = (state: State, value: string) => resultItems(state).find((item) => item.value === value);
const listedOf = (state: State) => listedAccounts(state).map(({ person }) => person.id);
const PEOPLE = { users: opened().world.users, byId: opened().world.byId, search: opened().world.search };

test('the source of a run can be closed with one confirmation, which names who it is, No in focus', () => {
  const asked = choose(atResult(), 'deactivate');
  expect(asked.question).toMatchObject({ focus: 0, text: expect.stringContaining('Deactivate John Smith (19)?') });
  expect(press(asked, 'enter').task).toBeNull();
  const closing = press(asked, 'right', 'enter');
  const job = jobOf(closing, 'change-activity');
  expect(job).toEqual({ kind: 'change-activity', ids: [19], activity: 'deactivate' });
  const closed = finish(closing, { ...job, people: PEOPLE });
  expect(stepNow(closed)).toBe('result');
  expect(closed.notice).toMatchObject({ tone: 'good', text: expect.stringContaining('users activate 19') });
  expect(closed.summary.at(-1)).toContain('John Smith (19) deactivated.');
});

test('what cannot be done with the source says why', () => {
  expect(itemOf(atResult(false), 'deactivate')?.disabled).toBe('the source is inactive already');
  expect(itemOf(atResult(false), 'delete')?.disabled).toBeUndefined();
  const gone = atResult();
  const without = { ...gone, world: { ...gone.world, byId: new Map() } };
  expect(itemOf(without, 'delete')?.disabled).toBe('the source is deleted already');
  const lead = opened({ operator: { ...operatorOf('admin'), login: 'lead', permissions: ['transfer-user-data'] } });
  expect(itemOf(atResult(true, runDone(), lead), 'deactivate')?.disabled).toBe(
    'lead lacks the permission "Users/Edit"',
  );
  expect(itemOf(atResult(true, runDone(), lead), 'delete')?.disabled).toBe('lead lacks the permission "Users/Delete"');
});

test('neither an undo nor an import nor what was undone has a source to be closed', () => {
  const undone = runDone().pairs.map((pair) => ({ ...pair, undone: { by: ['run-5'], whole: true } }));
  for (const run of [
    { ...runDone(), operation: 'undo' as const, undoOf: 'run-0' },
    { ...runDone(), operation: 'import' as const },
    { ...runDone(), pairs: undone },
  ]) {
    const values = resultItems(atResult(true, run)).map(({ value }) => value);
    expect(values).not.toContain('deactivate');
    expect(values).not.toContain('delete');
  }
});

test('of a run of many pairs the active sources are closed at one time, and the list of emptied accounts is offered', () => {
  const pairs = [19, 23, 24].map((source) => ({ source, target: 21, state: 'done' as const }));
  const run = { ...runOf({ done: 3 }), pairs };
  const state = atResult(false, run);
  expect(itemOf(state, 'deactivate')?.detail).toContain('2 accounts');
  expect(itemOf(state, 'delete')).toBeUndefined();
  expect(jobOf(press(choose(state, 'deactivate'), 'right', 'enter'), 'change-activity').ids).toEqual([23, 24]);
  const listing = choose(state, 'emptied');
  expect(stepNow(listing)).toBe('emptied');
  expect(stepNow(press(finish(listing, { kind: 'list-emptied', accounts: [] }), 'escape'))).toBe('result');
});

test('emptied accounts are found by name, by ID, by where their data went, and by how they stand', () => {
  const state = atEmptied();
  expect(listedOf(state)).toEqual([19, 23, 24]);
  expect(listedOf(type(state, 'smith'))).toEqual([19]);
  expect(listedOf(type(state, 'jenny'))).toEqual([19, 23]);
  expect(listedOf(type(state, 'active'))).toEqual([23, 24]);
  expect(listedOf(type(state, 'inact'))).toEqual([19]);
  expect(listedOf(type(state, 'transferred'))).toEqual([19, 24]);
  expect(listedOf(type(state, 'run-3'))).toEqual([24]);
  const nobody = type(state, 'zzz');
  expect(listedOf(nobody)).toEqual([]);
  expect(listedOf(press(nobody, 'escape'))).toEqual([19, 23, 24]);
  expect(stepNow(press(state, 'escape'))).toBe('home');
});

test('those that are marked are closed at one time; the marks go, and the list is read anew', () => {
  const marked = press(atEmptied(), 'shift-tab');
  expect([...marked.care.chosen]).toEqual([19, 23, 24]);
  expect([...press(marked, 'shift-tab').care.chosen]).toEqual([]);
  expect([...press(marked, 'down', 'tab').care.chosen]).toEqual([19, 24]);
  const menu = press(marked, 'enter');
  expect(placeNow(menu)).toBe('emptied-menu');
  const disabled = Object.fromEntries(emptiedItems(menu).map(({ value, disabled }) => [value, disabled]));
  expect(disabled).toEqual({ delete: 'one at a time: mark just one, or none' });
  const job = jobOf(press(choose(menu, 'deactivate'), 'right', 'enter'), 'change-activity');
  expect(job.ids).toEqual([23, 24]);
  const closed = finish(press(choose(menu, 'deactivate'), 'right', 'enter'), { ...job, people: PEOPLE });
  expect(closed.care.chosen.size).toBe(0);
  expect(jobOf(closed, 'list-emptied')).toBeDefined();
  expect(closed.notice?.text).toMatch(/^2 accounts deactivated\..*users activate 23 24$/);
});

test('a space is a space of the search, marks nobody, and leaves what is marked marked', () => {
  const typed = type(press(atEmptied(), 'tab'), 'run-3 agent 2');
  expect(typed.care.field.value).toBe('run-3 agent 2');
  expect(listedOf(typed)).toEqual([24]);
  expect([...typed.care.chosen]).toEqual([19]);
});

test('what is marked is what Enter is about, listed or not, and it says so; else the account under the cursor', () => {
  const state = type(press(atEmptied(), 'shift-tab'), 'smith');
  expect(markedText(state)).toBe(
    '3 marked, 2 of them not listed; Enter is about them: John Smith (19), Agent 1 (23), Agent 2 (24)',
  );
  expect(jobOf(press(choose(press(state, 'enter'), 'deactivate'), 'right', 'enter'), 'change-activity').ids).toEqual([
    23, 24,
  ]);
  expect(placeNow(press(type(state, 'zzz'), 'enter'))).toBe('emptied-menu');
  const menu = press(atEmptied(), 'down', 'enter');
  expect(markedText(menu)).toBe('');
  expect(jobOf(press(choose(menu, 'deactivate'), 'right', 'enter'), 'change-activity').ids).toEqual([23]);
  expect(jobOf(choose(menu, 'delete'), 'open-deletion').id).toBe(23);
});

test('who leaves the list and comes back finds nobody marked and nothing searched for', () => {
  const left = press(type(press(atEmptied(), 'shift-tab'), 'smith'), 'escape', 'escape');
  expect(stepNow(left)).toBe('home');
  const back = finish(choose(left, 'emptied'), { kind: 'list-emptied', accounts: accountsOf() });
  expect([...back.care.chosen]).toEqual([]);
  expect(listedOf(back)).toEqual([19, 23, 24]);
});

test('a question names everybody whom it is about', () => {
  const people = Array.from({ length: 9 }, (_, index) => ({
    ...accountsOf()[1],
    person: opened().world.users[index + 30],
  }));
  const state = atEmptied(opened(), people as ReturnType<typeof accountsOf>);
  const asked = choose(press(state, 'shift-tab', 'enter'), 'deactivate');
  for (const { person } of people.filter(({ person }) => person?.active)) {
    expect(asked.question?.text).toContain(`(${person?.id})`);
  }
  expect(asked.question?.text).not.toMatch(/and \d+ more/);
});

test('closed ones are opened again', () => {
  const menu = press(atEmptied(), 'enter');
  const opening = press(choose(menu, 'activate'), 'right', 'enter');
  expect(jobOf(opening, 'change-activity')).toMatchObject({ ids: [19], activity: 'activate' });
});

test('an account that is gone when the list is read anew is marked no more, and the cursor stays within', () => {
  const read = takeAccounts(press(atEmptied(), 'shift-tab', 'end'), accountsOf().slice(0, 1));
  expect([...read.care.chosen]).toEqual([19]);
  expect(read.care.cursor).toBe(0);
});

/** At the review of deleting 24, on whom this hangs. */
function atDeletion(ties: Parameters<typeof deletionOf>[0] = {}): State {
  const asked = choose(press(atEmptied(), 'end', 'enter'), 'delete');
  return finish(asked, { kind: 'open-deletion', deletion: deletionOf(ties) });
}

test('a deletion is reviewed, its phrase typed, and the list comes back without the account', () => {
  const phrase = press(atDeletion(), 'enter');
  expect(stepNow(phrase)).toBe('deletion-phrase');
  const wrong = press(type(phrase, 'DELETE 1'), 'enter');
  expect(wrong.task).toBeNull();
  expect(wrong.notice?.text).toContain('Nothing is deleted yet');
  const deleting = press(type(phrase, 'agent.2'), 'enter');
  expect(jobOf(deleting, 'delete-person')).toMatchObject({ id: 24, isDetaching: false });
  const done = finish(deleting, { kind: 'delete-person', people: PEOPLE });
  expect(stepNow(done)).toBe('emptied');
  expect(done.notice).toEqual({ tone: 'good', text: 'Agent 2 (24) is deleted.' });
  expect(jobOf(done, 'list-emptied')).toBeDefined();
});

test('the key that frees says so where there is nothing to free', () => {
  expect(press(atDeletion(), 'n').notice?.text).toMatch(/^No record of others names this person/);
});

test('what stands against a deletion keeps from the phrase, until it is freed', () => {
  const held = atDeletion({ naming: namingOf() });
  expect(stepNow(press(held, 'enter'))).toBe('deletion');
  expect(press(held, 'enter').notice?.text).toMatch(/^Not yet/);
  const freed = press(held, 'n', 'enter');
  expect(stepNow(freed)).toBe('deletion-phrase');
  expect(jobOf(press(type(freed, 'agent.2'), 'enter'), 'delete-person').isDetaching).toBe(true);
  expect(stepNow(press(held, 'n', 'n', 'enter'))).toBe('deletion');
  const owning = press(atDeletion({ owned: [{ label: 'Badges', count: 3, by: 'merge' }] }), 'n', 'enter');
  expect(stepNow(owning)).toBe('deletion');
});

test('a deletion that is refused in the end says why and deletes nobody', () => {
  const refused = fail(press(type(press(atDeletion(), 'enter'), 'agent.2'), 'enter'), 'still-needed', 'Named since.');
  expect(stepNow(refused)).toBe('deletion-phrase');
  expect(refused.notice).toMatchObject({ tone: 'bad', text: expect.stringContaining('Named since.') });
});
