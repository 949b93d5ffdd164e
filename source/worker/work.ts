import { readFile } from 'node:fs/promises';
import { HandoverError, sentenceOf } from '../errors.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Operator } from '../model/operator.ts';
import type { Clock, StorePort } from '../model/ports.ts';
import { checkRunnable } from '../transfer/check-runnable.ts';
import { parsePlan } from '../transfer/parse-plan.ts';
import { runPlan } from '../transfer/run-plan.ts';
import { locateRun } from './run-folder.ts';
import type { WorkerMessage } from './start-worker.ts';

export interface Work {
  /** Id of the run; its folder holds the plan. */
  run: string;
  location: string;
  store: StorePort;
  catalogue: Catalogue;
  operator: Operator;
  clock: Clock;
  host: string;
  pid: number;
  /** Aborted: stop after the pair at work. */
  stop: AbortSignal;
  /** Tells the starter, once: that the run has begun, or why it cannot. */
  tell(message: WorkerMessage): void;
}

/**
 * The worker's whole life: becomes the writer, checks the plan once more, runs it, puts a checkpoint.
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

async function* carryOut({ run, location, store, catalogue, operator, clock, host, pid, stop }: Work) {
  const { plan: file } = locateRun(location, run);
  const plan = parsePlan(await readFile(file, 'utf8'), file);
  const since = clock.now().toISOString();
  const writer = await store.startWriting({ login: operator.login, host, pid, since, doing: `run ${run}` });
  try {
    if (writer.run(run) === undefined) {
      const ids = plan.pairs.flatMap(({ source, target }) => [source.id, target.id]);
      const [{ id }, people, donePairs] = await Promise.all([store.info(), store.people(ids), store.donePairs()]);
      const refusal = checkRunnable(plan, { store: id, operator, catalogue, people, donePairs });
      if (refusal !== null) throw refusal;
    }
    yield* runPlan({ run, plan, catalogue, writer, clock, operator: operator.login, host, stop });
    await writer.checkpoint();
  } finally {
    await writer.close();
  }
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
    hint: 'Nothing was changed. Check the store with "handover doctor".',
  };
}
