import type { Operation } from '../model/catalogue.ts';
import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import { pairKey } from '../pairs/check-pair.ts';
import { importPhrase } from '../transfer/import-phrase.ts';
import { planTransfer } from '../transfer/plan-transfer.ts';
import { planUndo } from '../transfer/plan-undo.ts';
import { readEarlier } from '../transfer/read-earlier.ts';
import { rootOperation } from '../transfer/root-operation.ts';
import type { Session } from './open-session.ts';
import { readRunPlan } from './read-run-plan.ts';
import { warnLaterRuns } from './warn-later-runs.ts';
import { warnUndoneRuns } from './warn-undone-runs.ts';

/**
 * `plan` worked out anew for the same pairs and from what was chosen, on the people as the store has them now, with the
 * warnings that come of it. Of an import only what goes around its rows: these need the file.
 * @throws HandoverError what reading the run that an undo puts back throws
 */
export async function remakePlan(plan: Plan, session: Session): Promise<Plan> {
  const { catalogue } = session;
  if (plan.operation === 'undo') return remakeUndo(plan, session);
  if (plan.operation !== 'import') return remakeTransfer(plan, plan.operation, session);
  return {
    ...plan,
    direction: 'from-to',
    confirm: importPhrase(plan.pairs),
    catalogue: { ...plan.catalogue, name: catalogue.name },
    choices: null,
    carried: [],
    notMoved: [],
    totals: { pairs: plan.pairs.length, ...NO_RECORDS, ...NO_UNDO, notMoved: 0 },
  };
}

async function remakeTransfer(plan: Plan, operation: Operation, { store, info, catalogue }: Session): Promise<Plan> {
  const pairs = plan.pairs.map(({ line, source, target }) => ({ line, source: source.id, target: target.id }));
  return planTransfer({
    ...plan,
    store: info.id,
    operation,
    createdAt: new Date(plan.createdAt),
    catalogue,
    carried: new Set(plan.carried),
    choices: operation === 'merge' ? plan.choices : null,
    pairs,
    people: await store.people(pairs.flatMap(({ source, target }) => [source, target])),
    problems: [],
    warnings: [],
  });
}

async function remakeUndo(plan: Plan, { store, info, catalogue }: Session): Promise<Plan> {
  const { run: id = '', overwriteChanged = false } = plan.undoOf ?? {};
  const begun = await readRunPlan(info.location, id);
  const earlier = await readEarlier(store, id);
  const keyOf = ({ source, target }: Plan['pairs'][number]) => pairKey(source.id, target.id);
  const known = new Map(begun.pairs.map((pair) => [keyOf(pair), pair]));
  const wanted = new Set(plan.pairs.map(keyOf));
  const pairs = ((await store.run(id))?.pairs ?? []).flatMap(({ source, target }) => {
    const key = pairKey(source, target);
    const { line = null, source: { name } = { name: `user ${source}` } } = known.get(key) ?? {};
    return wanted.has(key) ? { line, source, target, name } : [];
  });
  const made = planUndo({
    ...plan,
    store: info.id,
    undoOf: { run: id, operation: rootOperation(begun), isAgain: earlier.isAgain, overwriteChanged },
    createdAt: new Date(plan.createdAt),
    catalogue,
    types: new Set(plan.carried),
    pairs,
    earlier,
    people: await store.people(pairs.flatMap(({ source, target }) => [source, target])),
    problems: [],
    warnings: [],
  });
  return warnUndoneRuns(await warnLaterRuns(made, store), store);
}
