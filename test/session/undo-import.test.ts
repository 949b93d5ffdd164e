import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { refuseUnrunnable } from '../../source/session/begin-run.ts';
import { importContext } from '../../source/session/import-context.ts';
import { makeUndo, type UndoWish } from '../../source/session/make-undo.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { givenStore } from '../store/given-store.ts';
import { type GivenRow, importOn } from '../transfer/given-import.ts';
import { carryAs, importAs, undoAs } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

const NEW = 1001;
const DEMO = makeDemo({ users: 40, seed: 7 });
/** Regular people who are active, of whom the demonstration has more than enough. */
const REGULAR = DEMO.people.filter(({ access, active }) => access === 'user' && active);
const [JOHN, JANE, MARY] = REGULAR.map(({ id, email, login }) => ({ id, email, login })) as [Known, Known, Known];
type Known = Pick<StoreData['people'][number], 'id' | 'email' | 'login'>;
const PRIVILEGED = DEMO.people.find(({ access }) => access === 'superadmin')?.id ?? 0;

async function undoAt(folder: string, wish: Partial<UndoWish> = {}): Promise<Plan> {
  const { session, context } = await deskAt(folder);
  return makeUndo({ run: 'one', pairs: null, types: null, overwriteChanged: false, ...wish }, session, context);
}

/** A store in which these rows were imported, by runs of these names. */
async function givenImports(imports: Record<string, GivenRow[]>, but: Partial<StoreData> = {}): Promise<string> {
  const { folder } = await givenStore(40, { lastId: NEW - 1, ...but });
  for (const [run, rows] of Object.entries(imports)) await importAs(folder, run, rows);
  return folder;
}

const idsOf = ({ pairs }: Plan) => pairs.map(({ source }) => source.id);

test('an import is put back row by row, on the lines of its file; of some people where these are named', async () => {
  const rows = [
    { id: JOHN.id, set: { Team: null } },
    { id: NEW, set: { 'Last Name': 'New' } },
  ];
  const folder = await givenImports({ one: rows });
  const plan = await undoAt(folder);
  expect(plan.pairs.map(({ line, source: { name } }) => [line, name])).toEqual([
    [3, 'New'],
    [2, expect.any(String)],
  ]);
  expect(plan).toMatchObject({ confirm: 'UNDO 2', carried: ['user-information'], warnings: [], problems: [] });
  const some = await undoAt(folder, { pairs: [{ source: NEW, target: NEW }] });
  expect(idsOf(some)).toEqual([NEW]);
  await expect(undoAt(folder, { pairs: [{ source: 30, target: 30 }] })).rejects.toMatchObject({
    code: 'unknown-pair',
    message: expect.stringContaining('has not imported user 30'),
  });
});

test('an address that somebody else has by now is not put back; all else is', async () => {
  const folder = await givenImports({
    one: [
      { id: JOHN.id, set: { Email: 'john.new@example.org' } },
      { id: JANE.id, set: { Team: null } },
    ],
    two: [{ id: NEW, set: { 'Last Name': 'New', Email: JOHN.email } }],
  });
  const plan = await undoAt(folder);
  expect(idsOf(plan)).toEqual([JANE.id]);
  expect(plan.warnings).toMatchObject([
    { line: 2, code: 'not-undoable', column: 'Email', message: expect.stringMatching(/^Not put back: .*New \(1001\)/) },
  ]);
  expect(plan.warnings[0]?.cure).toContain(`--person ${JOHN.id}`);
});

test('an address goes back to whom it was taken from, as the same undo takes it from whoever has it', async () => {
  const folder = await givenImports({
    one: [
      { id: JOHN.id, set: { Email: JANE.email, Login: JANE.login } },
      { id: JANE.id, set: { Email: JOHN.email, Login: JOHN.login } },
      { id: MARY.id, set: { Email: 'mary.new@example.org' } },
      { id: NEW, set: { 'Last Name': 'New', Email: MARY.email } },
    ],
  });
  const plan = await undoAt(folder);
  expect(plan.warnings).toEqual([]);
  expect(new Set(idsOf(plan))).toEqual(new Set([JOHN.id, JANE.id, MARY.id, NEW]));
});

