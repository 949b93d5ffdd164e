import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { StoreWriter } from '../../source/model/ports.ts';
import type { RunEvent } from '../../source/model/run.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, writeAt } from '../store/given-store.ts';
import { type GivenRow, importOn } from './given-import.ts';
import { CLOCK } from './given-plan.ts';
import { importAs, planUndoOn, runAs, worldAt } from './given-undo.ts';

interface Course {
  run?: string;
  emailCase?: 'ignored' | 'kept';
  group?: number;
  stopAfter?: number;
  /** What the disk takes of a group. */
  cut?: (writer: StoreWriter) => StoreWriter;
}

/** Runs `plan`, as run "one" unless said, on the store in `folder`: what became of each row, and why not. */
async function runHere(folder: string, plan: Plan, course: Course = {}) {
  const { run = 'one', emailCase, group = 64, stopAfter, cut = (writer) => writer } = course;
  const { store, writer } = await writeAt(folder);
  const stop = new AbortController();
  const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
  const ground = { earlier, users: await store.users(), emailCase };
  const request = { run, plan, catalogue: STANDARD, clock: CLOCK, actor: ACTOR, group, stop: stop.signal };
  const events: RunEvent[] = [];
  for await (const event of runPlan({ ...request, ...ground, writer: cut(writer) })) {
    events.push(event);
    if (event.done === stopAfter) stop.abort();
  }
  await writer.close();
  return events.flatMap((event): [number, string][] => {
    if (event.event === 'pair-failed') return [[event.source, `${event.code}: ${event.reason}`]];
    return event.event === 'pair-done' ? [[event.source, 'done']] : [];
  });
}

async function planHere(folder: string, rows: readonly GivenRow[]): Promise<Plan> {
  const people = await worldAt(folder);
  const { store, writer } = await writeAt(folder);
  await writer.close();
  return importOn({ id: (await store.info()).id, people: [...people.values()] }, rows);
}

/** A store with the addresses of three of its people. */
async function givenPeople() {
  const { folder } = await givenStore(40);
  const people = await worldAt(folder);
  const emailOf = (id: number) => people.get(id)?.email ?? '';
  return { folder, emailOf };
}

const emailsOf = async (folder: string, ids: readonly number[]) => {
  const people = await worldAt(folder);
  return ids.map((id) => people.get(id)?.email);
};

test('who waits for an address gets it no more where whoever has it has changed since, down the line', async () => {
  const { folder, emailOf } = await givenPeople();
  const plan = await planHere(folder, [
    { id: 19, set: { Email: emailOf(21) } },
    { id: 21, set: { Email: emailOf(22) } },
    { id: 22, set: { Email: 'free@example.org' } },
    { id: 20, set: { Rank: '3' } },
  ]);
  await importAs(folder, 'between', [{ id: 22, set: { Rank: '9' } }]);
  const before = await emailsOf(folder, [19, 21, 22]);
  const ends = await runHere(folder, plan);
  expect(ends).toEqual([
    [22, expect.stringMatching(/^stale: /)],
    [21, expect.stringMatching(/^refused: .*“.*” is the address of .* \(22\), who keeps it\.$/)],
    [19, expect.stringMatching(/^refused: .* \(21\), who keeps it\.$/)],
    [20, 'done'],
  ]);
  expect(await emailsOf(folder, [19, 21, 22])).toEqual(before);
});

test('of people who swap, none begins where one of them has changed since', async () => {
  const { folder, emailOf } = await givenPeople();
  const plan = await planHere(folder, [
    { id: 19, set: { Email: emailOf(21) } },
    { id: 21, set: { Email: emailOf(22) } },
    { id: 22, set: { Email: emailOf(19) } },
  ]);
  for (const changed of [19, 21, 22]) {
    const { folder: own } = await givenPeople();
    await importAs(own, 'between', [{ id: changed, set: { Rank: '9' } }]);
    const before = await emailsOf(own, [19, 21, 22]);
    const ends = await runHere(own, plan);
    expect(ends.map(([, end]) => end.slice(0, 5)).toSorted()).toEqual(['refus', 'refus', 'stale']);
    expect(await emailsOf(own, [19, 21, 22])).toEqual(before);
  }
  expect((await runHere(folder, plan)).map(([, end]) => end)).toEqual(['done', 'done', 'done']);
});

test('a stop does not come between people who swap', async () => {
  const { folder, emailOf } = await givenPeople();
  const plan = await planHere(folder, [
    { id: 19, set: { Email: emailOf(21) } },
    { id: 21, set: { Email: emailOf(19) } },
    { id: 20, set: { Rank: '3' } },
  ]);
  const ends = await runHere(folder, plan, { group: 1, stopAfter: 1 });
  expect(new Map(ends)).toEqual(
    new Map([
      [19, 'done'],
      [21, 'done'],
    ]),
  );
  expect(await emailsOf(folder, [19, 21])).toEqual([emailOf(21), emailOf(19)]);
});

