import { expect, test } from 'vitest';
import type { Person } from '../../source/model/user.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { changesAnything } from '../../source/transfer/changes-anything.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { pairsOf, planOn } from './given-plan.ts';
import { planUndoOn, runAs, undoAs, worldAt } from './given-undo.ts';

/** The demonstration store, where 24 has nothing and the profile of 23, but for what says which account it is. */
function withDouble(parts: Partial<Person> = {}): Person[] {
  const { people } = makeDemo({ users: 40, seed: 7 });
  const single = people.find(({ id }) => id === 23);
  return people.map((person) => {
    if (single === undefined || person.id !== 24) return person;
    const { id, login, email, access, active } = person;
    return { ...single, id, login, email, access, active, records: {}, ...parts };
  });
}
const mergeOf = (people: Person[], store = 'store') =>
  planOn({ id: store, people }, pairsOf([24, 23]), { operation: 'merge' });

test('a merge of two who are alike only marks the source: it is a plan, and says so', () => {
  const plan = mergeOf(withDouble());
  expect(plan.pairs[0]).toMatchObject({ effect: 'marked' });
  expect(changesAnything(plan)).toBe(true);
});

test('one that changes a field or brings a record says nothing of it; nor does one whose source bears the mark', () => {
  const field = mergeOf(withDouble({ firstName: 'Another' }));
  const record = mergeOf(withDouble({ records: { badges: [{ id: 1, badge: 'Alone' }] } }));
  expect([field, record].map(({ pairs }) => pairs[0]?.effect)).toEqual([undefined, undefined]);
  const marked = mergeOf(withDouble({ mergedInto: 23 }));
  expect([marked.pairs[0]?.effect, changesAnything(marked)]).toEqual([undefined, false]);
});

test('a transfer between them is no plan: nothing would happen', () => {
  const plan = planOn({ id: 'store', people: withDouble() }, pairsOf([24, 23]));
  expect([plan.pairs[0]?.effect, changesAnything(plan)]).toEqual([undefined, false]);
});

test('run, it marks the source and counts as done; an undo takes the mark away, to the byte', async () => {
  const { folder } = await givenStore(40, { people: withDouble() });
  const before = await worldAt(folder);
  const markedIn = async () => (await worldAt(folder)).get(24)?.mergedInto;
  await runAs(folder, 'one', async (store) => mergeOf([...before.values()], (await store.info()).id));
  expect(await markedIn()).toBe(23);
  const store = await openAt(folder);
  expect((await store.donePairs('merge')).get('24:23')).toBe('one');
  expect((await planUndoOn(store, 'one')).pairs[0]).toMatchObject({ effect: 'put-back' });
  await undoAs(folder, 'two', 'one');
  expect(await worldAt(folder)).toEqual(before);
});

test('a plan that says so of a merge that does more is not believed', async () => {
  const { folder } = await givenStore(40);
  const people = [...(await worldAt(folder)).values()];
  const plan = planOn({ id: 'store', people }, pairsOf([19, 21]), { operation: 'merge' });
  const forged = { ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, effect: 'marked' as const })) };
  await expect(runAs(folder, 'one', forged)).rejects.toThrow('The plan tells of other changes than its rules make.');
});
