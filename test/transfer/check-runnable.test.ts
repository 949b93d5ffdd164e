import { expect, test } from 'vitest';
import type { Operator, View } from '../../source/model/operator.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Run } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { checkResumable, checkRunnable, type RunnableContext } from '../../source/transfer/check-runnable.ts';
import { STANDARD } from '../merge/given.ts';
import { importOn } from './given-import.ts';
import { pairsOf, peopleOf, planOn } from './given-plan.ts';

const DEMO = makeDemo({ users: 40, seed: 2 });
const PLAN = planOn(DEMO, pairsOf([19, 21], [30, 31]));
const ADMIN: Operator = {
  login: 'admin',
  name: 'Ada Admin',
  permissions: ['transfer-user-data'],
  view: null,
  divisions: [],
};
const CONTEXT: RunnableContext = {
  store: DEMO.id,
  operator: ADMIN,
  catalogue: STANDARD,
  people: peopleOf(DEMO),
  donePairs: new Map(),
  lastId: 1000,
  view: null,
};

const check = (plan: Plan, but: Partial<RunnableContext> = {}) => checkRunnable(plan, { ...CONTEXT, ...but });

/** Everybody, of whom `id` is changed. */
function withChanged(id: number, change: (person: Person) => Person | undefined): Map<number, Person> {
  const people = peopleOf(DEMO);
  const person = people.get(id);
  const changed = person === undefined ? undefined : change(structuredClone(person));
  people.delete(id);
  if (changed !== undefined) people.set(id, changed);
  return people;
}

/** Somebody like the first of them, with another id. */
function withId(id: number): Person {
  const [first] = DEMO.people;
  if (first === undefined) throw new Error('Nobody is there');
  return { ...first, id };
}

test('a plan that nothing speaks against may run', () => {
  expect(check(PLAN)).toBeNull();
});

test('a chain may run, though those in its middle change on the way', () => {
  expect(check(planOn(DEMO, pairsOf([30, 31], [19, 30])))).toBeNull();
});

test('not by an operator without the permission', () => {
  const refusal = check(PLAN, { operator: { ...ADMIN, permissions: ['users-view', 'users-edit'] } });
  expect(refusal).toMatchObject({ code: 'not-permitted', exitStatus: 7 });
  expect(refusal?.message).toContain('User Data Transfer');
});

test('not on another store', () => {
  expect(check(PLAN, { store: 'another' })).toMatchObject({ code: 'foreign-plan', exitStatus: 4 });
});

test('not by another catalogue, be it of the same name', () => {
  const catalogue = { ...STANDARD, types: STANDARD.types.slice(1) };
  expect(check(PLAN, { catalogue })).toMatchObject({ code: 'other-catalogue', exitStatus: 5 });
});

test('not with problems, of which the first is told with its cure', () => {
  const problem = {
    line: 4,
    column: 'To User ID',
    value: '7',
    code: 'unknown-user',
    message: 'Nobody is 7.',
    cure: 'Ask.',
  } as const;
  const refusal = check(planOn(DEMO, pairsOf([19, 21]), { problems: [problem, problem] }));
  expect(refusal).toMatchObject({ code: 'plan-has-problems', exitStatus: 4, hint: 'Ask.' });
  expect(refusal?.message).toContain('2 problems');
  expect(refusal?.message).toContain('Nobody is 7.');
});

test('not without a pair', () => {
  expect(check(planOn(DEMO, []))).toMatchObject({ code: 'empty-plan', exitStatus: 4 });
});

test('not where nobody owns anything of what it carries', () => {
  const people = DEMO.people.map((person) => ({ ...person, records: {} }));
  const refusal = check(planOn({ ...DEMO, people }, pairsOf([19, 21], [30, 31])));
  expect(refusal).toMatchObject({ code: 'empty-plan', exitStatus: 4 });
  expect(refusal?.message).toContain('changes nothing');
  const targetsOnly = DEMO.people.map((person) => ([19, 30].includes(person.id) ? { ...person, records: {} } : person));
  const kept = planOn({ ...DEMO, people: targetsOnly }, pairsOf([19, 21]), { carried: new Set(['ccrs']) });
  expect(kept.totals.kept).toBeGreaterThan(0);
  expect(check(kept)).toMatchObject({ code: 'empty-plan' });
});

