import { USER_INFORMATION } from '../../source/model/merge-choices.ts';
import { operationOfRun } from '../../source/model/operation-of-run.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { StorePort } from '../../source/model/ports.ts';
import { readRunPlan } from '../../source/session/read-run-plan.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { planUndo, type UndoRequest } from '../../source/transfer/plan-undo.ts';
import { readEarlier } from '../../source/transfer/read-earlier.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { ALL_TYPES } from '../merge/given-world.ts';
import { ACTOR, openAt, writeAt } from '../store/given-store.ts';
import { type GivenRow, importOn } from './given-import.ts';
import { CLOCK, planOn } from './given-plan.ts';
import { NEVER } from './given-run.ts';

/** A plan that undoes all of what run `run` did and was not undone since, but for `but`. */
export async function planUndoOn(store: StorePort, run: string, but: Partial<UndoRequest> = {}): Promise<Plan> {
  const earlier = await readEarlier(store, run);
  const found = await store.run(run);
  const operation = found === null ? 'transfer' : operationOfRun(found, await store.runs());
  const isOpen = (key: string) => earlier.pairs.has(key) && !earlier.undone.has(key);
  const done = (found?.pairs ?? []).filter(({ source, target }) => isOpen(`${source}:${target}`));
  const pairs = done.map(({ source, target }) => ({ line: null, source, target }));
  const { id, location } = await store.info();
  return planUndo({
    id: `undo of ${run}`,
    store: id,
    undoOf: { run, operation, isAgain: earlier.isAgain, overwriteChanged: false },
    operator: 'admin',
    createdAt: CLOCK.now(),
    catalogue: STANDARD,
    types: operation === 'import' ? new Set([USER_INFORMATION]) : ALL_TYPES,
    pairs,
    earlier,
    ...(operation === 'merge' ? { merge: await mergeOf(store, location, earlier.root) } : {}),
    people: await store.people(pairs.flatMap(({ source, target }) => [source, target])),
    problems: [],
    warnings: [],
    ...but,
  });
}

async function mergeOf(store: StorePort, location: string, root: string): Promise<NonNullable<UndoRequest['merge']>> {
  const { carried, choices } = await readRunPlan(location, root);
  return { carried, choices, standing: new Set((await store.donePairs('merge')).keys()) };
}

/** Runs what `plan` makes of the store in `folder` as the run of that name, each pair of it done. */
export async function runAs(folder: string, run: string, plan: Plan | ((store: StorePort) => Promise<Plan>)) {
  const { store, writer } = await writeAt(folder);
  const made = typeof plan === 'function' ? await plan(store) : plan;
  await freezePlan(nodeDisk, systemRandom, folder, run, made);
  const earlier = made.undoOf === null ? undefined : await readEarlier(store, made.undoOf.run);
  const request = { run, plan: made, catalogue: STANDARD, writer, clock: CLOCK, actor: ACTOR, earlier, stop: NEVER };
  for await (const event of runPlan(request)) {
    if (event.event === 'pair-failed') throw new Error(event.reason);
  }
  await writer.close();
  return made;
}

/** Undoes run `run` of the store in `folder`, as the run of the name `as`. */
export function undoAs(folder: string, as: string, run: string, but: Partial<UndoRequest> = {}): Promise<Plan> {
  return runAs(folder, as, (store) => planUndoOn(store, run, but));
}

/** Carries these pairs, as the run of that name, on the people as they are. */
export async function carryAs(folder: string, run: string, pairs: readonly (readonly [number, number])[]) {
  return runAs(folder, run, async (store) => {
    const { id } = await store.info();
    const people = await store.people((await store.users()).map((user) => user.id));
    const rows = pairs.map(([source, target]) => ({ line: null, source, target }));
    return planOn({ id, people: [...people.values()] }, rows, { id: `plan of ${run}` });
  });
}

/** Imports these rows, as the run of that name, into the people as they are. */
export async function importAs(folder: string, run: string, rows: readonly GivenRow[]): Promise<Plan> {
  return runAs(folder, run, async (store) => {
    const { id } = await store.info();
    const people = await store.people((await store.users()).map((user) => user.id));
    return importOn({ id, people: [...people.values()] }, rows, { id: `plan of ${run}` });
  });
}

/** Everybody of the store in `folder`. */
export async function worldAt(folder: string) {
  const store = await openAt(folder);
  return store.people((await store.users()).map(({ id }) => id));
}
