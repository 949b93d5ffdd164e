import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { sentenceOf } from '../../source/errors.ts';
import { type Dice, makeDice } from '../../source/people/demo/dice.ts';
import { examineStore, Violation } from './examine-store.ts';
import { CRASH_MODES } from './sim-disk.ts';
import { HISTORY, newSite, Player, randomOf, type Site } from './store-history.ts';
import type { StoreRoom } from './store-room.ts';

/** The process alone dies: what it had not synced is there, until a power cut. */
const KILLED = 'killed';
const ENDS = [...CRASH_MODES, KILLED] as const;
/** Stores that are tried beside each other: while one waits for its lock the next goes on. */
const LANES = 4;

export interface PowerCuts {
  room: StoreRoom;
  /** Real and empty; the locks lie in it. */
  folder: string;
  seed: number;
  /** How often each call is tried in each mode. */
  rounds: number;
  /** Leave off at the first failure. */
  isQuick?: boolean;
}

/** What the power cuts came to. `failures` holds a sentence for each, with all that brings it about again. */
export interface CutReport {
  /** Calls that the history makes of the disk. */
  calls: number;
  points: number;
  /** Points at which the recovery was cut short, too. */
  doubled: number;
  failures: string[];
}

/**
 * Plays the history once for each call that it makes of the disk and takes the power away at that call; then, for each
 * mode, lets the next process recover what the medium holds, now and then cut short as well, and examines the store.
 */
export async function cutPower(cuts: PowerCuts): Promise<CutReport> {
  const report: CutReport = { calls: 0, points: 0, doubled: 0, failures: [] };
  const unharmed = newSite(cuts.room, path.join(cuts.folder, 'unharmed'));
  await mkdir(unharmed.folder);
  try {
    await play(unharmed);
    report.calls = unharmed.disk.calls;
    await examineStore(unharmed, 'second-life', true);
  } catch (error) {
    report.failures.push(`with power all the time: ${sentenceOf(error)}`);
    return report;
  }
  await Promise.all(Array.from({ length: LANES }, (_, lane) => cutInLane(cuts, report, lane)));
  report.failures.sort();
  return report;
}

async function cutInLane(cuts: PowerCuts, report: CutReport, lane: number): Promise<void> {
  const { seed, rounds, isQuick = false } = cuts;
  const folder = path.join(cuts.folder, `lane-${lane}`);
  await mkdir(folder);
  for (let call = lane; call < report.calls; call += LANES) {
    const dice = makeDice(seed * 100_003 + call);
    const site = newSite(cuts.room, folder);
    site.disk.crashAt(call, dice);
    await play(site).catch((error: unknown) => {
      if (!site.disk.isDead) throw error;
    });
    for (let point = 0; point < rounds * ENDS.length; point += 1) {
      const end = ENDS[point % ENDS.length] ?? KILLED;
      if (isQuick && report.failures.length > 0) return;
      report.points += 1;
      try {
        if (await recover(site, end, dice)) report.doubled += 1;
      } catch (error) {
        if (!(error instanceof Violation)) throw error;
        report.failures.push(`seed ${seed}, call ${call} (${site.disk.lastCall}), ${end} ${point}: ${error.message}`);
      }
    }
  }
}

/** The whole history, or as much of it as there is power for. */
async function play(site: Site): Promise<void> {
  const player = new Player(site);
  try {
    for (const step of HISTORY) await player.play(step);
  } finally {
    await player.end().catch(() => undefined);
  }
}

/** @returns whether the recovery was cut short and begun again */
async function recover(ended: Site, end: (typeof ENDS)[number], dice: Dice): Promise<boolean> {
  const disk = end === KILLED ? ended.disk.afterKill() : ended.disk.afterCrash(end, dice);
  const ledger = { ...ended.ledger, entries: [...ended.ledger.entries] };
  const site: Site = { ...ended, disk, random: randomOf(dice), ledger };
  if (end === KILLED || dice.chance(0.6)) disk.crashAt(dice.whole(0, end === KILLED ? 24 : 34), dice);
  try {
    await examineStore(site, 'second-life', dice.chance(0.3));
    return false;
  } catch (error) {
    if (!disk.isDead) throw error;
  }
  site.disk = disk.afterCrash(dice.pick(CRASH_MODES), dice);
  await examineStore(site, 'third-life', dice.chance(0.3));
  return true;
}
