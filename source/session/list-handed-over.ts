import type { Person } from '../model/user.ts';
import type { Context } from './context.ts';
import { makePlan } from './make-plan.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';

/**
 * Of somebody who was merged: which of their data the target has as well. Data type id → how many records a merge by the
 * same choices would still bring over, as they came since; types that it does not copy are absent.
 */
export async function listCovered(person: Person, session: Session, context: Context): Promise<Map<string, number>> {
  const covered = new Map<string, number>();
  const { store, info } = session;
  const target = person.mergedInto;
  if (target === null) return covered;
  const run = (await store.donePairs('merge')).get(`${person.id}:${target}`);
  if (run === undefined || !(await store.people([target])).has(target)) return covered;
  const { carried, choices } = await readRunPlan(info.location, run);
  const pair = { line: null, source: person.id, target };
  const checked = { pairs: [pair], problems: [], warnings: [] };
  const wish = { operation: 'merge', direction: 'from-to', carried: new Set(carried), choices } as const;
  const again = await makePlan({ ...wish, checked, retryOf: null }, session, context);
  const refused = new Set(again.notMoved.map(({ type }) => type));
  const [merged] = again.pairs;
  for (const [type, change] of Object.entries(merged?.changes ?? {})) {
    // Of a declined type only what both had was settled (X20): the rest is with the source alone.
    const isDeclined = !carried.includes(type);
    if (refused.has(type) || isDeclined || change.carry !== 'copy') continue;
    covered.set(type, change.combined);
  }
  return covered;
}
