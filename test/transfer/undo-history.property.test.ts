import { expect, test } from 'vitest';
import { OPERATIONS } from '../../source/model/catalogue.ts';
import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { operationOfRun } from '../../source/model/operation-of-run.ts';
import type { RecordsByType } from '../../source/model/record.ts';
import type { ProfileValue } from '../../source/model/user.ts';
import { listPeople } from '../../source/store/lowdb/list-people.ts';
import { fc } from '../helpers/fast-check.ts';
import { givenPerson, STANDARD } from '../merge/given.ts';
import { ledgerOf, type World } from '../merge/given-world.ts';
import { History } from './given-history.ts';

/** One of every kind: combined with and without a key, overwritten, counted, the best, followed, numbered, certified, summed. */
const POOL = [
  'storage-files',
  'ccrs',
  'agent-schedules',
  'evaluations-as-evaluator',
  'evaluation-statistics',
  'course-enrolments',
  'scorm-responses',
  'course-certifications',
  'quiz-attempts',
  'points',
] as const;

const value = fc.constantFrom('completed', 'x', 1, 2);
const fieldsOf = new Map(
  POOL.map((id) => {
    const type = STANDARD.types.find((each) => each.id === id);
    if (type === undefined) throw new Error(`There is no ${id}`);
    const fields = [
      ...type.key,
      ...type.sum,
      ...type.best.map(({ field }) => field),
      ...(type.renumber === null ? [] : [type.renumber.field, type.renumber.by]),
      ...(type.derive === null ? [] : [type.derive.field]),
      ...(id === 'course-enrolments' ? ['certifications', 'status'] : []),
    ];
    return [id, [...new Set(fields)]];
  }),
);

type Kind = (typeof POOL)[number];
const IDS = [1, 2, 3];
/** Of people whom only an import brings into being. */
const LATER = [4, 5];
const columns = fc.constantFrom('First Name', 'Team', 'Roles', 'Active?');
const values = fc.constantFrom('x', 'y', null);

/** Three people who own a few things of these kinds, with few values, so that clashes are frequent. */
function peopleOwning(types: readonly Kind[]) {
  const lists = fc.tuple(...types.map((type) => fc.array(recordOf(type), { maxLength: 2 })));
  return fc.tuple(
    ...IDS.map((id) =>
      lists.map((all) => {
        let number = 100 * id;
        const records: RecordsByType = {};
        for (const [index, type] of types.entries()) {
          const held = (all[index] ?? []).map((record) => ({ id: ++number, ...record }));
          if (held.length > 0) records[type] = held;
        }
        return givenPerson(id, records);
      }),
    ),
  );
}

function recordOf(type: Kind) {
  const fields = fieldsOf.get(type) ?? [];
  return fc
    .tuple(...fields.map(() => value))
    .map((values) => Object.fromEntries(fields.map((field, index) => [field, values[index] ?? null])));
}

/** Mostly one pair, at times a chain of two. */
const pairs = fc
  .tuple(fc.shuffledSubarray([...IDS, ...LATER], { minLength: 3, maxLength: 3 }), fc.nat(3))
  .map(([ids, chance]) => (chance === 0 ? ids : ids.slice(0, 2)))
  .map((ids) => ids.slice(1).map((source, index): [number, number] => [source, ids[index] ?? 0]));

/** What a file says of one to three people, of whom the last two are not there at first. */
const rows = fc
  .uniqueArray(fc.constantFrom(...IDS, ...LATER), { minLength: 1, maxLength: 3 })
  .chain((ids) =>
    fc.tuple(...ids.map((id) => fc.tuple(fc.constant(id), fc.dictionary(columns, values, { minKeys: 1, maxKeys: 3 })))),
  )
  .map((all) => all.map(([id, set]) => ({ id, set })));

/** What is done next: pairs are carried, people imported, or a run is undone, mostly a late one and mostly all of it. */
function actsOn(types: readonly Kind[]) {
  return fc.oneof(
    { weight: 2, arbitrary: fc.record({ pairs, operation: fc.constantFrom(...OPERATIONS) }) },
    { weight: 1, arbitrary: fc.record({ rows }) },
    {
      weight: 3,
      arbitrary: fc.record({
        undoes: fc.nat(5),
        only: fc.option(fc.constantFrom(...types), { nil: undefined, freq: 1 }),
        overwriteChanged: fc.nat(4).map((chance) => chance === 0),
        mask: fc.option(fc.nat(3), { nil: 3, freq: 1 }),
      }),
    },
  );
}

const histories = fc
  .subarray([...POOL], { minLength: 1, maxLength: 3 })
  .chain((types) => fc.tuple(peopleOwning(types), fc.array(actsOn(types), { minLength: 3, maxLength: 12 })));
