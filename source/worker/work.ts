import { readFile } from 'node:fs/promises';
import { startAudited } from '../audit/start-audited.ts';
import { HandoverError, sentenceOf } from '../errors.ts';
import type { Actor } from '../model/actor.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { doingRun } from '../model/doing-run.ts';
import { type Operator, viewOf } from '../model/operator.ts';
import type { Plan } from '../model/plan.ts';
import type { Clock, Disk, Random, StorePort, StoreWriter } from '../model/ports.ts';
import type { RunEvent } from '../model/run.ts';
import { checkResumable, checkRunnable } from '../transfer/check-runnable.ts';
import type { Earlier } from '../transfer/earlier.ts';
import { parsePlan } from '../transfer/parse-plan.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import { runPlan } from '../transfer/run-plan.ts';
import { emailCaseOf } from '../transfer/unique-fields.ts';
import { clearUnbegun } from './clear-unbegun.ts';
import { keepReserve } from './keep-reserve.ts';
import { locateRun } from './run-folder.ts';
import type { WorkerMessage } from './start-worker.ts';

export interface Work {
  /** Id of the run; its folder holds the plan. */
  run: string;
  location: string;
  store: StorePort;
  catalogue: Catalogue;
  operator: Operator;
  /** The operator again, and who is behind them. */
  actor: Actor;
  clock: Clock;
  random: Random;
  disk: Disk;
  pid: number;
  /** Whether whoever goes on with the run knows that something of it was put back since; absent: not. */
  isUndoKnown?: boolean;
  /** Aborted: stop after the pair at work. */
  stop: AbortSignal;
  /** Tells the starter, once: that the run has begun, or why it cannot. */
  tell(message: WorkerMessage): void;
}

/**
 * The worker's whole life: becomes the writer, checks the plan once more, clears away what broken-off starts have left,
 * runs the plan, puts a checkpoint. What it does is written to the audit log.
 * @returns its exit status
 */
export async function work(request: Work): Promise<number> {
  let begun = false;
  try {
    for await (const event of carryOut(request)) {
      if (event.event !== 'run-started') continue;
      begun = true;
      request.tell({ started: true });
    }
    return 0;
  } catch (error) {
    if (begun) throw error;
    request.tell({ started: false, ...describe(error) });
    return error instanceof HandoverError ? error.exitStatus : 1;
  }
}

async function* carryOut(request: Work): AsyncGenerator<RunEvent> {
  const { run, location, store, catalogue, actor, clock, random, disk, pid, stop } = request;
  const { folder } = locateRun(location, run);
  const plan = await readFrozen(location, run);
  const since = clock.now().toISOString();
  const holder = { login: actor.operator, host: actor.host, pid, since, doing: doingRun(run) };
  const writer = await startAudited(store, holder, { disk, random, clock });
  try {
    const earlier = plan.undoOf === null ? undefined : await readEarlier(store, plan.undoOf.run);
    const refusal = await findRefusal(plan, writer, request, earlier);
    if (refusal !== null) throw refusal;
    const ground = rootOperation(plan) === 'import' ? await readGround(plan, request, earlier) : {};
    await clearUnbegun(location, new Set([run, ...(await store.runs()).map(({ id }) => id)]));
    const reserve = await keepReserve(disk, folder);
    let isWhole = true;
    for await (const event of runPlan({
      run,
      plan,
      catalogue,
      writer,
      clock,
      actor,
      stop,
      earlier,
      ...ground,
      makeRoom: reserve.free,
    })) {
      if (event.event === 'run-finished' && event.reason !== undefined) isWhole = false;
      yield event;
    }
    await reserve.free();
    if (isWhole) await writer.checkpoint();
  } finally {
    await writer.close();
  }
}

/** What the rows of an import, or of its undo, are held against as they come; an undo goes by the rules of its import. */
async function readGround(plan: Plan, { store, location }: Work, earlier: Earlier | undefined) {
  const imported = earlier === undefined ? plan : await readFrozen(location, earlier.root);
  const { seats } = (await store.info()).settings;
  return { users: await store.users(), seats, emailCase: emailCaseOf(imported) };
}

async function readFrozen(location: string, run: string): Promise<Plan> {
  const { plan } = locateRun(location, run);
  return parsePlan(await readFile(plan, 'utf8'), plan);
}

/** Asked once more under the lock: between the starter's look and now the store may have changed. */
async function findRefusal(
  plan: Plan,
  writer: StoreWriter,
  { run, store, catalogue, operator, isUndoKnown }: Work,
  earlier: Earlier | undefined,
) {
  const { id, views, lastId } = await store.info();
  const view = viewOf(operator, views);
  const begun = writer.run(run);
  if (begun !== undefined) return checkResumable(plan, begun, { store: id, operator, catalogue, isUndoKnown });
  const ids = plan.pairs.flatMap(({ source, target }) => [source.id, target.id]);
  const [people, donePairs] = await Promise.all([store.people(ids), store.donePairs(rootOperation(plan))]);
  return checkRunnable(plan, { store: id, operator, catalogue, people, donePairs, lastId, view, earlier });
}

function describe(error: unknown) {
  if (error instanceof HandoverError) {
    const { kind, code, message, hint } = error;
    return { kind, code, message, hint };
  }
  return {
    kind: 'unexpected' as const,
    code: 'unexpected',
    message: `The worker could not begin: ${sentenceOf(error)}.`,
    hint: 'Nothing was changed. Mend that, then start the run again.',
  };
}
