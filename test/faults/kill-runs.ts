import { cp, rm } from 'node:fs/promises';
import path from 'node:path';
import { bundle } from '../../source/bundle.ts';
import { type Dice, makeDice } from '../../source/people/demo/dice.ts';
import { makeDemo } from '../../source/people/demo/make-demo.ts';
import { createStore } from '../../source/store/create-store.ts';
import { nodeDisk } from '../../source/store/node-disk.ts';
import { systemRandom } from '../../source/system-ports.ts';
import { freezePlan } from '../../source/worker/start-worker.ts';
import { STANDARD } from '../merge/given.ts';
import { pairsOf, planOn } from '../transfer/given-plan.ts';
import { type Attempt, attempt, type Ended, NEVER, type Way } from './kill-attempt.ts';
import type { Deadline } from './killing-disk.ts';
import { type Faults, judgeStore, makeOracle, type Oracle } from './oracle.ts';

/** Two pairs of each three people, a chain: what the first of them takes up the second hands on. */
const CHAINS = 25;
/** Pairs that share one write and one sync. */
const GROUP = 16;

export interface Torture {
  /** How many processes to kill. */
  kills: number;
  seed: number;
  /** An empty folder for the stores, which the caller removes. */
  folder: string;
}

/** What a torture came to. `faults` holds a sentence for each that was found, with how the process before it had ended. */
export interface Tally {
  kills: number;
  /** Kills by how they came about. */
  ways: Record<Way, number>;
  /** Runs brought to their end. */
  runs: number;
  /** Records found half written, each cut off by the next process. */
  tornTails: number;
  found: Record<keyof Faults, number>;
  faults: string[];
}

interface Bench extends Torture {
  oracle: Oracle;
  /** The bundled process that can be killed at a disk call. */
  program: string;
  /** The store before the run. */
  pristine: string;
  tally: Tally;
  /** What an undisturbed run takes: calls to the disk, and milliseconds of the process and of the whole program. */
  whole: { made: Record<Deadline['kind'], number>; process: number; program: number };
}

/**
 * Kills processes that carry out a run of 50 pairs, at random moments and at chosen disk calls, and goes on with the
 * run after each kill until it ends; then begins another. The store is held against the oracle after every kill and at
 * the end of every run. The same seed chooses the same kills; when a moment comes is up to the machine.
 */
export async function killRuns(torture: Torture): Promise<Tally> {
  const bench = await setUp(torture);
  await Promise.all([1, 2].map((lane) => runLane(bench, lane, makeDice(torture.seed * 2 + lane))));
  return bench.tally;
}

async function setUp(torture: Torture): Promise<Bench> {
  const { folder } = torture;
  const data = makeDemo({ users: 3 * CHAINS + 10, seed: 7 });
  const pairs = Array.from({ length: CHAINS }, (_, index): [number, number][] => [
    [3 * index + 2, 3 * index + 3],
    [3 * index + 1, 3 * index + 2],
  ]);
  const plan = planOn(data, pairsOf(...pairs.flat()));
  const pristine = path.join(folder, 'pristine');
  await createStore(pristine, data, nodeDisk, systemRandom);
  await freezePlan(nodeDisk, systemRandom, pristine, 'one', plan);
  const program = path.join(folder, 'killed-process.mjs');
  await bundle(path.join(import.meta.dirname, 'killed-process.ts'), program);
  const bench: Bench = {
    ...torture,
    oracle: makeOracle(data.people, plan, STANDARD),
    program,
    pristine,
    tally: {
      kills: 0,
      ways: { 'at a disk call': 0, 'at a random moment': 0, 'the whole program': 0 },
      runs: 0,
      tornTails: 0,
      found: { unopenable: 0, lost: 0, doubled: 0, halfApplied: 0 },
      faults: [],
    },
    whole: { made: { call: 0, write: 0 }, process: 0, program: 0 },
  };
  const unharmed = async (way: Way) => {
    const store = await freshStore(bench, 'unharmed');
    return attempt(bench.program, { way, store, ...NEVER });
  };
  const { made, took } = await unharmed('at a disk call');
  bench.whole = { made, process: took, program: (await unharmed('the whole program')).took };
  return bench;
}

async function freshStore({ folder, pristine }: Bench, name: string): Promise<string> {
  const store = path.join(folder, name);
  await rm(store, { recursive: true, force: true });
  await cp(pristine, store, { recursive: true });
  return store;
}

/** Kills until there are enough, by both lanes together, and brings the last run to its end. */
async function runLane(bench: Bench, lane: number, dice: Dice): Promise<void> {
  const { tally, kills, oracle } = bench;
  while (tally.kills < kills && tally.faults.length === 0) {
    const store = await freshStore(bench, `lane-${lane}`);
    const acknowledged = new Set<string>();
    let left = oracle.pairs.length;
    for (let isOver = false; !isOver; ) {
      const kill = tally.kills < kills ? chooseKill(bench, left, dice) : { way: 'at a disk call' as const, ...NEVER };
      const ended = await attempt(bench.program, { store, ...kill });
      if (ended.isKilled) tally.kills += 1;
      for (const pair of ended.acknowledged) acknowledged.add(pair);
      left = oracle.pairs.length - (await count(bench, store, acknowledged, ended));
      isOver = !ended.isKilled || tally.faults.length > 0;
    }
  }
}

/** A kill that probably comes before the process ends, which has so many pairs left to do. */
function chooseKill({ whole, oracle }: Bench, left: number, dice: Dice): Omit<Attempt, 'store'> {
  const share = () => dice.whole(0, 1000) / 1000;
  if (dice.chance(0.06)) return { ...NEVER, way: 'the whole program', wait: (0.2 + 0.8 * share()) * whole.program };
  // While the store is opened and the lock taken.
  if (dice.chance(0.1)) return { ...NEVER, way: 'at a random moment', wait: share() * whole.process * 0.4, lines: 1 };
  if (dice.chance(0.4)) {
    return { ...NEVER, way: 'at a random moment', wait: 4 * share(), lines: 1 + dice.whole(0, left) };
  }
  const kind = dice.chance(0.4) ? 'write' : 'call';
  const spared = Math.floor((oracle.pairs.length - left) / GROUP) * (kind === 'write' ? 1 : 2);
  const number = dice.whole(1, whole.made[kind] - spared);
  return { ...NEVER, way: 'at a disk call', deadline: { kind, number, part: share() } };
}

/** Adds what an attempt came to. @returns how many pairs are done */
async function count(
  { tally, oracle }: Bench,
  store: string,
  acknowledged: ReadonlySet<string>,
  { isKilled, how, way }: Ended,
): Promise<number> {
  const { done, state, isTorn, ...faults } = await judgeStore(store, 'one', oracle, acknowledged);
  if (!isKilled && state !== 'succeeded') {
    faults.lost.push(`a run ended as ${state} with ${done} of ${oracle.pairs.length} pairs done`);
  }
  for (const [kind, sentences] of Object.entries(faults) as [keyof Faults, string[]][]) {
    tally.found[kind] += sentences.length;
    tally.faults.push(...sentences.map((sentence) => `${kind}: ${sentence} (${how})`));
  }
  if (isTorn) tally.tornTails += 1;
  if (isKilled) tally.ways[way] += 1;
  else tally.runs += 1;
  return done;
}
