import { readFileSync, watch } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { hasSystemCode } from '../../source/errors.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Holder, StorePort } from '../../source/model/ports.ts';
import type { RunSummary } from '../../source/model/run.ts';
import { makeDice, takeFrom } from '../../source/people/demo/dice.ts';
import { systemClock, systemWait } from '../../source/system-ports.ts';
import { followRun } from '../../source/worker/follow-run.ts';
import { locateRun } from '../../source/worker/run-folder.ts';
import { PROGRAM } from '../helpers/program.ts';
import { runHandover } from '../helpers/run-handover.ts';
import { openTerminal, type Terminal } from '../helpers/terminal.ts';
import { choose, openWizard, runFromTypes, upload } from '../journeys/session.ts';
import { STANDARD } from '../merge/given.ts';
import { givenStore, openAt } from '../store/given-store.ts';
import { filedPlanOn, pairsOf } from '../transfer/given-plan.ts';
import { judgeStore, makeOracle, type Oracle } from './oracle.ts';

const SEED = Number(process.env.HANDOVER_FAULT_SEED ?? Math.floor(Math.random() * 1e9));
const PAIRS = 320;
/** The connection is lost while the run has still so many to do, or more. */
const LEAST_LEFT = 160;

/** A way to lose a connection, given the terminal and its first process. */
interface Loss {
  how: string;
  lose(terminal: Terminal): void;
  /** Whether the first process is a shell, and the viewer the second one. */
  isFromShell: boolean;
}

const LOSSES: readonly Loss[] = [
  { how: 'the terminal is closed', lose: (terminal) => terminal.hangUp(), isFromShell: false },
  { how: 'the viewer is killed', lose: ({ pid }) => void process.kill(pid, 'SIGKILL'), isFromShell: false },
  { how: 'all of the terminal is killed', lose: ({ pid }) => void process.kill(-pid, 'SIGKILL'), isFromShell: true },
];

interface Given {
  /** The store before the run, to be copied. */
  folder: string;
  plan: Plan;
  oracle: Oracle;
}

async function givenPairs(): Promise<Given> {
  const { folder, data } = await givenStore(680);
  const ids = data.people.filter(({ access }) => access === 'user').map(({ id }) => id);
  const pairs = Array.from({ length: PAIRS }, (_, index): [number, number] => {
    const [source = 0, target = 0] = ids.slice(2 * index);
    return [source, target];
  });
  const plan = filedPlanOn(data, pairsOf(...pairs));
  return { folder, plan, oracle: makeOracle(data.people, plan, STANDARD) };
}

/** A copy of the store, with the plan and its pairs in files beside it. */
async function copyOf({ folder, plan }: Given, round: number): Promise<string> {
  const here = path.join(folder, '..', `round-${round}`);
  await mkdir(here);
  await cp(folder, path.join(here, 'store'), { recursive: true });
  await writeFile(path.join(here, 'plan.json'), JSON.stringify(plan));
  const rows = plan.pairs.map(({ source, target }) => `${source.id},${target.id}`);
  await writeFile(path.join(here, 'pairs.csv'), `From User ID,To User ID\n${rows.join('\n')}\n`);
  return path.join(here, 'store');
}

/** Calls `act` with the worker of the store in `folder` once its journal has so many lines, the first being the run's. */
function atLine(folder: string, number: number, act: (worker: number) => void): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const journal = path.join(folder, 'journal.1.jsonl');
  const watcher = watch(journal, () => {
    if (readFileSync(journal, 'latin1').split('\n').length <= number) return;
    watcher.close();
    try {
      const { pid } = JSON.parse(readFileSync(path.join(folder, 'lock.json'), 'utf8')) as Holder;
      act(pid);
      resolve();
    } catch (error) {
      reject(error);
    }
  });
  onTestFinished(() => watcher.close());
  return promise;
}

/** Holds a worker; whatever becomes of the test, it goes on afterwards. */
function hold(worker: number): void {
  process.kill(worker, 'SIGSTOP');
  onTestFinished(() => {
    try {
      process.kill(worker, 'SIGCONT');
    } catch (error) {
      if (!hasSystemCode(error, 'ESRCH')) throw error;
    }
  });
}

async function onlyRun(store: StorePort): Promise<RunSummary> {
  const [run, ...more] = await store.runs();
  if (run === undefined || more.length > 0) throw new Error('There is not one run');
  return run;
}

/** The run in `folder` comes to its end, by itself, and has done all that it should; its worker had nothing to say. */
async function expectWhole(folder: string, { oracle }: Given, about: string): Promise<void> {
  const store = await openAt(folder);
  const { id } = await onlyRun(store);
  for await (const _events of followRun(store, id, new AbortController().signal, {
    wait: systemWait,
    clock: systemClock,
  }));
  const verdict = await judgeStore(folder, id, oracle, new Set(oracle.pairs));
  const whole = { unopenable: [], lost: [], doubled: [], halfApplied: [], done: PAIRS, state: 'succeeded' };
  expect(verdict, about).toMatchObject(whole);
  expect(await readFile(locateRun(folder, id).log, 'utf8'), about).toBe('');
}

