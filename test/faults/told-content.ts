import { createHash } from 'node:crypto';
import type { StorePort } from '../../source/model/ports.ts';
import type { Run } from '../../source/model/run.ts';
import type { Person } from '../../source/model/user.ts';

/** One person in brief: how many records of each type they own, and a digest of all that a store of shape 1 knows. */
interface ToldPerson {
  id: number;
  login: string;
  records: Record<string, number>;
  /** 32 hexadecimal digits of SHA-256. */
  digest: string;
}

/** What a store holds, small enough to lie beside it. */
export interface ToldContent {
  id: string;
  name: string;
  people: ToldPerson[];
  /** Newest first. */
  runs: Run[];
  donePairs: [pair: string, run: string][];
}

/** All that `store` holds, told in brief. */
export async function toldContent(store: StorePort): Promise<ToldContent> {
  const { id, name } = await store.info();
  const people = await store.people((await store.users()).map((user) => user.id));
  const runs = await Promise.all((await store.runs()).map((run) => store.run(run.id)));
  return {
    id,
    name,
    people: [...people.values()].map(tellPerson),
    runs: runs.filter((run) => run !== null),
    donePairs: [...(await store.donePairs('transfer'))],
  };
}

function tellPerson(person: Person): ToldPerson {
  const { id, login, email, firstName, lastName, active, access, profile, mergedInto, records } = person;
  const known = JSON.stringify([id, login, email, firstName, lastName, active, access, profile, mergedInto, records]);
  return {
    id,
    login,
    records: Object.fromEntries(Object.entries(records).map(([type, each]) => [type, each.length])),
    digest: createHash('sha256').update(known).digest('hex').slice(0, 32),
  };
}
