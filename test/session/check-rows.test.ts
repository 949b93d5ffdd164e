import { expect, test } from 'vitest';
import type { Operator } from '../../source/model/operator.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { refuseUnrunnable } from '../../source/session/begin-run.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, writeAt } from '../store/given-store.ts';
import { type GivenRow, importOn } from '../transfer/given-import.ts';
import { CLOCK } from '../transfer/given-plan.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

const NEW = 1001;
const DEMO = makeDemo({ users: 40, seed: 7 });
const [JOHN = 0, JANE = 0] = DEMO.people
  .filter(({ access, active }) => access === 'user' && active)
  .map(({ id }) => id);
const BOSS = DEMO.people.find(({ access }) => access === 'superadmin');

/** Why a plan of these rows, which no check of a file has seen, may not run; null: it may. */
async function refusalOf(rows: GivenRow[]): Promise<unknown> {
  const { folder, data } = await givenStore(40, { lastId: NEW - 1 });
  const { session, context } = await deskAt(folder);
  return refuseUnrunnable(importOn(data, rows), session, null, context).then(
    () => null,
    (error: unknown) => error,
  );
}

test.each<[string, GivenRow, string]>([
  ['an address that is none', { id: JOHN, set: { Email: 'nobody' } }, 'bad-email'],
  ['an address that is true', { id: JOHN, set: { Email: true } }, 'unreadable'],
  ['a list as a name', { id: JOHN, set: { 'First Name': ['A', 'B'] } }, 'unreadable'],
  ['a name of spaces', { id: JOHN, set: { 'First Name': '  ' } }, 'unreadable'],
  ['a day that is none', { id: JOHN, set: { Deactivated: 'tomorrow' } }, 'bad-date'],
  ['a day in another format', { id: JOHN, set: { 'Company End Date': '31/12/2026' } }, 'bad-date'],
  ['a word as yes or no', { id: JOHN, set: { 'Full Scope': 'TRUE' } }, 'bad-boolean'],
  ['an account in no state', { id: JOHN, set: { 'Active?': null } }, 'bad-boolean'],
  ['a text as a list', { id: JOHN, set: { 'Skill Mappings': 'Sales' } }, 'bad-list'],
  ['a list of nothing', { id: JOHN, set: { Roles: [''] } }, 'bad-list'],
  ['a time zone that is none', { id: JOHN, set: { 'Display Time Zone': 'Mars/Phobos' } }, 'bad-time-zone'],
  ['a name that goes', { id: JOHN, set: { 'First Name': null } }, 'required'],
  ['somebody new without a name', { id: NEW, set: { Email: 'new@example.org', 'Last Name': 'New' } }, 'required'],
  ['a list of its own', { id: JOHN, set: { Rank: '[1]' } }, 'multi-level'],
  ['letters that were lost', { id: JOHN, set: { Rank: 'Z\uFFFDrich' } }, 'encoding'],
  ['a list that is joined otherwise', { id: JOHN, set: { 'Skill Mappings': ['A|B'] } }, 'bad-list'],
  ['a name with a blank that nobody sees', { id: JOHN, set: { 'Last Name': 'Smith ' } }, 'unreadable'],
  ['an address that stands for somebody', { id: JOHN, set: { Email: `person${JOHN}@example.invalid` } }, 'stand-in'],
  ['a login that nobody sees', { id: JOHN, set: { Login: 'john\u200bsmith' } }, 'unreadable'],
  ['nobody who could be found again', { id: NEW, set: { 'Last Name': 'New' } }, 'required'],
  ['nothing that tells somebody from others', { id: JOHN, set: { Email: null, Login: null } }, 'required'],
])('a plan file with %s does not run, whoever wrote it', async (_what, row, code) => {
  expect(await refusalOf([row])).toMatchObject({ code, exitStatus: 4 });
});

test('a plan with a value of each kind runs', async () => {
  const set = {
    Email: 'john.new@example.org',
    'First Name': 'Johnny',
    Rank: '3',
    'Company End Date': '2026-12-31',
    'Enable Scheduling': false,
    'Skill Mappings': ['Sales'],
    Team: null,
  };
  expect(await refusalOf([{ id: JOHN, set }])).toBe(null);
});

/** A store in which a run was stopped whose last row, about a superadmin, is still to come; and its plan. */
async function givenStopped(but: Partial<StoreData>) {
  const { folder, data } = await givenStore(40, but);
  const rows = [JOHN, JANE, BOSS?.id ?? 0].map((id) => ({ id, set: { Rank: '3' } }));
  const plan = importOn(data, rows);
  await freezePlan(nodeDisk, systemRandom, folder, 'one', plan);
  const { writer } = await writeAt(folder);
  const stop = new AbortController();
  const request = { run: 'one', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, group: 1 };
  for await (const { event } of runPlan({ ...request, stop: stop.signal })) if (event === 'pair-done') stop.abort();
  await writer.close();
  return { folder, plan };
}

test('a run that a superadmin began is gone on with by nobody who may not do what it has left', async () => {
  const operator: Operator = { ...(DEMO.operators[0] as Operator), login: BOSS?.login ?? '' };
  const { folder, plan } = await givenStopped({ operators: [...DEMO.operators, operator] });
  const goOnAs = async (login: string) => {
    const { session, context } = await deskAt(folder, login);
    return refuseUnrunnable(plan, session, 'one', context);
  };
  await expect(goOnAs('admin')).rejects.toMatchObject({ code: 'privileged-user' });
  await goOnAs(operator.login);
});
