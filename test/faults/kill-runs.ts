import path from 'node:path';
import { bundle } from '../../source/bundle.ts';
import { type Dice, makeDice, takeFrom } from '../../source/people/demo/dice.ts';
import { type Attempt, attempt, type Ended, NEVER, type Way } from './kill-attempt.ts';
import { freshCopy, type Job, makeJobs } from './kill-jobs.ts';
import { type Faults, judgeStore } from './oracle.ts';

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
  /** Kills by what the run was for. */
  killed: Record<Job['operation'], number>;
  /** Runs brought to their end. */
  runs: number;
  /** Records found half written, each cut off by the next process. */
  tornTails: number;
  found: Record<keyof Faults, number>;
  faults: string[];
}

interface Bench extends Torture {
  jobs: readonly Job[];
  /** The bundled process that can be killed at a disk call. */
  program: string;
  tally: Tally;
}

/**
 * Kills processes that carry out a run of 50 pairs, one that undoes it, or an import, at random moments and at chosen disk
 * calls, and goes on with the run after each kill until it ends; then begins one of the kind that was killed less often. The
 * store is held against the oracle after every kill and at the end of every run. The same seed throws the same dice; when
 * a moment comes is up to the machine.
 */
export async function killRuns(torture: Torture): Promise<Tally> {
  const bench = await setUp(torture);
  await Promise.all([1, 2].map((lane) => runLane(bench, lane, makeDice(torture.seed * 2 + lane))));
  return bench.tally;
}

async function setUp(torture: Torture): Promise<Bench> {
  const program = path.join(torture.folder, 'killed-process.mjs');
  await bundle(path.join(import.meta.dirname, 'killed-process.ts'), program);
  return {
    ...torture,
    jobs: await makeJobs(torture.folder, program),
    program,
    tally: {
      kills: 0,
      ways: { 'at a disk call': 0, 'at a random moment': 0, 'the whole program': 0 },
      killed: { transfer: 0, undo: 0, import: 0 },
      runs: 0,
      tornTails: 0,
      found: { unopenable: 0, lost: 0, doubled: 0, halfApplied: 0 },
      faults: [],
    },
  };
}

/** Kills until there are enough, by both lanes together, and brings the last run to its end. */
async function runLane(bench: Bench, lane: number, dice: Dice): Promise<void> {
  const { tally, kills, jobs } = bench;
  for (let turn = lane; tally.kills < kills && tally.faults.length === 0; turn += 1) {
    const job = chooseJob(jobs, tally, turn);
    const { run, oracle } = job;
    const store = path.join(bench.folder, `lane-${lane}`);
    await freshCopy(job.pristine, store);
    const acknowledged = new Set<string>();
    let left = oracle.pairs.length;
    for (let isOver = false; !isOver; ) {
      const kill = tally.kills < kills ? chooseKill(job, left, dice) : { way: 'at a disk call' as const, ...NEVER };
      const ended = await attempt(bench.program, { store, run, ...kill });
      if (ended.isKilled) {
        tally.kills += 1;
        tally.killed[job.operation] += 1;
      }
      for (const pair of ended.acknowledged) acknowledged.add(pair);
      left = oracle.pairs.length - (await count(bench, job, store, acknowledged, ended));
      isOver = !ended.isKilled || tally.faults.length > 0;
    }
  }
}

/** Whichever kind of run was killed less often so far; by turns where both were as often. */
function chooseJob(jobs: readonly Job[], { killed }: Tally, turn: number): Job {
  const least = Math.min(...Object.values(killed));
  const behind = jobs.filter(({ operation }) => killed[operation] === least);
  return takeFrom(behind, turn);
}

/** A kill that probably comes before the process ends, which has so many pairs left to do. */
function chooseKill({ whole, oracle, group }: Job, left: number, dice: Dice): Omit<Attempt, 'store' | 'run'> {
  const share = () => dice.whole(0, 1000) / 1000;
  if (dice.chance(0.06)) return { ...NEVER, way: 'the whole program', wait: (0.2 + 0.8 * share()) * whole.program };
  // While the store is opened and the lock taken.
  if (dice.chance(0.1)) return { ...NEVER, way: 'at a random moment', wait: share() * whole.process * 0.4, lines: 1 };
  if (dice.chance(0.4)) {
    return { ...NEVER, way: 'at a random moment', wait: 4 * share(), lines: 1 + dice.whole(0, left) };
  }
  const kind = dice.chance(0.4) ? 'write' : 'call';
  const spared = Math.floor((oracle.pairs.length - left) / group) * (kind === 'write' ? 1 : 2);
  const number = dice.whole(1, whole.made[kind] - spared);
  return { ...NEVER, way: 'at a disk call', deadline: { kind, number, part: share() } };
}

/** Adds what an attempt came to. @returns how many pairs are done */
async function count(
  { tally }: Bench,
  { run, oracle }: Job,
  store: string,
  acknowledged: ReadonlySet<string>,
  { isKilled, how, way }: Ended,
): Promise<number> {
  const { done, state, isTorn, ...faults } = await judgeStore(store, run, oracle, acknowledged);
  if (!isKilled && state !== 'succeeded') {
    faults.lost.push(`a run ended as ${state} with ${done} of ${oracle.pairs.length} pairs done`);
  }
  for (const [kind, sentences] of Object.entries(faults) as [keyof Faults, string[]][]) {
    tally.found[kind] += sentences.length;
    tally.faults.push(...sentences.map((sentence) => `${kind}: ${sentence} (${run}, ${how})`));
  }
  if (isTorn) tally.tornTails += 1;
  if (isKilled) tally.ways[way] += 1;
  else tally.runs += 1;
  return done;
}