test('what was there before comes back, though the store has no such team, group, view or division any more', async () => {
  const former = {
    Team: 'Team of last year',
    'Max Staffing Group': 'Gone',
    'QM Views': ['Gone'],
    Divisions: ['Lindenhall/Gone'],
  };
  const people = DEMO.people.map((person) =>
    person.id === JOHN.id ? { ...person, profile: { ...person.profile, ...former } } : person,
  );
  const { folder } = await givenStore(40, { people });
  const set = {
    'First Name': 'Johanna',
    Team: 'Support South',
    'Max Staffing Group': null,
    'QM Views': null,
    Divisions: null,
  };
  await importAs(folder, 'one', [{ id: JOHN.id, set }]);
  const plan = await undoAt(folder);
  expect(plan.warnings).toEqual([]);
  const { session, context } = await deskAt(folder);
  await refuseUnrunnable(plan, session, null, context);
  await undoAs(folder, 'back', 'one');
  const { session: later } = await deskAt(folder);
  expect((await later.store.people([JOHN.id])).get(JOHN.id)).toEqual(people.find(({ id }) => id === JOHN.id));
});

test('nobody becomes active again beyond the seats', async () => {
  const used = DEMO.people.filter(({ active }) => active).length;
  const folder = await givenImports(
    {
      one: [{ id: JOHN.id, set: { 'Active?': false } }],
      two: [{ id: NEW, set: { 'Last Name': 'New', Email: 'new@example.org' } }],
    },
    { settings: { ...DEMO.settings, seats: used } },
  );
  expect((await undoAt(folder)).warnings).toMatchObject([
    { code: 'not-undoable', message: expect.stringMatching(/No seat is left: \d+ of \d+ are taken\.$/) },
  ]);
  await undoAs(folder, 'three', 'two');
  expect(idsOf(await undoAt(folder))).toEqual([JOHN.id]);
});

test('whoever was deactivated does not open their own account by an undo', async () => {
  const people = DEMO.people.map((person) => (person.id === JOHN.id ? { ...person, login: 'admin' } : person));
  const { folder } = await givenStore(40, { people });
  await importAs(folder, 'one', [{ id: JOHN.id, set: { 'Active?': false } }]);
  const { warnings, pairs } = await undoAt(folder);
  expect(pairs).toEqual([]);
  expect(warnings).toMatchObject([
    { code: 'not-undoable', message: expect.stringContaining('nobody activates or deactivates their own account') },
  ]);
});

test('privileged people stay as an import left them, unless a superadmin puts them back', async () => {
  const folder = await givenImports({ one: [{ id: PRIVILEGED, set: { Team: null } }] });
  expect((await undoAt(folder)).warnings).toMatchObject([
    { code: 'not-undoable', message: expect.stringContaining('only a superadmin') },
  ]);
});

test('later runs that touched the same people are named: imports by what they did, transfers to whom was created', async () => {
  const rows = [
    { id: JOHN.id, set: { Team: null } },
    { id: NEW, set: { 'Last Name': 'New' } },
  ];
  const folder = await givenImports({ one: rows, two: [{ id: JOHN.id, set: { Rank: '9' } }] });
  await carryAs(folder, 'three', [[JANE.id, NEW]]);
  const plan = await undoAt(folder);
  expect(plan.undoOf?.laterRuns).toEqual(['three', 'two']);
  expect(plan.warnings.map(({ message }) => message)).toEqual([
    expect.stringMatching(new RegExp(`^After it, run three carried .*\\(${JANE.id}\\) into New \\(1001\\)`)),
    expect.stringMatching(new RegExp(`^After it, run two imported .*\\(${JOHN.id}\\), with`)),
  ]);
});

