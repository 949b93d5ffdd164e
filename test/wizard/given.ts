import type { Operator } from '../../source/model/operator.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Run, RunSummary } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';
import type { PairsFile } from '../../source/pairs/pair-row.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { makePeopleSearch } from '../../source/people/search-people.ts';
import { planTransfer } from '../../source/transfer/plan-transfer.ts';
import { initialState } from '../../source/wizard/initial-state.ts';
import type { KeyPress } from '../../source/wizard/keyboard.ts';
import type { MergedPeople } from '../../source/wizard/merge-state.ts';
import type { State } from '../../source/wizard/state.ts';
import type { Action, Task, TaskResult } from '../../source/wizard/task.ts';
import { update } from '../../source/wizard/update.ts';
import type { World } from '../../source/wizard/world.ts';
import { STANDARD } from '../merge/given.ts';

export const DEMO = makeDemo({ users: 240, seed: 1 });
const SEARCH = makePeopleSearch(DEMO.people);
const BY_ID: ReadonlyMap<number, Person> = new Map(DEMO.people.map((person) => [person.id, person]));
export const FOLDER = '/srv/files';

/** The operator of the demonstration store with this login. */
export function operatorOf(login: string): Operator {
  const operator = DEMO.operators.find((each) => each.login === login);
  if (operator === undefined) throw new Error(`There is no operator ${login}`);
  return operator;
}

/** The wizard just opened by the admin of the demonstration store, but for `parts`. */
export function opened(parts: Partial<World> = {}, size: State['size'] = { columns: 80, rows: 24 }): State {
  const world: World = {
    location: '/srv/store',
    storeName: DEMO.name,
    operator: operatorOf('admin'),
    isGuest: true,
    view: null,
    isReadOnly: false,
    loginWarning: null,
    catalogue: STANDARD,
    users: DEMO.people,
    byId: BY_ID,
    search: SEARCH,
    donePairs: { transfer: new Map(), merge: new Map() },
    runs: [],
    holder: null,
    cwd: FOLDER,
    home: '/home/tester',
    ...parts,
  };
  return initialState(world, size);
}

/** A key by its name, or the character that it types. */
export function keyOf(name: string): KeyPress {
  if (name === 'space') return { name, text: ' ' };
  return [...name].length === 1 ? { name: 'char', text: name } : { name, text: '' };
}

/** After these actions, one after the other. */
export function after(state: State, ...actions: Action[]): State {
  return actions.reduce(update, state);
}

/** After these keys: names ("enter", "ctrl-c") or single characters. */
export function press(state: State, ...keys: string[]): State {
  return after(state, ...keys.map((name): Action => ({ type: 'key', press: keyOf(name) })));
}

/** After `text` was typed, letter by letter. */
export function type(state: State, text: string): State {
  return press(state, ...[...text].map((letter) => (letter === ' ' ? 'space' : letter)));
}

/** After the menu on screen handed over `value`. */
export function choose(state: State, value: string): State {
  return after(state, { type: 'menu-chosen', value });
}

/** The slow work that has been asked for; it must be of this kind. */
export function jobOf<Kind extends Task['kind']>(state: State, kind: Kind): Extract<Task, { kind: Kind }> {
  const job = state.task?.job;
  if (job?.kind !== kind) throw new Error(`Wanted is ${kind}, at work is ${job?.kind ?? 'nothing'}`);
  return job as Extract<Task, { kind: Kind }>;
}

/** After the slow work at hand has ended with `result`. */
export function finish(state: State, result: TaskResult): State {
  jobOf(state, result.kind);
  return after(state, { type: 'task-done', id: state.task?.id ?? 0, result });
}

/** After the slow work at hand has failed. */
export function fail(state: State, code: string, message = 'It went wrong.', hint = 'Do it again.'): State {
  return after(state, { type: 'task-failed', id: state.task?.id ?? 0, code, message, hint });
}

/** The plan that the review has asked for, worked out on the people of the demonstration store. */
export function planOf(state: State): Plan {
  const { operation, checked, direction, carried, choices, retryOf } = jobOf(state, 'plan');
  return planTransfer({
    id: 'plan-1',
    store: DEMO.id,
    operation,
    direction,
    operator: 'admin',
    createdAt: new Date('2026-03-02T10:00:00Z'),
    catalogue: STANDARD,
    carried: new Set(carried),
    pairs: checked.pairs,
    people: BY_ID,
    problems: [...checked.problems],
    warnings: [...checked.warnings],
    choices,
    retryOf,
  });
}

/** Two people of the demonstration store with all that they own. */
export function peopleOf(source: number, target: number): MergedPeople {
  return { source: personOf(source), target: personOf(target) };
}

/** Somebody of the demonstration store. */
function personOf(id: number): Person {
  const person = BY_ID.get(id);
  if (person === undefined) throw new Error(`There is no user ${id}`);
  return person;
}

/** After the plan has come. */
export function planned(state: State): State {
  const plan = planOf(state);
  const [only] = plan.pairs;
  const isMerge = plan.operation === 'merge' && only !== undefined && plan.pairs.length === 1;
  return finish(state, { kind: 'plan', plan, people: isMerge ? peopleOf(only.source.id, only.target.id) : null });
}