test('a stop of its undo does not come between them either', async () => {
  const { folder, emailOf } = await givenPeople();
  const swap = await planHere(folder, [
    { id: 19, set: { Email: emailOf(21) } },
    { id: 20, set: { Rank: '3' } },
    { id: 21, set: { Email: emailOf(19) } },
  ]);
  await runAs(folder, 'first', swap);
  const { store, writer } = await writeAt(folder);
  await writer.close();
  const undo = await planUndoOn(store, 'first');
  const ends = await runHere(folder, undo, { run: 'back', group: 1, stopAfter: 2 });
  expect(ends.map(([id]) => id)).toEqual([20, 19, 21]);
  expect(await emailsOf(folder, [19, 21])).toEqual([emailOf(19), emailOf(21)]);
});

test('a run that goes on takes no address or login that somebody got while it rested', async () => {
  const { folder } = await givenStore(40);
  const plan = await planHere(folder, [
    { id: 19, set: { Rank: '3' } },
    { id: 20, set: { Rank: '3' } },
    { id: 21, set: { Email: 'wanted@example.org' } },
    { id: 22, set: { Login: 'wanted' } },
  ]);
  await runHere(folder, plan, { group: 1, stopAfter: 1 });
  await importAs(folder, 'between', [{ id: 30, set: { Email: 'Wanted@example.org', Login: 'WANTED' } }]);
  expect(await runHere(folder, plan)).toEqual([
    [21, expect.stringMatching(/“wanted@example.org” is the address of .* \(30\), who keeps it/)],
    [22, expect.stringMatching(/“wanted” is the login of .* \(30\), who keeps it/)],
  ]);
});

test('where a power cut parted people who swap and one changed since, it is said who has the same address', async () => {
  const { folder, emailOf } = await givenPeople();
  const plan = await planHere(folder, [
    { id: 19, set: { Email: emailOf(21) } },
    { id: 21, set: { Email: emailOf(19) } },
  ]);
  const [first, second] = plan.pairs.map(({ source }) => source.id);
  const cut = (writer: StoreWriter): StoreWriter => ({
    ...writer,
    async append(entries) {
      const [entry] = entries;
      if (entry?.kind !== 'pair-done') return writer.append(entries);
      await writer.append([entry]);
      throw new Error('the power is gone');
    },
  });
  await runHere(folder, plan, { cut }).catch(() => undefined);
  // Somebody changes the second, whose row is still to come.
  await runAs(folder, 'between', await planHere(folder, [{ id: second ?? 0, set: { Rank: '9' } }]));
  const ends = await runHere(folder, plan);
  expect(ends).toEqual([
    [second, expect.stringMatching(new RegExp(`^stale: .*\\(${first}\\) has the address “.*” as well by now`))],
  ]);
});

/** A store in which run "first" gave 19, 21 and 22 other addresses, its undo, and the address that 19 had. */
async function givenUndo() {
  const { folder, emailOf } = await givenPeople();
  await importAs(
    folder,
    'first',
    [19, 21, 22].map((id) => ({ id, set: { Email: `${id}@example.org` } })),
  );
  const { store, writer } = await writeAt(folder);
  await writer.close();
  return { folder, plan: await planUndoOn(store, 'first'), former: emailOf(19) };
}

test('an undo that goes on puts no address back that somebody got while it rested, in whatever letter case', async () => {
  for (const emailCase of ['ignored', 'kept'] as const) {
    const { folder, plan, former } = await givenUndo();
    // Person 19 comes last: an undo goes backwards.
    await runHere(folder, plan, { run: 'back', group: 1, stopAfter: 1, emailCase });
    await importAs(folder, 'between', [{ id: 30, set: { Email: former.toUpperCase() } }]);
    const kept = expect.stringMatching(/“.*” is the address of .* \(30\), who keeps it/);
    expect(await runHere(folder, plan, { run: 'back', emailCase })).toEqual([
      [21, 'done'],
      [19, emailCase === 'ignored' ? kept : 'done'],
    ]);
  }
});

test('an undo puts no address back that somebody of another row of it got since, whose row then fails', async () => {
  const { folder, plan, former } = await givenUndo();
  const again = { ...plan, pairs: plan.pairs.toReversed() };
  await importAs(folder, 'between', [{ id: 22, set: { Email: former } }]);
  expect(await runHere(folder, again, { run: 'back' })).toEqual([
    [19, expect.stringMatching(/“.*” is the address of .* \(22\), who keeps it/)],
    [21, 'done'],
    [22, expect.stringMatching(/^stale: /)],
  ]);
});
