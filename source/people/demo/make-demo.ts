import type { StoreData } from '../../model/store-data.ts';
import { STORE_VERSION } from '../../model/store-data.ts';
import type { Access, Person } from '../../model/user.ts';
import { type Dice, makeDice, takeFrom } from './dice.ts';
import { makeProfile } from './make-profile.ts';
import { makeNamedRecords, makeSparseRecords } from './make-records.ts';
import { NAMED_PEOPLE } from './named-people.ts';
import { makeName } from './names.ts';
import { DIVISIONS, GROUPS, OPERATORS, ROLES, TEAMS, VIEWS } from './organisation.ts';

/** The domain of every demonstration address; `.example` is reserved and reaches nobody. */
const DOMAIN = 'lindenhall.example';

/**
 * A demonstration store of `users` people with the ids 1 to `users`: a contact centre with everything that handover can
 * meet. The same numbers give the same store, on any day. Without a journal and without runs.
 */
export function makeDemo({ users, seed }: { users: number; seed: number }): StoreData {
  const dice = makeDice(seed);
  let lastRecord = 0;
  const nextId = (): number => {
    lastRecord += 1;
    return lastRecord;
  };
  const people = Array.from({ length: users }, (_, index) => makePerson(index + 1, { dice, users, nextId }));
  return {
    format: 'handover-store',
    version: STORE_VERSION,
    id: `demo-${users}-${seed}`,
    name: 'Lindenhall contact centre (demonstration)',
    generation: 1,
    sequence: 0,
    chain: '0'.repeat(32),
    settings: { guest: 'admin', keepCheckpoints: 3, sendsActivationMail: true, seats: Math.ceil(users * 1.25) },
    operators: OPERATORS,
    views: VIEWS,
    teams: TEAMS,
    groups: GROUPS,
    divisions: DIVISIONS,
    roles: ROLES,
    mappings: [],
    people,
    runs: [],
  };
}

function makePerson(id: number, demo: { dice: Dice; users: number; nextId: () => number }): Person {
  const { dice, users, nextId } = demo;
  const named = NAMED_PEOPLE.get(id);
  const { firstName, lastName, latin } = named === undefined ? makeName(id, dice) : { ...named, latin: null };
  const access = accessOf(id);
  const active = named?.active ?? (access !== 'user' || !dice.chance(0.15));
  const team = named?.team ?? takeFrom(TEAMS, dice.whole(0, TEAMS.length - 1));
  const login = named === undefined ? `${latin ?? 'user'}${id}` : `${firstName}.${lastName}`.toLowerCase();
  const kitchen = { dice, owner: { id, login }, users };
  return {
    id,
    login,
    email: `${login}@${DOMAIN}`,
    firstName,
    lastName,
    active,
    access,
    profile: makeProfile({ id, active, access, team, isFull: named !== undefined }, dice),
    mergedInto: null,
    records: named === undefined ? makeSparseRecords(kitchen, nextId) : makeNamedRecords(named, kitchen, nextId),
  };
}

/** One tenant administrator, one superadmin, and a power user now and then. */
function accessOf(id: number): Access {
  if (id === 1) return 'tenant-administrator';
  if (id === 2) return 'superadmin';
  return id <= 5 || id % 500 === 77 ? 'power-user' : 'user';
}
