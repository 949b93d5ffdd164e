import { expect, test } from 'vitest';
import type { Plan } from '../../source/model/plan.ts';
import type { RunEvent } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { fc } from '../helpers/fast-check.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';
import { ACTOR, givenStore, writeAt } from '../store/given-store.ts';
import { type GivenRow, importOn } from './given-import.ts';
import { CLOCK } from './given-plan.ts';
import { importAs, planUndoOn, worldAt } from './given-undo.ts';

interface Course {
  run?: string;
  group?: number;
  stopAfter?: number;
}

/** Runs `plan`, so many people being allowed to be active: what became of each row, and why not. */
async function runHere(
  folder: string,
  plan: Plan,
  seats: number | null,
  { run = 'one', group = 64, stopAfter }: Course = {},
) {
  const { store, writer } = await writeAt(folder);
  const stop = new AbortController();
  const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
  const users = await store.users();
  const events: RunEvent[] = [];
  const request = { run, plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, stop: stop.signal };
  for await (const event of runPlan({ ...request, earlier, users, seats, group })) {
    events.push(event);
    if (event.done === stopAfter) stop.abort();
  }
  await writer.close();
  return events.flatMap((event): [number, string][] => {
    if (event.event === 'pair-failed') return [[event.source, `${event.code}: ${event.reason}`]];
    return event.event === 'pair-done' ? [[event.source, 'done']] : [];
  });
}

/** A store of people 1, 2, 3 …, each active or not, whose addresses are 1@example.org, 2@example.org … */
async function givenPeople(...active: boolean[]): Promise<string> {
  const people = active.map((is, index): Person => {
    const person = givenPerson(index + 1, {});
    return { ...person, email: `${person.id}@example.org`, active: is };
  });
  return (await givenStore(0, { people })).folder;
}

async function planHere(folder: string, rows: readonly GivenRow[]): Promise<Plan> {
  const people = await worldAt(folder);
  const { store, writer } = await writeAt(folder);
  await writer.close();
  return importOn({ id: (await store.info()).id, people: [...people.values()] }, rows);
}

const activeAt = async (folder: string) =>
  [...(await worldAt(folder)).values()].flatMap(({ id, active }) => (active ? [id] : []));

const ON = { 'Active?': true };
const OFF = { 'Active?': false };

test.each([[[1, 2, 3]], [[1, 3, 2]], [[2, 1, 3]], [[2, 3, 1]], [[3, 1, 2]], [[3, 2, 1]]])(
  'who takes the seat that another row of the same swap frees gets it, in the order %j of the file',
  async (order) => {
    const folder = await givenPeople(true, true, false);
    const sets: Record<number, GivenRow['set']> = {
      1: { Email: '3@example.org' },
      2: { Email: '1@example.org', ...OFF },
      3: { Email: '2@example.org', ...ON },
    };
    const plan = await planHere(
      folder,
      order.map((id) => ({ id, set: sets[id] ?? {} })),
    );
    expect((await runHere(folder, plan, 2)).map(([, what]) => what)).toEqual(['done', 'done', 'done']);
    expect(await activeAt(folder)).toEqual([1, 3]);
  },
);

test('whose seat is gone by the time of their row stays inactive, and it is said what to do; the other rows are done', async () => {
  const folder = await givenPeople(true, false, false, true);
  const plan = await planHere(folder, [
    { id: 2, set: ON },
    { id: 3, set: ON },
    { id: 4, set: { Rank: '3' } },
  ]);
  expect(await runHere(folder, plan, 3)).toEqual([
    [2, 'done'],
    [
      3,
      'refused: The row was left out: no seat is left, 3 of 3 are taken. Deactivate somebody, or raise the setting "seats", and then do this row again.',
    ],
    [4, 'done'],
  ]);
  expect(await activeAt(folder)).toEqual([1, 2, 4]);
});

test('a seat that a row was to free, and did not as its person has changed since, is nobody’s', async () => {
  const folder = await givenPeople(true, false, true);
  const plan = await planHere(folder, [
    { id: 2, set: ON },
    { id: 1, set: OFF },
    { id: 9, set: { 'Last Name': 'New' } },
    { id: 10, set: { 'Last Name': 'Newer', ...OFF } },
  ]);
  await importAs(folder, 'between', [{ id: 1, set: { Rank: '9' } }]);
  expect(await runHere(folder, plan, 2)).toEqual([
    [1, expect.stringMatching(/^stale: /)],
    [2, expect.stringMatching(/no seat is left/)],
    [9, expect.stringMatching(/no seat is left/)],
    [10, 'done'],
  ]);
  expect(await activeAt(folder)).toEqual([1, 3]);
});

test('more are active than there are seats: who is keeps theirs, and no other gets one', async () => {
  const folder = await givenPeople(true, true, true, false);
  const plan = await planHere(folder, [
    { id: 1, set: OFF },
    { id: 2, set: { Rank: '3' } },
    { id: 4, set: ON },
  ]);
  expect(await runHere(folder, plan, 1)).toEqual([
    [1, 'done'],
    [2, 'done'],
    [4, expect.stringMatching(/no seat is left, 2 of 1 are taken/)],
  ]);
});

