import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { HandoverError, sentenceOf } from '../../source/errors.ts';
import type { JournalEntry } from '../../source/model/journal.ts';
import { takeFrom } from '../../source/people/demo/dice.ts';
import { type Fault, systemError } from '../store/faulty-disk.ts';
import { examineStore, settle, Violation } from './examine-store.ts';
import { HISTORY, newSite, Player, type Site, type Step } from './store-history.ts';
import { foretell, tellStore } from './store-oracle.ts';
import { REAL_STORE } from './store-room.ts';

type Call = Parameters<Fault>[0];

/** A disk that fails from one call on, for that call alone or until it is mended. */
export interface DiskFault {
  name: string;
  /** What the calls of `calls` end with; a number: writes take so many bytes once, and none after that. */
  failure: string | number;
  calls: readonly Call[];
  lasts: boolean;
  /** The code of the error that is told. */
  code: 'disk-full' | 'store-fault';
}

const NEEDS_ROOM = ['makeFolder', 'create', 'write', 'link'] as const;
const CHANGES = [...NEEDS_ROOM, 'rename', 'remove', 'truncate', 'sync', 'syncFolder'] as const;
const ALL = [...CHANGES, 'read', 'append', 'list', 'size', 'close'] as const;

/** What disks do. */
export const DISK_FAULTS: readonly DiskFault[] = [
  { name: 'full for a moment', failure: 'ENOSPC', calls: NEEDS_ROOM, lasts: false, code: 'disk-full' },
  { name: 'full', failure: 'ENOSPC', calls: NEEDS_ROOM, lasts: true, code: 'disk-full' },
  { name: 'full within a write', failure: 100, calls: ['write'], lasts: true, code: 'disk-full' },
  { name: 'over the quota', failure: 'EDQUOT', calls: NEEDS_ROOM, lasts: true, code: 'disk-full' },
  { name: 'failing once', failure: 'EIO', calls: ALL, lasts: false, code: 'store-fault' },
  { name: 'failing for good', failure: 'EIO', calls: ALL, lasts: true, code: 'store-fault' },
  { name: 'read-only of a sudden', failure: 'EROFS', calls: CHANGES, lasts: true, code: 'store-fault' },
];

/** Stores that are tried beside each other: while one waits for its lock the next goes on. */
const LANES = 4;
/** Steps of the history that are still done once the disk is mended. */
const STEPS_AFTER = 4;

/** How it is gone on after a failed step: by the same writer, by a new one, or by the same after a checkpoint. */
const WAYS = ['same', 'new', 'checkpoint'] as const;
type Way = (typeof WAYS)[number];

/**
 * Plays the history once for each call that `fault` can meet, lets the disk fail from there, looks at what is told and
 * at what the store holds, mends the disk and goes on.
 * @param folder real and empty
 * @returns how many calls there were, and a sentence for each at which something was wrong
 */
