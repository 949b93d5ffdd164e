import { expect, test } from 'vitest';
import { personFingerprint } from '../../source/merge/person-fingerprint.ts';
import type { Pair } from '../../source/model/pair.ts';
import { orderPairs } from '../../source/pairs/order-pairs.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { sealPlan } from '../../source/transfer/plan-transfer.ts';
import { givenCatalogue, givenPerson, givenType, STANDARD } from '../merge/given.ts';
import { pairsOf, peopleOf, planOn } from './given-plan.ts';

const DEMO = makeDemo({ users: 60, seed: 11 });

test('the same request gives the same plan, and what was given is left as it was', () => {
  const data = structuredClone(DEMO);
  const pairs = pairsOf([19, 21], [30, 31]);
  const first = planOn(data, pairs);
  expect(data).toEqual(DEMO);
  expect(pairs).toEqual(pairsOf([19, 21], [30, 31]));
  expect(planOn(structuredClone(DEMO), pairs)).toEqual(first);
});

test('the totals are the sums of the pairs, and what stays behind is added up by kind', () => {
  const plan = planOn(DEMO, pairsOf([19, 21], [30, 31], [40, 41]));
  for (const name of ['combined', 'replaced', 'deduplicated', 'summed', 'skipped', 'derived', 'kept'] as const) {
    let sum = 0;
    for (const { changes } of plan.pairs) for (const change of Object.values(changes)) sum += change[name];
    expect(plan.totals[name], name).toBe(sum);
  }
  const stays = new Map<string, number>();
  const carried = new Set(plan.carried);
  for (const id of [19, 30, 40]) {
    for (const [type, records] of Object.entries(peopleOf(DEMO).get(id)?.records ?? {})) {
      if (!carried.has(type)) stays.set(type, (stays.get(type) ?? 0) + records.length);
    }
  }
  expect(new Map(plan.notMoved.map(({ type, count }) => [type, count]))).toEqual(stays);
  expect(plan.totals.notMoved).toBe([...stays.values()].reduce((sum, count) => sum + count, 0));
  expect(plan.totals.pairs).toBe(3);
});

test('a chain is planned as it runs: what came to B does not go on to C', () => {
  const catalogue = givenCatalogue(givenType());
  const things = (...ids: number[]) => ({ things: ids.map((id) => ({ id })) });
  const people = [givenPerson(1, things(10, 11)), givenPerson(2, things(20)), givenPerson(3, things(30, 31, 32))];
  const asked: Pair[] = pairsOf([1, 2], [2, 3]);
  const plan = planOn({ id: 'store', people }, orderPairs(asked), { catalogue });
  expect(plan.pairs.map(({ line, source, target }) => [line, source.id, target.id])).toEqual([
    [3, 2, 3],
    [2, 1, 2],
  ]);
  expect(plan.pairs[0]?.changes.things).toMatchObject({ combined: 1, kept: 3 });
  expect(plan.pairs[1]?.changes.things).toMatchObject({ combined: 2, kept: 0 });
  const emptied = givenPerson(2);
  expect(plan.pairs[1]?.target.fingerprint).toBe(personFingerprint(emptied));
  expect(plan.pairs[0]?.source.fingerprint).toBe(personFingerprint(givenPerson(2, things(20))));
});

test('the phrase: of a single pair the login of the target, else their e-mail; of a file the count, of one row too', () => {
  const alone = (target: number): Pair[] => [{ line: null, source: 19, target }];
  const nameless = DEMO.people.map((person) => (person.id === 22 ? { ...person, login: '' } : person));
  expect(planOn(DEMO, alone(21)).confirm).toBe(peopleOf(DEMO).get(21)?.login);
  expect(planOn({ ...DEMO, people: nameless }, alone(22)).confirm).toBe(peopleOf(DEMO).get(22)?.email);
  expect(planOn(DEMO, pairsOf([19, 21])).confirm).toBe('TRANSFER 1');
  expect(planOn(DEMO, pairsOf([19, 21], [30, 31])).confirm).toBe('TRANSFER 2');
  const carried = chooseTypes(STANDARD, 'merge', {});
  expect(planOn(DEMO, pairsOf([19, 21]), { operation: 'merge', carried }).confirm).toBe('MERGE 1');
});

test('the seal is that of all the rest: another value anywhere gives another', () => {
  const plan = planOn(DEMO, pairsOf([19, 21]));
  const { seal, ...rest } = plan;
  expect(sealPlan(rest).seal).toBe(seal);
  expect(seal).toMatch(/^[0-9a-f]{64}$/);
  for (const key of Object.keys(rest)) expect(sealPlan({ ...rest, [key]: 'other' }).seal, key).not.toBe(seal);
});

test('a pair of somebody who was never looked up is a mistake of the caller, not a plan', () => {
  expect(() => planOn(DEMO, pairsOf([19, 9999]))).toThrow('9999');
});