test('an undo opens no account beyond the seats', async () => {
  const folder = await givenPeople(true, true, true);
  await importAs(folder, 'first', [
    { id: 1, set: OFF },
    { id: 2, set: OFF },
    { id: 3, set: { Rank: '3' } },
  ]);
  const { store, writer } = await writeAt(folder);
  await writer.close();
  const undo = await planUndoOn(store, 'first');
  await importAs(folder, 'between', [{ id: 9, set: { 'Last Name': 'New' } }]);
  const ends = new Map(await runHere(folder, undo, 3, { run: 'back' }));
  expect([...ends.values()].toSorted()).toEqual(['done', 'done', expect.stringMatching(/no seat is left/)]);
  expect(await activeAt(folder)).toHaveLength(3);
});

/** The first gets the address of the second, who gets another as they become active; the first becomes inactive. */
const ENTANGLED: GivenRow[] = [
  { id: 1, set: { ...OFF, Email: '2@example.org' } },
  { id: 2, set: { ...ON, Email: 'free@example.org' } },
];

test('an address comes from somebody who gets the very seat of whoever gets it, and all seats are taken', async () => {
  const folder = await givenPeople(true, false);
  const plan = await planHere(folder, ENTANGLED);
  expect(await runHere(folder, plan, 1, { group: 1, stopAfter: 1 })).toEqual([
    [1, 'done'],
    [2, 'done'],
  ]);
});

test('an address is not given out where whoever gives it up gets no seat', async () => {
  const folder = await givenPeople(true, false, true);
  const plan = await planHere(folder, ENTANGLED);
  expect(await runHere(folder, plan, 1)).toEqual([
    [1, expect.stringMatching(/“2@example.org” is the address of .* \(2\), who keeps it/)],
    [2, expect.stringMatching(/no seat is left/)],
  ]);
});

test('a seat that somebody needs to give up an address is not taken by others before', async () => {
  const folder = await givenPeople(true, false, false);
  const plan = await planHere(folder, [...ENTANGLED.slice(0, 1), { id: 3, set: ON }, ...ENTANGLED.slice(1)]);
  expect(await runHere(folder, plan, 1)).toEqual([
    [1, 'done'],
    [3, expect.stringMatching(/no seat is left/)],
    [2, 'done'],
  ]);
});

const PEOPLE = [1, 2, 3, 4, 5, 6];
const aRow = fc.record({
  id: fc.constantFrom(...PEOPLE),
  address: fc.constantFrom(...PEOPLE, 7, 8),
  keeps: fc.boolean(),
  isActive: fc.option(fc.boolean()),
});
const rowsOf = fc.uniqueArray(aRow, { selector: ({ id }) => id, maxLength: PEOPLE.length });

/** As the rows of a file are: none wants an address that another row gets too. */
const rowsFrom = (rows: readonly { id: number; address: number; keeps: boolean; isActive: boolean | null }[]) => {
  const given = new Set<number>();
  return rows.map(({ id, address, keeps, isActive }): GivenRow => {
    const email = keeps || given.has(address) ? {} : { Email: `${given.add(address) && address}@example.org` };
    return { id, set: { Rank: '5', ...email, ...(isActive === null ? {} : { 'Active?': isActive }) } };
  });
};

test('whatever a plan wants and whatever came between, nobody is active beyond the seats, and no two have one address', async () => {
  const active = fc.array(fc.boolean(), { minLength: PEOPLE.length, maxLength: PEOPLE.length });
  const course = fc.record({ group: fc.integer({ min: 1, max: 4 }), stopAfter: fc.integer({ min: 0, max: 4 }) });
  await fc.assert(
    fc.asyncProperty(
      active,
      rowsOf,
      rowsOf,
      fc.nat(3),
      course,
      fc.boolean(),
      async (states, rows, since, spare, how, isBack) => {
        const folder = await givenPeople(...states);
        const seats = Math.max(1, states.filter((is) => is).length + spare - 1);
        const judge = async () => {
          const people = [...(await worldAt(folder)).values()];
          const emails = people.map(({ email }) => email);
          expect(new Set(emails).size, emails.join(' ')).toBe(emails.length);
          return people.filter((person) => person.active).length;
        };
        let before = await judge();
        const run = async (plan: Plan, its: Course) => {
          await runHere(folder, plan, seats, its);
          const after = await judge();
          expect(after).toBeLessThanOrEqual(Math.max(seats, before));
          before = after;
        };
        const plan = await planHere(folder, rowsFrom(rows));
        if (plan.pairs.length === 0) return;
        await run(plan, how);
        const others = await planHere(folder, rowsFrom(since));
        if (others.pairs.length > 0) await run(others, { run: 'between' });
        await run(plan, {});
        if (!isBack) return;
        const { store, writer } = await writeAt(folder);
        await writer.close();
        const undo = await planUndoOn(store, 'one');
        const later = await planHere(
          folder,
          rowsFrom(since.map((row) => ({ ...row, id: 1 + (row.id % PEOPLE.length) }))),
        );
        if (later.pairs.length > 0) await run(later, { run: 'later' });
        if (undo.pairs.length > 0) await run(undo, { ...how, run: 'back' });
      },
    ),
    { numRuns: 40 },
  );
});
