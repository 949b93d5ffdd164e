import { HandoverError } from '../../source/errors.ts';
import type { Person } from '../../source/model/user.ts';
import { matchPairs } from '../../source/pairs/match-pairs.ts';
import { makeUndo } from '../../source/session/make-undo.ts';
import { changesAnything } from '../../source/transfer/changes-anything.ts';
import { givenPerson } from '../merge/given.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { planOn } from '../transfer/given-plan.ts';
import { runAs, worldAt } from '../transfer/given-undo.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';

export const PEOPLE = [1, 2, 3, 4, 5];

/** What somebody does: merges the pairs of a file, or undoes a run, all of it or some. */
export type Deed =
  | { kind: 'merge'; pairs: [number, number][] }
  | { kind: 'undo'; run: number; pair: number | null; types: readonly string[] | null; overwriteChanged: boolean };

/** Each of `owners` has a coin of a value that no other sum makes: in base 4 the digits of a total say who counts how often. */
function givenPeople(owners: readonly number[]): Person[] {
  return PEOPLE.map((id) =>
    givenPerson(id, {
      coins: owners.includes(id) ? [{ id, coins: 4 ** id }] : [],
      badges: [{ id: 10 + id, badge: `badge ${id}` }],
    }),
  );
}

/** Merges the pairs that may be merged; gives whether there were any. */
async function merge(folder: string, run: string, pairs: readonly [number, number][]): Promise<boolean> {
  const store = await openAt(folder);
  const users = new Map((await store.users()).map((user) => [user.id, user]));
  const rows = pairs.map(([source, target], index) => ({
    ...{ line: index + 2, from: String(source), to: String(target), claims: null, ragged: null },
  }));
  const donePairs = await store.donePairs('merge');
  const matched = matchPairs({ rows, direction: 'from-to', operation: 'merge', users, view: null, donePairs });
  if (matched.pairs.length === 0) return false;
  const { id } = await store.info();
  const people = [...(await store.people(users.keys())).values()];
  await runAs(folder, run, planOn({ id, people }, matched.pairs, { id: `plan of ${run}`, operation: 'merge' }));
  return true;
}

/** Undoes what can be undone of the run; gives whether that was anything. */
async function undo(folder: string, as: string, runs: readonly string[], what: Deed & { kind: 'undo' }) {
  const run = runs.at(-1 - (what.run % Math.max(1, runs.length)));
  if (run === undefined) return false;
  const { session, context } = await deskAt(folder);
  const held = (await session.store.run(run))?.pairs ?? [];
  const pair = what.pair === null ? undefined : held[what.pair % Math.max(1, held.length)];
  const wish = {
    run,
    overwriteChanged: what.overwriteChanged,
    types: what.types === null ? null : new Set(what.types),
  };
  try {
    const plan = await makeUndo({ ...wish, pairs: pair === undefined ? null : [pair] }, session, context);
    if (!changesAnything(plan)) return false;
    await runAs(folder, as, plan);
    return true;
  } catch (error) {
    if (error instanceof HandoverError) return false;
    throw error;
  }
}

/** Whose coins somebody has, as often as they count: [1, 3, 3]. */
function ownersOf({ records }: Person): number[] {
  const total = (records.coins ?? []).reduce((sum, { coins }) => sum + Number(coins), 0);
  const digits = [...total.toString(4)].reverse().map(Number);
  return digits.flatMap((times, id) => Array.from({ length: times }, () => id));
}

/**
 * Does what `deeds` say on a store of five people, one after the other; what is refused is left out.
 * @returns after each deed whose coins everybody has; null: it was refused
 */
export async function coinsAfter(deeds: readonly Deed[], owners: readonly number[] = PEOPLE) {
  const { folder } = await givenStore(0, { people: givenPeople(owners) });
  const runs: string[] = [];
  const told: (Record<number, number[]> | null)[] = [];
  for (const [index, one] of deeds.entries()) {
    const as = `run-${index}`;
    const isDone = one.kind === 'merge' ? await merge(folder, as, one.pairs) : await undo(folder, as, runs, one);
    if (isDone) runs.push(as);
    const people = isDone ? [...(await worldAt(folder)).values()] : null;
    told.push(people === null ? null : Object.fromEntries(people.map((one) => [one.id, ownersOf(one)])));
  }
  return told;
}
