import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { openAt } from '../store/given-store.ts';
import { importOn } from '../transfer/given-import.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { planUndoOn } from '../transfer/given-undo.ts';
import { attempt, type Ended, NEVER, type Way } from './kill-attempt.ts';
import type { Deadline } from './killing-disk.ts';
import { makeImportOracle, makeOracle, makeUndoOracle, type Oracle } from './oracle.ts';

/** Two pairs of each three people, a chain: what the first of them takes up the second hands on. */
const CHAINS = 25;

/** A run whose processes are killed. */
export interface Job {
  operation: 'transfer' | 'undo' | 'import';
  run: string;
  /** Pairs, or rows, that share one write and one sync. */
  group: number;
  /** The store before it, with its plan. */
  pristine: string;
  oracle: Oracle;
  /** What it takes undisturbed: calls to the disk, and milliseconds of the process and of the whole program. */
  whole: { made: Record<Deadline['kind'], number>; process: number; program: number };
}

/** Rows of the import: three groups, and a row more. Every third of them creates somebody. */
const ROWS = 193;

/**
 * Makes a run of 50 pairs, the one that undoes it, and an import of 193 rows, in stores of their own under `folder`.
 * @param program the bundled killed-process.ts
 */
export async function makeJobs(folder: string, program: string): Promise<[Job, Job, Job]> {
  const data = makeDemo({ users: 3 * CHAINS + 10, seed: 7 });
  const pairs = Array.from({ length: CHAINS }, (_, index): [number, number][] => [
    [3 * index + 2, 3 * index + 3],
    [3 * index + 1, 3 * index + 2],
  ]);
  const plan = planOn(data, pairsOf(...pairs.flat()));
  const before = path.join(folder, 'before');
  await createStore(before, data, nodeDisk, systemRandom);
  await freezePlan(nodeDisk, systemRandom, before, 'one', plan);
  const carrying = { operation: 'transfer' as const, run: 'one', group: 16, pristine: before };
  const after = path.join(folder, 'after');
  const carried = {
    ...carrying,
    oracle: makeOracle(data.people, plan, STANDARD),
    whole: await tryOut(carrying, after),
  };

  const back = await planUndoOn(await openAt(after), 'one');
  await freezePlan(nodeDisk, systemRandom, after, 'back', back);
  const undoing = { operation: 'undo' as const, run: 'back', group: 16, pristine: after };
  const whole = await tryOut(undoing, path.join(folder, 'undone'));
  const undone = { ...undoing, oracle: makeUndoOracle(carried.oracle, 'one', back), whole };
  return [carried, undone, await makeImport()];

  async function makeImport(): Promise<Job> {
    const people = makeDemo({ users: ROWS, seed: 8 });
    const last = Math.max(...people.people.map(({ id }) => id));
    const rows = Array.from({ length: ROWS }, (_, index) => {
      const set = { 'First Name': 'Nora', 'Last Name': `New ${index}`, Team: null };
      return index % 3 === 0 ? { id: last + 1 + index / 3, set: { ...set, Team: 'Sales' } } : { id: index + 1, set };
    });
    const made = importOn(people, rows);
    const pristine = path.join(folder, 'people');
    await createStore(pristine, people, nodeDisk, systemRandom);
    await freezePlan(nodeDisk, systemRandom, pristine, 'rows', made);
    const importing = { operation: 'import' as const, run: 'rows', group: 64, pristine };
    const oracle = makeImportOracle(people.people, made);
    return { ...importing, oracle, whole: await tryOut(importing, path.join(folder, 'imported')) };
  }

  /** Runs it twice undisturbed; the whole program leaves its store in `kept`. */
  async function tryOut({ run, pristine }: Pick<Job, 'run' | 'pristine'>, kept: string): Promise<Job['whole']> {
    const unharmed = async (way: Way): Promise<Ended> => {
      await freshCopy(pristine, kept);
      return attempt(program, { way, run, store: kept, ...NEVER });
    };
    const { made, took } = await unharmed('at a disk call');
    return { made, process: took, program: (await unharmed('the whole program')).took };
  }
}

/** Puts a copy of `store` where `copy` is. */
export async function freshCopy(store: string, copy: string): Promise<void> {
  await rm(copy, { recursive: true, force: true });
  await cp(store, copy, { recursive: true });
}
