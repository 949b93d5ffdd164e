import { OPERATIONS, type Operation } from '../model/catalogue.ts';
import type { Person } from '../model/user.ts';
import type { HandedOver } from '../people/find-ties.ts';
import { listSwitches } from '../transfer/choose-types.ts';
import { countSame } from '../transfer/count-same.ts';
import type { Context } from './context.ts';
import { makePlan } from './make-plan.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * What became of the data of somebody whom runs have handed over to others, none of it undone. Data type id → what the
 * same run, planned once more, would still bring over, and what its target has as well; types that no such run was
 * about are absent. Of a type that was declined nothing is to come: it was left by choice.
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan` where the plan of such a run is lost
 */
export async function listHandedOver(
  person: Person,
  session: Session,
  context: Context,
): Promise<Map<string, HandedOver>> {
  const handed = new Map<string, HandedOver>();
  for (const operation of OPERATIONS) {
    const done = await session.store.donePairs(operation);
    for (const [pair, run] of done) {
      const [source, target] = pair.split(':').map(Number);
      if (source !== person.id || target === undefined) continue;
      await addRun({ person, operation, target, run }, handed, session, context);
    }
  }
  return handed;
}

interface Done {
  person: Person;
  operation: Operation;
  target: number;
  run: string;
}

async function addRun(
  { person, operation, target, run }: Done,
  handed: Map<string, HandedOver>,
  session: Session,
  context: Context,
): Promise<void> {
  const { carried, choices } = await readRunPlan(session.info.location, run);
  const heir = (await session.store.people([target])).get(target);
  const checked = { pairs: [{ line: null, source: person.id, target }], problems: [], warnings: [] };
  const wish = { operation, direction: 'from-to', carried: new Set(carried), choices, retryOf: null } as const;
  const again = heir !== undefined ? await makePlan({ ...wish, checked }, session, context) : null;
  for (const { type } of listSwitches(session.catalogue, operation)) {
    const change = again?.pairs[0]?.changes[type.id];
    const own = person.records[type.id] ?? [];
    // Where the target is gone, so is what they had: all of it would have to come to somebody else.
    const left = again === null ? own.length : (change?.combined ?? 0);
    const same = countSame(own, heir?.records[type.id] ?? [], type);
    const before = handed.get(type.id) ?? { coming: 0, shared: 0 };
    handed.set(type.id, {
      coming: Math.max(before.coming, carried.includes(type.id) ? left : 0),
      shared: Math.max(before.shared, same, change?.summed ?? 0),
    });
  }
}