test('the connection of a run is lost 47 times, in every way and at any moment: it goes on to its end', async () => {
  const given = await givenPairs();
  const dice = makeDice(SEED);
  let halfway = 0;
  const interrupt = async (round: number): Promise<void> => {
    const { how, lose, isFromShell } = takeFrom(LOSSES, round);
    // Every other worker is held until its viewer is gone: then this was in the middle of the run for certain.
    const isHeld = round % 2 === 0;
    const line = dice.whole(1, PAIRS - LEAST_LEFT);
    const about = `seed ${SEED}, round ${round}: ${how} at line ${line}`;
    const folder = await copyOf(given, round);
    const program = [process.execPath, PROGRAM];
    const command = isFromShell ? ['/bin/sh', '-c', '"$@"; :', 'sh', ...program] : program;
    let worker = 0;
    const lost = atLine(folder, line, (pid) => {
      worker = pid;
      if (isHeld) hold(pid);
      try {
        lose(terminal);
      } catch (error) {
        // A run that is not held may be through by now, and its viewer gone: there was nothing left to lose.
        if (isHeld || !hasSystemCode(error, 'ESRCH')) throw error;
      }
    });
    const args = ['apply', 'plan.json', '--confirm', given.plan.confirm, '--store', 'store', '--as', 'admin'];
    const terminal = openTerminal({ command, args, cwd: path.dirname(folder) });
    const ended = terminal.exited.then(() => `${about}: ${terminal.normalScreenText()}`);
    const early = await Promise.race([lost, ended.then((screen) => (worker === 0 ? screen : undefined))]);
    if (early !== undefined) throw new Error(`It ended before its time, in ${early}`);
    await terminal.exited;
    if ((await onlyRun(await openAt(folder))).state === 'running') halfway += 1;
    if (isHeld) process.kill(worker, 'SIGCONT');
    await expectWhole(folder, given, about);
    if (round % 11 === 0) await comeBackByCommand(path.dirname(folder));
  };
  const rounds = Array.from({ length: 47 }, (_, round) => round).values();
  await Promise.all(
    [1, 2].map(async () => {
      for (const round of rounds) await interrupt(round);
    }),
  );
  expect(halfway).toBeGreaterThanOrEqual(20);
});

/** `watch` in a new terminal, and `runs show`, tell all of it. */
async function comeBackByCommand(cwd: string): Promise<void> {
  const terminal = openTerminal({ args: ['watch', '--store', 'store', '--as', 'admin'], cwd });
  expect((await terminal.exited).exitCode).toBe(0);
  expect(terminal.normalScreenText()).toContain(`${PAIRS} pairs: ${PAIRS} done, 0 failed, 0 left`);
  const [run] = (
    await runHandover(['runs', '--store', 'store', '--as', 'admin', '--json'], { cwd })
  ).json() as RunSummary[];
  const shown = await runHandover(['runs', 'show', run?.id ?? '', '--store', 'store', '--as', 'admin', '--json'], {
    cwd,
  });
  expect(shown.json()).toMatchObject({ state: 'succeeded', counts: { pairs: PAIRS, done: PAIRS, failed: 0, left: 0 } });
}

test('the connection of a wizard is lost in the middle of its run, in every way: a new one comes back to it', async () => {
  const given = await givenPairs();
  const dice = makeDice(SEED);
  for (const [round, { how, lose }] of LOSSES.entries()) {
    const line = dice.whole(1, PAIRS - LEAST_LEFT);
    const about = `seed ${SEED}, round ${round}: ${how} at line ${line}`;
    const folder = await copyOf(given, 100 + round);
    const wizard = { folder: path.dirname(folder), args: ['--as', 'admin'] };
    const first = await openWizard(wizard);
    await upload(first, 'pairs.csv');
    first.press('enter');
    await first.waitFor(`${PAIRS} pairs, 0 problems`);
    first.press('c');
    await first.waitFor('What is carried');
    let worker = 0;
    const lost = atLine(folder, line, (pid) => {
      worker = pid;
      hold(pid);
      lose(first);
    });
    await runFromTypes(first, given.plan.confirm);
    await lost;
    await first.exited;
    const second = await openWizard(wizard);
    await second.waitFor(/❯ Watch +The run in progress: \d+ of 320 pairs, started by admin/);
    await choose(second, 'Watch');
    await second.waitFor(/\d+ done, 0 failed, \d+ left/);
    process.kill(worker, 'SIGCONT');
    await second.waitFor('Data Transfer Successful');
    await second.waitFor(`${PAIRS} done, 0 failed, 0 left`);
    await expectWhole(folder, given, about);
  }
});
