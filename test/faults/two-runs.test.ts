import { readFileSync, watch } from 'node:fs';
import { cp, mkdir, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { bundle } from '../../source/bundle.ts';
import { HandoverError } from '../../source/errors.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Holder } from '../../source/model/ports.ts';
import { makeDice } from '../../source/people/demo/dice.ts';
import { beginRun } from '../../source/session/begin-run.ts';
import { systemClock, systemWait } from '../../source/system-ports.ts';
import { followRun } from '../../source/worker/follow-run.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { STANDARD } from '../merge/given.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { filedPlanOn, pairsOf } from '../transfer/given-plan.ts';
import { deskAt } from '../wizard/tasks/given-desk.ts';
import { judgeStore, makeOracle } from './oracle.ts';

const SEED = Number(process.env.HANDOVER_FAULT_SEED ?? Math.floor(Math.random() * 1e9));
/** Pairs of a run that is still at work when it is held, also where the machine is busy with other things. */
const LONG_RUN = 600;
const NEVER = new AbortController().signal;

/** A store, and three plans of so many pairs each: two of the same pairs, and one of others. */
async function givenPlans(users: number, pairs: number) {
  const { folder, data } = await givenStore(users);
  const ids = data.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const planFor = (id: string, first: number): Plan => {
    const chosen = Array.from({ length: pairs }, (_, index): [number, number] => {
      const [source = 0, target = 0] = ids.slice(first + 2 * index);
      return [source, target];
    });
    return filedPlanOn(data, pairsOf(...chosen), { id });
  };
  const plans = { one: planFor('one', 0), same: planFor('same', 0), other: planFor('other', 2 * pairs) };
  return { folder, data, plans };
}

/** A copy of the store in `folder`, in a folder of its own. */
async function copyOf(folder: string, round: number): Promise<string> {
  const store = path.join(folder, '..', `round-${round}`, 'store');
  await mkdir(path.dirname(store));
  await cp(folder, store, { recursive: true });
  return store;
}

test('two bulk runs started at once, 90 times: one begins, the other is refused and leaves nothing', async () => {
  const { folder, data, plans } = await givenPlans(90, 20);
  const program = path.join(folder, '..', 'held-process.mjs');
  await bundle(path.join(import.meta.dirname, 'held-process.ts'), program);
  const dice = makeDice(SEED);
  const wins = [0, 0];
  const oracles = new Map(Object.values(plans).map((plan) => [plan, makeOracle(data.people, plan, STANDARD)]));

  const race = async (round: number): Promise<void> => {
    const store = await copyOf(folder, round);
    const rivals = [plans.one, round % 2 === 0 ? plans.same : plans.other];
    const desks = await Promise.all(rivals.map(() => deskAt(store)));
    const late = rivals.map(() => dice.whole(0, 12));
    const begin = async (plan: Plan, index: number): Promise<string> => {
      const desk = desks[index];
      if (desk === undefined) throw new Error('No desk');
      await systemWait(late[index] ?? 0, NEVER);
      return beginRun(plan, desk.session, { ...desk.context, program }, null);
    };
    const told = await Promise.allSettled(rivals.map(begin));

    const begun = told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const refused = told.flatMap((each): unknown[] => (each.status === 'rejected' ? [each.reason] : []));
    expect([begun.length, refused.length], `seed ${SEED}, round ${round}: ${refused}`).toEqual([1, 1]);
    const [id = ''] = begun;
    const reader = await openAt(store);
    const holder = await reader.holder();
    if (holder === null) throw new Error('Nobody is at work');
    const [refusal] = refused;
    expect(refusal).toBeInstanceOf(HandoverError);
    expect(refusal).toMatchObject({ code: 'store-held', exitStatus: 6 });
    for (const part of [holder.login, holder.host, String(holder.pid), id]) {
      expect(refusal).toMatchObject({ message: expect.stringContaining(part) });
    }
    expect(await readdir(path.join(store, 'runs'))).toEqual([id]);
    expect((await reader.runs()).map((run) => run.id)).toEqual([id]);

    process.kill(holder.pid, 'SIGUSR2');
    for await (const _events of followRun(reader, id, NEVER, { wait: systemWait, clock: systemClock }));
    const winner = told.findIndex(({ status }) => status === 'fulfilled');
    wins[winner] = (wins[winner] ?? 0) + 1;
    const oracle = oracles.get(rivals[winner] ?? plans.one);
    if (oracle === undefined) throw new Error('No oracle');
    expect(await judgeStore(store, id, oracle, new Set(oracle.pairs))).toEqual({
      unopenable: [],
      lost: [],
      doubled: [],
      halfApplied: [],
      done: 20,
      state: 'succeeded',
      isTorn: false,
    });
  };
  // Mostly they wait: the one that is refused is patient with the lock for a moment.
  const rounds = Array.from({ length: 90 }, (_, round) => round).values();
  await Promise.all(
    [1, 2, 3, 4].map(async () => {
      for (const round of rounds) await race(round);
    }),
  );
  // It was a race.
  expect(Math.min(...wins)).toBeGreaterThan(0);
});

/** Holds the first process that becomes the writer of the store in `folder` (SIGSTOP), and gives its id. */
function holdFirstWriter(folder: string): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  const watcher = watch(folder, (_event, name) => {
    if (name !== 'lock.json') return;
    watcher.close();
    // At once: its run is not long.
    const { pid } = JSON.parse(readFileSync(path.join(folder, name), 'utf8')) as Holder;
    process.kill(pid, 'SIGSTOP');
    resolve(pid);
  });
  return promise;
}

test('the same with the whole program, ten times, told on the command line', async () => {
  const { folder, plans } = await givenPlans(2600, LONG_RUN);
  const race = async (round: number): Promise<void> => {
    const store = await copyOf(folder, round);
    const cwd = path.dirname(store);
    const held = holdFirstWriter(store);
    const rivals = [plans.one, round % 2 === 0 ? plans.same : plans.other].map(async (plan) => {
      await writeFile(path.join(cwd, `${plan.id}.json`), JSON.stringify(plan));
      const options = ['--store', 'store', '--as', 'admin', '--json'];
      return runHandover(['apply', `${plan.id}.json`, '--confirm', plan.confirm, ...options], { cwd });
    });
    const loser = await Promise.race(rivals);
    process.kill(await held, 'SIGCONT');
    expect(loser.status, loser.stdout).toBe(6);
    expect(loser.json()).toMatchObject({
      error: { code: 'store-held', message: expect.stringContaining('admin'), hint: expect.stringContaining('watch') },
    });
    expect((await Promise.all(rivals)).map(({ status }) => status).toSorted()).toEqual([0, 6]);
    const runs = await (await openAt(store)).runs();
    expect(runs).toMatchObject([{ state: 'succeeded', counts: { done: LONG_RUN, failed: 0, left: 0 } }]);
    expect(await readdir(path.join(store, 'runs'))).toEqual(runs.map(({ id }) => id));
  };
  for (let round = 0; round < 10; round += 1) await race(round);
});
