import type { DonePair, OwnerOf } from '../merge/undo-pair.ts';
import type { Image } from '../model/change.ts';
import type { Person } from '../model/user.ts';

/**
 * Who of `people` owns each record that the pairs of `carried` are about. Of any other record it knows nothing. All of
 * them are looked through once, when it is first asked; most undos of what nobody touched since never ask.
 */
export function indexOwners(carried: Iterable<DonePair>, people: Iterable<Person>): OwnerOf {
  let owners: Owners | null = null;
  return (type, record) => {
    owners ??= findOwners(carried, people);
    return owners.get(type)?.get(record) ?? null;
  };
}

/** Data type id → record → who owns it; null: nobody does. */
type Owners = Map<string, Map<number, number | null>>;

function findOwners(carried: Iterable<DonePair>, people: Iterable<Person>): Owners {
  const owners: Owners = new Map();
  for (const { before, after } of carried) {
    for (const image of [before.source, before.target, after.source, after.target]) {
      for (const [type, records] of Object.entries(image.records)) {
        const ofType = owners.get(type) ?? new Map<number, number | null>();
        owners.set(type, ofType);
        for (const { id } of records) ofType.set(id, null);
      }
    }
  }
  for (const { id: owner, records } of people) {
    for (const [type, held] of Object.entries(records)) {
      const ofType = owners.get(type);
      if (ofType === undefined) continue;
      for (const { id } of held) if (ofType.has(id)) ofType.set(id, owner);
    }
  }
  return owners;
}

/** Owners as they become, pair by pair. */
export interface OwnersAhead {
  ownerOf: OwnerOf;
  /** Takes in what a pair does to two people. */
  note(pair: Pick<DonePair, 'before' | 'after'>): void;
}

/** Goes on from `ownerOf`, which stays as it is. */
export function followOwners(ownerOf: OwnerOf): OwnersAhead {
  const ahead: Owners = new Map();
  const setAll = ({ id: owner, records }: Image, isOwned: boolean) => {
    for (const [type, held] of Object.entries(records)) {
      const ofType = ahead.get(type) ?? new Map<number, number | null>();
      ahead.set(type, ofType);
      for (const { id } of held) ofType.set(id, isOwned ? owner : null);
    }
  };
  return {
    ownerOf: (type, record) => {
      const owner = ahead.get(type)?.get(record);
      return owner === undefined ? ownerOf(type, record) : owner;
    },
    note({ before, after }) {
      for (const image of [before.source, before.target]) setAll(image, false);
      for (const image of [after.source, after.target]) setAll(image, true);
    },
  };
}