/** A file with these id cells, a row each from line 2 on. */
export function fileOf(rows: readonly (readonly [string, string])[], file = `${FOLDER}/people.csv`): PairsFile {
  return {
    file,
    encoding: { name: 'utf-8', bom: 0, guessed: false },
    delimiter: ',',
    newline: '\n',
    bytes: 100,
    fault: null,
    headings: ['From User ID', 'To User ID'],
    rows: rows.map(([from, to], index) => ({ line: index + 2, from, to, claims: null, ragged: null })),
    problems: [],
    warnings: [],
  };
}

/** At the file step of a bulk transfer, its folder read. */
export function atFile(state: State = opened()): State {
  const asked = choose(choose(state, 'bulk'), 'file');
  return finish(asked, { kind: 'list-folder', folder: FOLDER, entries: [] });
}

/** At the direction step, with this file. */
export function atDirection(file: PairsFile, state: State = opened()): State {
  return finish(press(type(atFile(state), 'people.csv'), 'enter'), { kind: 'read-file', file });
}

/** At the preview of these rows, read as the headings say. */
export function atPreview(rows: readonly (readonly [string, string])[], state: State = opened()): State {
  return choose(atDirection(fileOf(rows), state), 'from-to');
}

/** At the types of a single transfer from John Smith (19) to Jenny Andrews (21). */
export function atTypes(state: State = opened()): State {
  const target = press(type(choose(state, 'single'), 'jenny andrews'), 'enter');
  return press(type(press(target, 'tab'), 'john smith'), 'enter');
}

/** At both profiles of a merge of John Smith (19) into Jenny Andrews (21), which have been read. */
export function atProfiles(state: State = opened()): State {
  const source = press(type(press(choose(choose(state, 'merge'), 'merge'), 'tab'), 'john smith'), 'enter');
  const asked = press(type(source, 'jenny andrews'), 'enter');
  const { source: sourceId, target: targetId } = jobOf(asked, 'open-profiles');
  return finish(asked, { kind: 'open-profiles', people: peopleOf(sourceId, targetId) });
}

/** At the direction step of a file of merges with these rows. */
export function atMergeDirection(rows: readonly (readonly [string, string])[], state: State = opened()): State {
  const asked = choose(choose(choose(state, 'merge'), 'bulk-merge'), 'file');
  const listed = finish(asked, { kind: 'list-folder', folder: FOLDER, entries: [] });
  return finish(press(type(listed, 'people.csv'), 'enter'), { kind: 'read-file', file: fileOf(rows) });
}

/** At the policy of a file of merges with these rows, the people read. */
export function atPolicy(rows: readonly (readonly [string, string])[], state: State = opened()): State {
  const policy = press(choose(atMergeDirection(rows, state), 'from-to'), 'c');
  const crowd = new Map(jobOf(policy, 'open-crowd').ids.flatMap((id) => [[id, personOf(id)] as const]));
  return finish(policy, { kind: 'open-crowd', crowd });
}

/** At the conflicts of these rows, where everything is asked about. */
export function atConflicts(rows: readonly (readonly [string, string])[], state: State = opened()): State {
  return press(atPolicy(rows, state), 'left', 'enter');
}

/** At its user information. */
export function atFields(state: State = opened()): State {
  return press(atProfiles(state), 'enter');
}

/** At its enrolments. */
export function atCourses(state: State = opened()): State {
  return press(atFields(state), 'enter');
}

/** At its review, the plan made. */
export function atMergeReview(state: State = opened()): State {
  return planned(press(atCourses(state), 'enter', 'enter'));
}

/** At the review of that transfer, its plan made. */
export function atReview(state: State = opened()): State {
  return planned(press(atTypes(state), 'enter'));
}

/** At that review, after somebody else has run the pair meanwhile. */
export function atDoneReview(): State {
  const types = atTypes();
  const donePairs = { transfer: new Map([['19:21', 'run-1']]), merge: new Map<string, string>() };
  return planned(press({ ...types, world: { ...types.world, donePairs } }, 'enter'));
}

/** At the phrase of that transfer. */
export function atPhrase(state: State = opened()): State {
  return press(atReview(state), 'enter', 'right', 'enter');
}

/** A run with these numbers of pairs done, failed and left: 101 into 201, 102 into 202 … */
export function runOf(parts: Partial<RunSummary> & { done?: number; failed?: number; left?: number } = {}): Run {
  const { done = 0, failed = 0, left = 0, ...rest } = parts;
  const pairs = done + failed + left;
  return {
    id: '2026-03-02-1000-abcd',
    operation: 'transfer',
    operator: 'admin',
    startedAt: '2026-03-02T10:00:00Z',
    finishedAt: null,
    undoOf: null,
    state: left > 0 ? 'running' : failed > 0 ? 'finished-with-errors' : 'succeeded',
    counts: { pairs, done, failed, left, undone: 0 },
    plan: 'plan-1',
    pairs: Array.from({ length: pairs }, (_, index) => ({
      source: 101 + index,
      target: 201 + index,
      ...(index < done
        ? { state: 'done' as const }
        : index < done + failed
          ? { state: 'failed' as const, code: 'stale' as const, reason: 'Changed since the plan was made.' }
          : { state: 'left' as const }),
    })),
    ...rest,
  };
}