test('what is undone already is not undone again, and the reason speaks of rows', async () => {
  const folder = await givenImports({ one: [{ id: JOHN.id, set: { Team: null } }] });
  await undoAs(folder, 'back', 'one');
  await expect(undoAt(folder)).rejects.toMatchObject({ message: 'Run one has been undone already.' });
});

/** Why a plan of these rows, which no check of a file has seen, may not run. */
async function refusalOf(rows: GivenRow[], but: Partial<StoreData> = {}, as = 'admin'): Promise<unknown> {
  const { folder, data } = await givenStore(40, { lastId: NEW - 1, ...but });
  const { session, context } = await deskAt(folder, as);
  return refuseUnrunnable(importOn(data, rows), session, null, context).then(
    () => null,
    (error: unknown) => error,
  );
}

const OPERATORS = DEMO.operators.map((operator) => ({ ...operator, divisions: ['Lindenhall/Europe'] }));

test.each<[string, GivenRow[], Partial<StoreData>, string]>([
  ['touches a privileged person', [{ id: PRIVILEGED, set: { Team: null } }], {}, 'privileged-user'],
  ['gives two people one address', [{ id: JOHN.id, set: { Email: JANE.email.toUpperCase() } }], {}, 'duplicate-email'],
  ['gives two people one login', [{ id: JOHN.id, set: { Login: JANE.login } }], {}, 'duplicate-login'],
  ['names a role that is not there', [{ id: JOHN.id, set: { Roles: ['Emperor'] } }], {}, 'unknown-role'],
  [
    "puts somebody into a division that is not the operator's",
    [{ id: JOHN.id, set: { Divisions: ['Lindenhall/Asia'] } }],
    { operators: OPERATORS, divisions: ['Lindenhall/Europe', 'Lindenhall/Asia'] },
    'out-of-division',
  ],
  [
    'takes a seat that is not there',
    [{ id: NEW, set: { 'First Name': 'Nora', 'Last Name': 'New', Email: 'new@example.org' } }],
    { settings: { ...DEMO.settings, seats: 1 } },
    'no-seat-left',
  ],
  [
    'gives rights to whoever runs it',
    [{ id: JOHN.id, set: { Roles: ['Supervisor', 'Tenant Administrator'] } }],
    { people: DEMO.people.map((person) => (person.id === JOHN.id ? { ...person, login: 'admin' } : person)) },
    'not-permitted',
  ],
])('a plan file that %s does not run, whoever wrote it', async (_what, rows, but, code) => {
  expect(await refusalOf(rows, but)).toMatchObject({ code, message: expect.stringMatching(/^The plan cannot be run/) });
});

test('a plan that nothing speaks against runs; its undo, once an address is taken, does not', async () => {
  expect(await refusalOf([{ id: JOHN.id, set: { Team: null } }])).toBe(null);
  const folder = await givenImports({ one: [{ id: JOHN.id, set: { Email: 'john.new@example.org' } }] });
  const plan = await undoAt(folder);
  const { session, context } = await deskAt(folder);
  await refuseUnrunnable(plan, session, null, context);
  await importAs(folder, 'two', [{ id: NEW, set: { 'Last Name': 'New', Email: JOHN.email } }]);
  const { session: later } = await deskAt(folder);
  await expect(refuseUnrunnable(plan, later, null, context)).rejects.toMatchObject({
    code: 'duplicate-email',
    exitStatus: 4,
  });
  const { seal: _seal, ...rest } = plan;
  await expect(refuseUnrunnable(sealPlan({ ...rest, pairs: [] }), later, null, context)).rejects.toMatchObject({
    code: 'empty-plan',
    message: expect.stringContaining('no row of it'),
  });
});

test("the ID of somebody whom an undo removed is nobody else's afterwards", async () => {
  const folder = await givenImports({ one: [{ id: NEW, set: { 'Last Name': 'New' } }] });
  await undoAs(folder, 'back', 'one');
  const { session, context } = await deskAt(folder);
  expect(await importContext(session, context)).toMatchObject({ lastId: NEW });
});