type Act = ReturnType<typeof actsOn> extends fc.Arbitrary<infer T> ? T : never;

/** All that everybody owns, whatever its order, and their profiles, of the data types that are looked at. */
function contentOf(world: World, isLookedAt: (type: string) => boolean = () => true): string {
  const wanted = [...ledgerOf(world)].filter(([key]) => isLookedAt(key.split(' ')[0] ?? ''));
  const profiles = isLookedAt(USER_INFORMATION)
    ? listPeople(world).map(({ records: _records, ...profile }) => profile)
    : [];
  return JSON.stringify([wanted.sort(([left], [right]) => (left < right ? -1 : 1)), profiles]);
}

/** Values of the kinds that these fields hold; the state of an account is never erased. */
function fittingSet(set: Record<string, string | null>): Record<string, ProfileValue | null> {
  const entries = Object.entries(set).map(([field, text]): [string, ProfileValue | null] => {
    if (field === 'Active?') return [field, text === 'x'];
    return [field, field === 'Roles' && text !== null ? [text] : text];
  });
  return Object.fromEntries(entries);
}

async function perform(history: History, runs: readonly string[], step: Act) {
  if ('rows' in step) return history.import(step.rows.map(({ id, set }) => ({ id, set: fittingSet(set) })));
  if ('pairs' in step) {
    const isThere = step.pairs.flat().every((id) => history.live.people.has(id));
    return isThere ? history.carry(step.pairs, step.operation) : null;
  }
  const run = runs.toReversed()[step.undoes % Math.max(runs.length, 1)];
  if (run === undefined) return null;
  const { only, overwriteChanged, mask } = step;
  return history.undo(run, {
    overwriteChanged,
    isWanted: (place) => ((mask >> place) & 1) === 1,
    ...(only ? { only } : {}),
  });
}

test('whatever is carried, undone and redone: no record stands twice, marks tell the truth, and undone in order all is as at first', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ([everybody, acts]) => {
      const history = new History(everybody);
      const states = [contentOf(history.live.people)];
      const first = contentOf(history.live.people, isCarried);
      const runs: string[] = [];
      for (const step of acts) {
        const run = await perform(history, runs, step);
        if (run === null) continue;
        runs.push(run);
        // Throws where a record stands twice.
        states.push(contentOf(history.live.people));
        await checkMarks(history);
        if ((await doneIn(history)).length === 0 && !history.hasAccepted && !history.hasLost) {
          expect(contentOf(history.live.people, isCarried)).toBe(first);
        }
      }
      for (const [place, run] of [...runs.entries()].toReversed()) {
        const standing = await history.planUndo(run, {});
        const undo = standing === null ? null : await history.undo(run);
        // What was lost on purpose out of order may leave a merge that cannot be made again; then it says so.
        if (standing !== null && undo === null && history.hasLost && standing.warnings.length > 0) return;
        if (standing !== null) expect(undo, `undo of ${run}`).not.toBe(null);
        expect(contentOf(history.live.people), `before ${run}`).toBe(states[place]);
      }
      expect(await doneIn(history)).toEqual([]);
    }),
    { numRuns: 250 },
  );
});

/** A number that is counted anew is nothing that a run has carried. */
const isCarried = (id: string) => !STANDARD.types.some((type) => type.id === id && type.derive?.method === 'count');

/** The pairs that are transferred, those that are merged, and the rows that are imported. */
async function doneIn({ store, live }: History): Promise<string[]> {
  const done = await Promise.all(OPERATIONS.map((operation) => store.donePairs(operation)));
  const imports = [...live.runs.values()].filter(({ operation }) => operation === 'import');
  const rows = imports.flatMap(({ pairs }) => pairs.filter(({ state, undone }) => state === 'done' && !undone?.whole));
  return [...done.flatMap((pairs) => [...pairs.keys()]), ...rows.map(({ source }) => `${source}`)];
}

/** A pair counts as done exactly while something of it stands, by the journal; taken as put back on purpose, it does not. */
async function checkMarks(history: History): Promise<void> {
  for (const run of history.live.runs.values()) {
    const carried = await history.standingOf(run.id, isCarried);
    const all = await history.standingOf(run.id, () => true);
    const isTransfer = operationOfRun(run, [...history.live.runs.values()]) === 'transfer';
    for (const { source, target, undone } of run.pairs) {
      const key = `${source}:${target}`;
      if (undone?.whole && !history.hasAccepted) {
        expect(carried.has(key), `${key} of ${run.id} is said to be undone`).toBe(false);
      }
      // A field holds a value, not a record of its own: what other runs have set to the same value looks as if put back.
      if (undone?.whole === false && isTransfer) {
        expect(all.has(key), `${key} of ${run.id} is said to stand in part`).toBe(true);
      }
    }
  }
}
