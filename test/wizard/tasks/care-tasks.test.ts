import { expect, test } from 'vitest';
import type { Task, TaskResult } from '../../../source/wizard/task.ts';
import { deskAt, givenRun, perform } from './given-desk.ts';

/** A store in which 19 has given its work to 21, nothing of it is left there, and a contact of 20 names it. */
async function emptiedStore(): Promise<string> {
  const { folder } = await givenRun([[19, 21, 'done']], 'succeeded', (people) =>
    people.map((person) => {
      if (person.id === 20) return { ...person, records: { ...person.records, contacts: [CONTACT] } };
      return person.id === 19 ? { ...person, active: true, records: {} } : person;
    }),
  );
  return folder;
}

async function resultOf<Kind extends Task['kind']>(job: Extract<Task, { kind: Kind }>, folder: string) {
  const action = await perform(job, await deskAt(folder));
  if (action.type !== 'task-done') throw new Error(JSON.stringify(action));
  return action.result as Extract<TaskResult, { kind: Kind }>;
}

const CONTACT = { id: 900_001, person: 19, since: '2026-01-01' };
const CLOSE = { kind: 'change-activity', ids: [19], activity: 'deactivate' } as const;
const DELETE = { kind: 'delete-person', id: 19, isDetaching: true } as const;

test('an emptied account is listed with where its data went, closed ones too', async () => {
  const folder = await emptiedStore();
  const listed = { person: { id: 19, active: true }, handovers: [{ operation: 'transfer', target: 21, run: 'one' }] };
  expect((await resultOf({ kind: 'list-emptied' }, folder)).accounts).toMatchObject([listed]);
  const closed = await resultOf(CLOSE, folder);
  expect(closed.people.byId.get(19)).toMatchObject({ active: false });
  expect((await resultOf({ kind: 'list-emptied' }, folder)).accounts).toMatchObject([{ person: { active: false } }]);
});

test('somebody whom others name is deleted once these name nobody, and is in no list any more', async () => {
  const folder = await emptiedStore();
  const { deletion } = await resultOf({ kind: 'open-deletion', id: 19 }, folder);
  expect(deletion.ties.naming).toMatchObject([{ label: 'Contacts', count: 1, by: [{ id: 20 }] }]);
  const refused = await perform({ ...DELETE, isDetaching: false }, await deskAt(folder));
  expect(refused).toMatchObject({ type: 'task-failed', code: 'still-needed' });
  expect((await resultOf(DELETE, folder)).people.byId.has(19)).toBe(false);
  const { session } = await deskAt(folder);
  const other = (await session.store.people([20])).get(20);
  expect(other?.records.contacts).toEqual([{ ...CONTACT, person: null }]);
});

test.each([
  ['read-only', null, true, 'read-only'],
  ['an operator without the permission', 'auditor', false, 'not-permitted'],
])('%s, no account is closed or deleted', async (_who, as, isReadOnly, code) => {
  const folder = await emptiedStore();
  for (const job of [CLOSE, DELETE]) {
    const outcome = await perform(job, await deskAt(folder, as ?? 'admin', isReadOnly));
    expect(outcome).toMatchObject({ type: 'task-failed', code });
  }
  expect((await resultOf({ kind: 'list-emptied' }, folder)).accounts).toMatchObject([{ person: { active: true } }]);
});