export async function failDisk(fault: DiskFault, folder: string): Promise<{ points: number; failures: string[] }> {
  const calls = [...(await callsOf(path.join(folder, 'unharmed'))).entries()];
  const points = calls.filter(([, call]) => fault.calls.includes(call));
  const failures: string[] = [];
  const failInLane = async (lane: number) => {
    for (let place = lane; place < points.length; place += LANES) {
      const [number, call] = takeFrom(points, place);
      const site = newSite(REAL_STORE, path.join(folder, `call-${number}`));
      await mkdir(site.folder);
      const way = takeFrom(WAYS, place);
      try {
        await playThrough(site, fault, number, way);
      } catch (error) {
        failures.push(`${fault.name}, call ${number} (${call}), gone on by the ${way}: ${sentenceOf(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: LANES }, (_, lane) => failInLane(lane)));
  return { points: points.length, failures: failures.sort() };
}

async function callsOf(folder: string): Promise<Call[]> {
  const site = newSite(REAL_STORE, folder);
  await mkdir(folder);
  const calls: Call[] = [];
  site.disk.fault = (call) => {
    calls.push(call);
    return undefined;
  };
  const player = new Player(site);
  for (const step of HISTORY) await player.play(step);
  return calls;
}

async function playThrough(site: Site, fault: DiskFault, number: number, way: Way): Promise<void> {
  const player = new Player(site);
  site.disk.fault = failingFrom(fault, () => site.disk.calls - 1 >= number);
  let isHit = false;
  let left = STEPS_AFTER;
  try {
    for (const step of HISTORY) {
      if (isHit && left === 0) break;
      if (isHit) left -= 1;
      const known = site.ledger.entries.length;
      try {
        await player.play(step);
      } catch (error) {
        isHit = true;
        checkTold(error, fault, site.folder);
        // What was refused is no part of what must be there.
        const refused = site.ledger.entries.splice(known);
        await checkHeld(site, player, fault, refused);
        site.disk.fault = () => undefined;
        if (!(await goOn({ site, player, step, fault, refused, way }))) return;
      }
    }
  } finally {
    await player.end().catch(() => undefined);
  }
  await examineStore(site, 'second-life', true);
}

function failingFrom({ failure, calls, lasts }: DiskFault, isDue: () => boolean): Fault {
  let times = 0;
  return (call) => {
    if (!isDue() || !calls.includes(call) || (times > 0 && !lasts)) return undefined;
    times += 1;
    if (typeof failure === 'string') throw systemError(failure);
    return times === 1 ? failure : 0;
  };
}

function checkTold(error: unknown, fault: DiskFault, folder: string): void {
  const isTold =
    error instanceof HandoverError &&
    error.exitStatus !== 0 &&
    (error.code === fault.code || (fault.failure === 'EROFS' && error.code === 'folder-not-writable')) &&
    error.message.includes(folder) &&
    error.message.includes('full') === (fault.code === 'disk-full');
  if (!isTold) throw new Violation(`it is told as: ${String(error)}`, { cause: error });
}

/** What the writer has in hand, and what anybody finds who opens the store now that the disk is mended. */
async function checkHeld(site: Site, player: Player, fault: DiskFault, refused: JournalEntry[]): Promise<void> {
  const { data, ledger, disk, folder, random } = site;
  const expected = foretell(data, ledger.entries);
  if (player.writer !== null && player.store !== null && (await tellStore(player.store)) !== expected) {
    throw new Violation('the writer shows what was refused, or not what was acknowledged');
  }
  const present = disk.fault;
  disk.fault = () => undefined;
  if (ledger.isMade) {
    const told = await tellStore(await site.room.open(folder, disk, random));
    // What cannot be put back either is in doubt, until a writer has settled it.
    const isInDoubt = fault.lasts && fault.calls.includes('truncate');
    const counts = isInDoubt ? [...refused.keys(), refused.length] : [0];
    const possible = counts.map((count) => foretell(data, [...ledger.entries, ...refused.slice(0, count)]));
    if (!possible.includes(told)) throw new Violation('the store shows what was refused, or not what was acknowledged');
  }
  disk.fault = present;
}

interface FailedStep {
  site: Site;
  player: Player;
  step: Step;
  fault: DiskFault;
  refused: JournalEntry[];
  way: Way;
}

/** Does once more what failed. @returns whether the history can go on */
async function goOn(at: FailedStep): Promise<boolean> {
  const { site, player, step, fault, refused, way } = at;
  if (step === 'close') return true;
  if (step === 'create') return makeAgain(site, player, fault);
  if (player.writer === null || way === 'new') return goOnAnew(site, player, step, refused);
  const known = site.ledger.entries.length;
  try {
    if (way === 'checkpoint') await player.play('checkpoint');
    await player.play(step);
    return true;
  } catch (error) {
    // After a checkpoint that failed a writer leaves it to the next one to find out which counts.
    if (!(error instanceof HandoverError)) throw error;
    site.ledger.entries.splice(known);
    return goOnAnew(site, player, step, refused);
  }
}

async function goOnAnew(site: Site, player: Player, step: Step, refused: JournalEntry[]): Promise<boolean> {
  const { ledger } = site;
  if (player.writer === null && typeof step !== 'object') {
    await player.play(step);
    return true;
  }
  await player.end();
  await player.play('open');
  const known = ledger.entries.length;
  ledger.entries.push(...refused);
  if (player.store !== null) await settle(site, player.store);
  const rest = refused.slice(ledger.entries.length - known);
  if (typeof step !== 'object') await player.play(step);
  else if (rest.length > 0) await player.play({ append: rest });
  return true;
}

/** Nothing of a store that was not made is left; only where that could not be taken away either is the next refused. */
async function makeAgain({ disk, folder }: Site, player: Player, fault: DiskFault): Promise<boolean> {
  const isStuck = fault.lasts && fault.calls.includes('remove') && disk.filesOf(folder).size > 0;
  try {
    await player.play('create');
    return true;
  } catch (error) {
    if (isStuck && error instanceof HandoverError && error.code === 'store-exists') return false;
    throw error;
  }
}
