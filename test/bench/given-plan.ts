import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Catalogue } from '../../source/model/catalogue.ts';
import type { Pair } from '../../source/model/pair.ts';
import { parseCatalogue } from '../../source/model/parse-catalogue.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Holder, StoreWriter } from '../../source/model/ports.ts';
import type { StoreData } from '../../source/model/store-data.ts';
import type { Person, User } from '../../source/model/user.ts';
import { systemClock } from '../../source/system-ports.ts';
import { chooseTypes } from '../../source/transfer/choose-types.ts';
import { planTransfer } from '../../source/transfer/plan-transfer.ts';
import { runPlan } from '../../source/transfer/run-plan.ts';

const ACTOR = { operator: 'admin', account: 'admin', realAccount: null, host: 'here' };

/** The catalogue that ships. */
export async function readStandardCatalogue(): Promise<Catalogue> {
  const file = path.join(import.meta.dirname, '..', '..', 'data', 'catalogues', 'standard.json');
  return parseCatalogue(await readFile(file, 'utf8'), file);
}

/** So many pairs of people who are in no other of these pairs. Throws where there are too few people. */
export function apartPairs(people: Iterable<User>, count: number): Pair[] {
  const ids = [...people].filter(({ access }) => access === 'user').map(({ id }) => id);
  return Array.from({ length: count }, (_, index) => {
    const [source, target] = ids.slice(2 * index, 2 * index + 2);
    if (source === undefined || target === undefined) throw new Error(`${ids.length} people make no ${count} pairs`);
    return { line: index + 2, source, target };
  });
}

/** A plan that carries everything of `pairs`, among people of the store `store`. */
export function planAll(
  store: Pick<StoreData, 'id'>,
  catalogue: Catalogue,
  people: ReadonlyMap<number, Person>,
  pairs: readonly Pair[],
): Plan {
  return planTransfer({
    id: 'bench',
    store: store.id,
    operation: 'transfer',
    direction: 'from-to',
    operator: ACTOR.operator,
    createdAt: systemClock.now(),
    catalogue,
    carried: chooseTypes(catalogue, 'transfer', {}),
    pairs,
    people,
    problems: [],
    warnings: [],
    retryOf: null,
    choices: null,
  });
}

/** This process as the writer that runs `run`. */
export function holderOf(run: string): Holder {
  const { operator: login, host } = ACTOR;
  return { login, host, pid: process.pid, since: systemClock.now().toISOString(), doing: `run ${run}` };
}

/**
 * Runs `plan` as the run `run` to its end, which nobody stops. Throws where a pair of it is not done.
 * @param but `group`: how many pairs share one sync, where not as many as usual
 */
export async function runToEnd(
  run: string,
  plan: Plan,
  catalogue: Catalogue,
  writer: StoreWriter,
  but: { group?: number } = {},
): Promise<void> {
  const stop = new AbortController().signal;
  let done = 0;
  const events = runPlan({ run, plan, catalogue, writer, clock: systemClock, actor: ACTOR, stop, ...but });
  for await (const event of events) ({ done } = event);
  if (done !== plan.pairs.length) throw new Error(`The run did ${done} of ${plan.pairs.length} pairs`);
}