test('not where a pair was carried before, even by another run', () => {
  const refusal = check(PLAN, {
    donePairs: new Map([
      ['30:31', 'run-7'],
      ['21:19', 'run-6'],
    ]),
  });
  expect(refusal).toMatchObject({ code: 'already-done', exitStatus: 4 });
  expect(refusal?.message).toContain('run-7');
  expect(check(PLAN, { donePairs: new Map([['21:19', 'run-6']]) })).toBeNull();
});

test('not by an operator whose view does not hold everybody, whoever made the plan', () => {
  const team = peopleOf(DEMO).get(19)?.profile.Team;
  const narrow: View = { name: 'One team', teams: [String(team)], groups: [] };
  const refusal = check(PLAN, { view: narrow });
  expect(refusal).toMatchObject({ code: 'out-of-view', exitStatus: 7 });
  expect(refusal?.message).toContain('One team');
  const all: View = { name: 'All', teams: DEMO.teams, groups: [] };
  expect(check(PLAN, { view: all })).toBeNull();
});

test.each<[string, number, (person: Person) => Person | undefined, RegExp]>([
  ['is gone', 31, () => undefined, /\(31\) is gone/],
  [
    'has a record more',
    19,
    (person) => ({ ...person, records: { ...person.records, ccrs: [{ id: 900_001 }] } }),
    /\(19\): changed in \S/,
  ],
  ['has another name', 30, (person) => ({ ...person, lastName: 'Other' }), /Other \(30\): changed in the profile/],
  ['was made a power user', 21, (person) => ({ ...person, access: 'power-user' }), /\(21\): changed in the profile/],
])('not where somebody %s since the plan was made', (_what, id, change, says) => {
  const refusal = check(PLAN, { people: withChanged(id, change) });
  expect(refusal).toMatchObject({ code: 'stale-plan', exitStatus: 5 });
  expect(refusal?.message).toMatch(says);
});

test('what moved is told by the names of the data types', () => {
  const people = withChanged(19, (person) => ({ ...person, records: { ...person.records, ccrs: [] } }));
  const label = STANDARD.types.find(({ id }) => id === 'ccrs')?.label ?? '';
  expect(check(PLAN, { people })?.message).toContain(label);
});

test('of many kinds eight are named and the rest is counted; where no count differs, data is named besides the profile', () => {
  const without = withChanged(19, (person) => ({ ...person, records: {} }));
  const message = check(PLAN, { people: without })?.message ?? '';
  expect(message).toMatch(/changed in (?:[^,]+, ){8}and \d+ more kinds of data[.;]/);
  const within = withChanged(19, (person) => {
    const [first, ...others] = person.records.ccrs ?? [];
    return { ...person, records: { ...person.records, ccrs: [{ ...first, id: 900_001, note: 'other' }, ...others] } };
  });
  expect(check(PLAN, { people: within })?.message).toMatch(/\(19\): changed in .*data/);
});

test('of many who changed five are named and all are counted', () => {
  const pairs = pairsOf(...Array.from({ length: 5 }, (_, index): [number, number] => [20 + 2 * index, 21 + 2 * index]));
  const refusal = check(planOn(DEMO, pairs), { people: new Map() });
  expect(refusal?.message).toContain('10 of its people');
  expect(refusal?.message.match(/is gone/g)).toHaveLength(5);
});

const RUN = {
  id: 'run-1',
  plan: PLAN.id,
  pairs: [{ source: 19, target: 21, state: 'done' }],
} as Run;

test('a run that was begun may go on, with its own plan and by the same rules only', () => {
  expect(checkResumable(PLAN, RUN, CONTEXT)).toBeNull();
  expect(checkResumable(PLAN, { ...RUN, plan: 'other' }, CONTEXT)).toMatchObject({ code: 'foreign-plan' });
  expect(checkResumable(PLAN, RUN, { ...CONTEXT, catalogue: { ...STANDARD, name: 'Other' } })).toMatchObject({
    code: 'other-catalogue',
  });
  expect(checkResumable(PLAN, RUN, { ...CONTEXT, operator: { ...ADMIN, permissions: [] } })).toMatchObject({
    code: 'not-permitted',
  });
});

test('a run of which something was put back goes on only where whoever goes on knows of that', () => {
  const pairs = RUN.pairs.map((pair) => ({ ...pair, undone: { by: ['back'], whole: true } }));
  expect(checkResumable(PLAN, { ...RUN, pairs }, CONTEXT)).toMatchObject({ code: 'stale-plan', exitStatus: 5 });
  expect(checkResumable(PLAN, { ...RUN, pairs }, { ...CONTEXT, isUndoKnown: true })).toBeNull();
});

