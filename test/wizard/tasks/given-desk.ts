import { dirname } from 'node:path';
import { stderr, stdin, stdout } from 'node:process';
import { fileURLToPath } from 'node:url';
import type { JournalEntry } from '../../../source/model/journal.ts';
import type { Plan } from '../../../source/model/plan.ts';
import type { RunPair, RunState } from '../../../source/model/run.ts';
import type { Person } from '../../../source/model/user.ts';
import { makeDemo } from '../../../source/people/demo/make-demo.ts';
import { CLEAR } from '../../../source/redact/veil.ts';
import type { Context } from '../../../source/session/context.ts';
import { openSession } from '../../../source/session/open-session.ts';
import { nodeDisk } from '../../../source/store/node-disk.ts';
import { systemClock, systemRandom, systemWait } from '../../../source/system-ports.ts';
import { chooseTypes } from '../../../source/transfer/choose-types.ts';
import type { Action, Task } from '../../../source/wizard/task.ts';
import type { Desk } from '../../../source/wizard/tasks/desk.ts';
import { runTask } from '../../../source/wizard/tasks/run-task.ts';
import { freezePlan } from '../../../source/worker/start-worker.ts';
import { PROGRAM, plainEnvironment } from '../../helpers/program.ts';
import { STANDARD } from '../../merge/given.ts';
import { ACTOR, givenStore, writeAt } from '../../store/given-store.ts';
import { pairsOf, planOn } from '../../transfer/given-plan.ts';

const AT = '2026-03-02T09:15:00.000Z';
const DATA = fileURLToPath(new URL('../../../data/', import.meta.url));
/** What the operator of run "one" declined. */
export const DECLINED = 'evaluations-as-evaluator';

/** The desk of this operator at the store in `folder`; files are saved beside it. */
export async function deskAt(folder: string, as: string | null = 'admin', isReadOnly = false): Promise<Desk> {
  const context: Context = {
    cwd: dirname(folder),
    stdin,
    stdout,
    stderr,
    isTerminal: false,
    columns: 80,
    location: folder,
    again: '',
    as,
    login: 'tester',
    uid: process.getuid?.() ?? null,
    realAccount: null,
    root: dirname(folder),
    host: 'desk',
    pid: process.pid,
    catalogueFile: `${DATA}catalogues/standard.json`,
    dataFolder: DATA,
    program: PROGRAM,
    workerEnvironment: plainEnvironment(dirname(folder)),
    json: false,
    colour: false,
    ascii: false,
    isRedrawn: false,
    inline: false,
    isAccessible: false,
    isReadOnly,
    veil: CLEAR,
    isUnsafeAllowed: false,
    clock: systemClock,
    random: systemRandom,
    disk: nodeDisk,
    wait: systemWait,
    interrupt: new AbortController().signal,
  };
  return { context, session: await openSession(context) };
}

/** Does `job` at `desk` and gives what the wizard would hear of it. */
export function perform(job: Task, desk: Desk): Promise<Action> {
  return runTask(1, job, desk, new AbortController().signal);
}

type Ends = readonly [source: number, target: number, state: RunPair['state']][];

/**
 * A store in which run "one" has come to these ends, a pair each; its plan carries all but `DECLINED`. `since` tells
 * who is there by now.
 */
export async function givenRun(
  ends: Ends,
  state: Exclude<RunState, 'running'>,
  since: (people: Person[]) => Person[] = (people) => people,
): Promise<{ folder: string; plan: Plan }> {
  const { people } = makeDemo({ users: 60, seed: 7 });
  const { folder, data } = await givenStore(60, { people: since(people) });
  const carried = chooseTypes(STANDARD, 'transfer', { without: [DECLINED] });
  const pairs = pairsOf(...ends.map(([source, target]): [number, number] => [source, target]));
  const plan = planOn({ ...data, people }, pairs, { carried });
  await freezePlan(nodeDisk, systemRandom, folder, 'one', plan);
  const { writer } = await writeAt(folder);
  await writer.append(journalOf(plan, ends, state));
  await writer.close();
  return { folder, plan };
}

function journalOf(plan: Plan, ends: Ends, state: Exclude<RunState, 'running'>): JournalEntry[] {
  const whose = { run: 'one', at: AT };
  const settled = ends.flatMap(([source, target, end]): JournalEntry[] => {
    const unchanged = { source: { id: source, records: {} }, target: { id: target, records: {} } };
    if (end === 'done')
      return [{ kind: 'pair-done', ...whose, source, target, before: unchanged, after: unchanged, counts: {} }];
    if (end === 'left') return [];
    return [{ kind: 'pair-failed', ...whose, source, target, code: 'stale', reason: 'Changed meanwhile.' }];
  });
  const begun: JournalEntry = {
    kind: 'run-started',
    ...whose,
    plan: plan.id,
    seal: plan.seal,
    operation: 'transfer',
    ...ACTOR,
    pairs: ends.map(([source, target]) => ({ source, target })),
  };
  return [begun, ...settled, { kind: 'run-finished', ...whose, state }];
}
