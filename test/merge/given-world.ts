import { mergePair } from '../../source/merge/merge-pair.ts';
import { type DonePair, type OwnerOf, type PairUndo, undoPair } from '../../source/merge/undo-pair.ts';
import type { Operation } from '../../source/model/catalogue.ts';
import type { MergeChoices } from '../../source/model/merge-choices.ts';
import type { DataRecord, RecordsByType } from '../../source/model/record.ts';
import type { Person } from '../../source/model/user.ts';
import { withImage } from '../../source/model/with-image.ts';
import { fc } from '../helpers/fast-check.ts';
import { givenPerson, STANDARD } from './given.ts';

/** Everybody, by id. */
export type World = ReadonlyMap<number, Person>;

export const ALL_TYPES: ReadonlySet<string> = new Set(STANDARD.types.map(({ id }) => id));

/** Fields that the shipped types look at, with few values, so that clashes are frequent. */
const FIELDS = [
  ...new Set(
    STANDARD.types.flatMap((type) => [
      ...type.key,
      ...type.sum,
      ...type.best.map(({ field }) => field),
      ...(type.renumber ? Object.values(type.renumber) : []),
      ...(type.derive ? [type.derive.field, ...Object.keys(type.derive.where)] : []),
      ...(type.follows ? [type.follows.field] : []),
    ]),
  ),
];
const value = fc.oneof(fc.constantFrom('completed', 'in renewal', 'x', '', null, true), fc.integer({ min: 0, max: 3 }));
const owned = fc.dictionary(
  fc.constantFrom(...ALL_TYPES, 'unnamed'),
  fc.array(fc.dictionary(fc.constantFrom(...FIELDS), value, { maxKeys: 8 }), { minLength: 1, maxLength: 4 }),
  { maxKeys: 20 },
);

/** Five people, 1 to 5, with records of any shipped type. */
export const worlds: fc.Arbitrary<World> = fc
  .array(owned, { minLength: 5, maxLength: 5 })
  .map((people) => new Map(people.map((types, index) => [index + 1, givenPerson(index + 1, numbered(types, index))])));

function numbered(types: Record<string, Record<string, DataRecord[string]>[]>, owner: number): RecordsByType {
  let id = 1000 * owner;
  return Object.fromEntries(
    Object.entries(types).map(([type, records]) => [
      type,
      records.map((record): DataRecord => {
        id += 1;
        return { id, ...record };
      }),
    ]),
  );
}

/** One pair, or a chain from its end, in the order in which it runs. */
export const chains = fc
  .shuffledSubarray([1, 2, 3, 4, 5], { minLength: 2 })
  .map((ids) => ids.slice(1).map((source, index): [number, number] => [source, ids[index] ?? 0]));

export function personIn(world: World, id: number): Person {
  const person = world.get(id);
  if (person === undefined) throw new Error(`Nobody is ${id}`);
  return person;
}

interface Images {
  after: { source: Parameters<typeof withImage>[1]; target: Parameters<typeof withImage>[1] };
}

/** Who owns a record in `world`. */
export function ownersIn(world: World): OwnerOf {
  const owners = new Map<string, number>();
  for (const { id, records } of world.values()) {
    for (const [type, held] of Object.entries(records))
      for (const record of held) owners.set(`${type} ${record.id}`, id);
  }
  return (type, record) => owners.get(`${type} ${record}`) ?? null;
}

/** The world once a pair is as `after` says. */
export function withPair(world: World, { after }: Images): World {
  const next = new Map(world);
  for (const image of [after.source, after.target]) next.set(image.id, withImage(personIn(next, image.id), image));
  return next;
}

/** Carries pair after pair. */
export function carry(
  world: World,
  pairs: readonly (readonly [number, number])[],
  {
    operation = 'transfer',
    carried = ALL_TYPES,
    choices = null,
  }: { operation?: Operation; carried?: ReadonlySet<string>; choices?: MergeChoices | null } = {},
): { world: World; done: DonePair[] } {
  const done: DonePair[] = [];
  let now = world;
  for (const [source, target] of pairs) {
    const people = { source: personIn(now, source), target: personIn(now, target) };
    const { before, after } = mergePair({ ...people, catalogue: STANDARD, operation, carried, choices });
    done.push({ source, target, before, after });
    now = withPair(now, { after });
  }
  return { world: now, done };
}

/** Takes pair after pair back, the last one first; what that did is itself `done` and can be taken back. */
export function takeBack(
  world: World,
  pairs: readonly DonePair[],
  { types = ALL_TYPES, overwriteChanged = false }: { types?: ReadonlySet<string>; overwriteChanged?: boolean } = {},
): { world: World; undone: PairUndo[]; done: DonePair[] } {
  const undone: PairUndo[] = [];
  const done: DonePair[] = [];
  let now = world;
  for (const pair of pairs.toReversed()) {
    const people = { source: personIn(now, pair.source), target: personIn(now, pair.target) };
    const undo = undoPair({
      done: pair,
      ...people,
      catalogue: STANDARD,
      types,
      overwriteChanged,
      ownerOf: ownersIn(now),
    });
    undone.push(undo);
    done.push({ source: pair.source, target: pair.target, before: undo.before, after: undo.after });
    now = withPair(now, undo);
  }
  return { world: now, undone, done };
}

/** All that everybody owns, to the byte but for the order of the types, which means nothing. */
export function textOf(world: World): string {
  const sorted = [...world.values()].map(({ records, ...person }) => ({
    ...person,
    records: Object.entries(records).sort(([left], [right]) => (left < right ? -1 : 1)),
  }));
  return JSON.stringify(sorted);
}

/** Every record of everybody as "type id" → who owns it and how it is; throws where one stands twice. */
export function ledgerOf(world: World): Map<string, { owner: number; record: DataRecord }> {
  const ledger = new Map<string, { owner: number; record: DataRecord }>();
  for (const { id: owner, records } of world.values()) {
    for (const [type, held] of Object.entries(records)) {
      for (const record of held) {
        const key = `${type} ${record.id}`;
        const other = ledger.get(key);
        if (other !== undefined) throw new Error(`${key} stands twice: with ${other.owner} and ${owner}`);
        ledger.set(key, { owner, record });
      }
    }
  }
  return ledger;
}