const IMPORTER: Operator = { ...ADMIN, permissions: ['assign-user-roles'] };
const IMPORT = importOn(DEMO, [
  { id: 19, set: { 'First Name': 'Jo' } },
  { id: 1001, set: { 'Last Name': 'New' } },
]);
const PROBLEM = {
  line: 9,
  column: 'Email',
  value: 'x',
  code: 'bad-email' as const,
  message: 'No address.',
  cure: 'Mend.',
};
const checkImport = (plan: Plan, but: Partial<RunnableContext> = {}) => check(plan, { operator: IMPORTER, ...but });

test('an import may run by whoever may assign roles, whatever its people own by now', () => {
  expect(checkImport(IMPORT)).toBeNull();
  const people = withChanged(19, (person) => ({ ...person, records: {} }));
  expect(checkImport(IMPORT, { people })).toBeNull();
  expect(check(IMPORT)).toMatchObject({ code: 'not-permitted', exitStatus: 7 });
});

test.each<[string, Map<number, Person>, string]>([
  [
    'somebody has changed',
    withChanged(19, (person) => ({ ...person, email: 'new@example.org' })),
    'changed in the profile',
  ],
  ['somebody is gone', withChanged(19, () => undefined), '(19) is gone'],
  [
    'the ID of somebody new is taken',
    new Map([...peopleOf(DEMO), [1001, { ...withId(1001), firstName: 'Max' }]]),
    'has the user ID that New was to get',
  ],
])('an import is out of date where %s', (_what, people, says) => {
  expect(checkImport(IMPORT, { people })).toMatchObject({
    code: 'stale-plan',
    exitStatus: 5,
    message: expect.stringContaining(says),
  });
});

test('an import that calls somebody by the name of another is out of date, and says who they are', () => {
  const { pairs } = IMPORT;
  const renamed = pairs.map((pair) => ({ ...pair, source: { ...pair.source, name: 'Nobody Known' } }));
  const refusal = checkImport({ ...IMPORT, pairs: renamed });
  expect(refusal).toMatchObject({ code: 'stale-plan', message: expect.stringContaining('is called Nobody Known') });
});

test('problems of rows keep an import from running where it is all or nothing, or no row is left', () => {
  const withProblem = (but: Partial<Plan>): Plan => ({ ...IMPORT, problems: [PROBLEM], ...but });
  expect(checkImport(withProblem({}))).toBeNull();
  const made = IMPORT.import;
  if (made === undefined) throw new Error('No import');
  const refused = { code: 'plan-has-problems', exitStatus: 4 };
  expect(checkImport(withProblem({ import: { ...made, allOrNothing: true } }))).toMatchObject(refused);
  expect(checkImport(withProblem({ pairs: [] }))).toMatchObject(refused);
  expect(checkImport({ ...IMPORT, pairs: [] })).toMatchObject({
    code: 'empty-plan',
    message: expect.stringContaining('as the file has it'),
  });
});

test.each<[string, number, string]>([
  ['whose ID somebody had who is gone', 1001, 'the user ID 1001 that New was to get was given before'],
  ['with an ID far behind all others', 999, 'the user ID 1001 that New was to get is not the next one, 1000'],
])('an import that creates somebody %s is out of date', (_what, lastId, reason) => {
  const refusal = checkImport(IMPORT, { lastId });
  expect(refusal).toMatchObject({ code: 'stale-plan', exitStatus: 5, message: expect.stringContaining(reason) });
});

test('an import that gives views runs by nobody who may not edit them', () => {
  const plan = importOn(DEMO, [{ id: 1001, set: { 'Last Name': 'New', 'QM Views': ['Sales and renewals'] } }]);
  expect(checkImport(plan)).toMatchObject({ code: 'not-permitted', hint: expect.stringContaining('column') });
  const operator: Operator = { ...IMPORTER, permissions: ['assign-user-roles', 'edit-qm-views'] };
  expect(checkImport(plan, { operator })).toBeNull();
});

test('an import touches nobody outside the view of whoever runs it', () => {
  const view: View = { name: 'Nobody', teams: [], groups: [] };
  expect(checkImport(IMPORT, { view })).toMatchObject({ code: 'out-of-view' });
});
