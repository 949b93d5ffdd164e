import path from 'node:path';
import type { JournalEntry } from '../../source/model/journal.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { User } from '../../source/model/user.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { writeAt } from '../store/given-store.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';

/** Stands in everything that tells who somebody is, and, for the 0, in no random token and no hash. */
export const MARK = 'q0z';

/** Where `text` holds the mark, with what stands around it; null: nowhere. */
export function leakIn(text: string): string | null {
  const place = text.toLowerCase().indexOf(MARK);
  return place < 0 ? null : text.slice(Math.max(0, place - 60), place + 60);
}

/** What one of the marked people is called. */
export function markedNames(id: number) {
  return {
    firstName: `Q0z-f${id}`,
    lastName: `O’Q0zl${id}`,
    login: `q0z.login${id}`,
    email: `q0z.mail${id}@q0zhost.example`,
  };
}

/** Somebody who has a first name only, and by that alone is told. */
export const MONONYM = 29;

/** A demonstration of 40 people all of whose names are marked, their operators' too; some records of 19 name others. */
export function markedDemo(): StoreData {
  const demo = makeDemo({ users: 40, seed: 3 });
  const [admin, ...others] = demo.operators;
  if (admin === undefined) throw new Error('Nobody works here');
  return {
    ...demo,
    operators: [{ ...admin, login: 'q0zadmin', name: 'Anna Q0zadmin' }, ...others],
    settings: { ...demo.settings, guest: 'q0zadmin' },
    people: demo.people.map((person) => {
      const { id, profile, records } = person;
      const named = markedNames(id === 19 ? 21 : 19);
      const texts = [
        `${named.firstName} ${named.lastName} rang`,
        `for ${named.firstName}`,
        `${named.lastName.toUpperCase()}, ${named.firstName}`,
        `see ${named.login}.`,
        `<${named.email}>`,
      ];
      const comments = (records['evaluation-comments'] ?? []).map((record, place) => ({
        ...record,
        text: texts[place % texts.length] ?? '',
      }));
      const events = (records['audit-events'] ?? []).map((record) => ({ ...record, actor: markedNames(id).login }));
      return {
        ...person,
        ...markedNames(id),
        ...(id === MONONYM ? { lastName: '' } : {}),
        profile: { ...profile, 'Employee ID': `Q0ZE${id}`, 'ACD ID': `Q0ZA${id}` },
        records: { ...records, 'evaluation-comments': comments, 'audit-events': events },
      };
    }),
  };
}

/** Somebody into whose cells others were written. */
function withNamingCells<Someone extends Pick<User, 'profile'>>(person: Someone): Someone {
  const { firstName, lastName, login, email } = markedNames(22);
  const slashed = [`${login}/${firstName}`, `Q0ZE22/${email}/x`];
  const cased = [firstName.toUpperCase(), `${lastName.toLowerCase()}’s`];
  const naming = {
    'Work Condition Profile': `As ${firstName} ${lastName}`,
    'Skill Mappings': [`Deputy of ${lastName}`, ...slashed, ...cased],
  };
  return { ...person, profile: { ...person.profile, ...naming } };
}

/** Puts that demonstration into `store` of `folder`, with a run "old" of which one pair failed for a reason that names both. */
export async function makeMarked(folder: string): Promise<void> {
  const store = path.join(folder, 'store');
  const demo = markedDemo();
  const data = { ...demo, people: demo.people.map(withNamingCells) };
  await createStore(store, data, nodeDisk, systemRandom);
  const plan = planOn(data, pairsOf([20, 22], [23, 24]), { operator: 'q0zadmin' });
  await freezePlan(nodeDisk, systemRandom, store, 'old', plan);
  const actor = { operator: 'q0zadmin', account: 'q0zaccount', realAccount: 'q0zreal', host: 'desk' };
  const [source, target] = [markedNames(20), markedNames(22)];
  const reason = `${source.firstName} ${source.lastName} (20) into ${target.login} <${target.email}> has changed.`;
  const about = { run: 'old', at: '2026-03-02T09:15:00.000Z' };
  const entries: JournalEntry[] = [
    {
      kind: 'run-started',
      ...about,
      ...actor,
      plan: plan.id,
      seal: plan.seal,
      operation: 'transfer',
      undoOf: null,
      pairs: plan.pairs.map(({ source, target }) => ({ source: source.id, target: target.id })),
    },
    ...plan.pairs.map(({ source, target }) => ({
      kind: 'pair-failed' as const,
      ...about,
      source: source.id,
      target: target.id,
      code: 'stale' as const,
      reason,
    })),
    { kind: 'run-finished', ...about, state: 'finished-with-errors' },
  ];
  const { writer } = await writeAt(store);
  await writer.append(entries);
  await writer.checkpoint();
  await writer.close();
}
