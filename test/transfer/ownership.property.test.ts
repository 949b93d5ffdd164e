import { expect, test } from 'vitest';
import { mergePair } from '../../source/merge/merge-pair.ts';
import type { DataType } from '../../source/model/catalogue.ts';
import type { Pair } from '../../source/model/pair.ts';
import type { DataRecord } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';
import { orderPairs } from '../../source/pairs/order-pairs.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { fc } from '../helpers/fast-check.ts';
import { tempFolder } from '../helpers/temp-folder.ts';
import { STANDARD } from '../merge/given.ts';
import { ACTOR, contentOf, openAt, writeAt } from '../store/given-store.ts';
import { CLOCK, peopleOf, planOn } from './given-plan.ts';

const USERS = 40;
const carriedTypes = STANDARD.types.filter(({ area }) => ['QM', 'Classic WFM'].includes(area));

/** Pairs without rings in which nobody is source twice or target twice: a shuffle cut into chains. */
const pairsGiven = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: USERS }, (_, index) => index + 1),
      { minLength: 2 },
    ),
    fc.array(fc.boolean(), { minLength: USERS, maxLength: USERS }),
  )
  .map(([ids, joins]): Pair[] =>
    ids.flatMap((target, index) => {
      const source = ids[index - 1];
      return source !== undefined && joins[index] ? [{ line: index, source, target }] : [];
    }),
  )
  .filter((pairs) => pairs.length > 0);

const sameThing = (type: DataType, left: DataRecord, right: DataRecord) =>
  left.id === right.id || (type.key.length > 0 && type.key.every((field) => left[field] === right[field]));

/**
 * Who has which record in the end, by the documents' words alone: what combines goes to the target unless the target
 * has the same thing; what overwrites goes to the target and drives out what was there; everything else stays.
 * All sources give before anybody gets: with chains in order that is the same, and it is another way to say it.
 */
function ownersAfter(people: readonly Person[], pairs: readonly Pair[]): Map<string, number[]> {
  const targetOf = new Map(pairs.map(({ source, target }) => [source, target]));
  const sourceOf = new Map(pairs.map(({ source, target }) => [target, source]));
  const byId = new Map(people.map((person) => [person.id, person]));
  const owners = new Map<string, number[]>();
  for (const { id, records } of people) {
    const incoming = byId.get(sourceOf.get(id) ?? 0)?.records ?? {};
    for (const name of new Set([...Object.keys(records), ...Object.keys(incoming)])) {
      const type = carriedTypes.find((each) => each.id === name);
      const own = records[name] ?? [];
      const given = type === undefined ? [] : (incoming[name] ?? []);
      const stays = type === undefined || !targetOf.has(id) ? own : [];
      const isNew = (record: DataRecord) => !stays.some((held) => type !== undefined && sameThing(type, held, record));
      const drivesOut = type?.rule === 'overwrite' && given.length > 0;
      const has = drivesOut ? given : [...stays, ...given.filter(isNew)];
      if (has.length > 0 && type?.rule !== 'derive') owners.set(`${id} ${name}`, idsOf(has));
    }
  }
  return owners;
}

const idsOf = (records: readonly DataRecord[]) => records.map(({ id }) => id).sort((left, right) => left - right);

function ownersNow(people: readonly Person[]): Map<string, number[]> {
  const derived = new Set(carriedTypes.filter(({ rule }) => rule === 'derive').map(({ id }) => id));
  return new Map(
    people.flatMap(({ id, records }) =>
      Object.entries(records)
        .filter(([type]) => !derived.has(type))
        .map(([type, held]): [string, number[]] => [`${id} ${type}`, idsOf(held)]),
    ),
  );
}

/** The same plan, done by hand: each pair merged on copies, one after another. */
function peopleAfter(people: readonly Person[], pairs: readonly Pair[], carried: ReadonlySet<string>): Person[] {
  const after = structuredClone([...people]);
  for (const pair of pairs) {
    const source = after.find(({ id }) => id === pair.source);
    const target = after.find(({ id }) => id === pair.target);
    if (source === undefined || target === undefined) throw new Error('The pairs name nobody else');
    const merged = mergePair({ source, target, catalogue: STANDARD, operation: 'transfer', carried });
    for (const [person, image] of [
      [source, merged.after.source],
      [target, merged.after.target],
    ] as const) {
      for (const [type, records] of Object.entries(image.records)) {
        person.records[type] = structuredClone(records);
        if (records.length === 0) delete person.records[type];
      }
    }
  }
  return after;
}

const countOf = (people: readonly Person[]) =>
  [...ownersNow(people).values()].reduce((sum, ids) => sum + ids.length, 0);

test('a run leaves exactly the people that its plan says, and accounts for every record of everybody', async () => {
  await fc.assert(
    fc.asyncProperty(pairsGiven, fc.integer({ min: 1, max: 1_000_000 }), async (given, seed) => {
      const data = makeDemo({ users: USERS, seed });
      const folder = `${await tempFolder()}/store`;
      await createStore(folder, data, nodeDisk, systemRandom);
      const pairs = orderPairs(given);
      const plan = planOn(data, pairs);
      const { writer } = await writeAt(folder);
      const request = { run: 'one', plan, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR };
      for await (const event of runPlan({ ...request, stop: new AbortController().signal })) {
        expect(event.event).not.toBe('pair-failed');
      }
      await writer.close();
      const { people } = await contentOf(await openAt(folder));

      expect(ownersNow(people)).toEqual(ownersAfter(data.people, pairs));
      expect(people).toEqual(peopleAfter(data.people, pairs, new Set(plan.carried)));
      const named = new Set(pairs.flatMap(({ source, target }) => [source, target]));
      for (const [id, before] of peopleOf(data)) if (!named.has(id)) expect(people[id - 1]).toEqual(before);

      const gone = { replaced: 0, deduplicated: 0 };
      for (const { changes } of plan.pairs) {
        for (const change of Object.values(changes)) {
          if (change.rule === 'derive') continue;
          gone.replaced += change.replaced;
          gone.deduplicated += change.deduplicated;
        }
      }
      expect(countOf(data.people) - countOf(people)).toBe(gone.replaced + gone.deduplicated);
    }),
    { numRuns: 60 },
  );
});
