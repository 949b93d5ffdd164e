import type { Pair, Warning } from '../../model/pair.ts';
import type { Plan, PlannedPair } from '../../model/plan.ts';
import type { Run } from '../../model/run.ts';
import { makePlan } from '../../session/make-plan.ts';
import { makeUndo } from '../../session/make-undo.ts';
import { readRunPlan } from '../../session/read-run-plan.ts';
import { planLeft } from '../../transfer/plan-left.ts';
import type { AccountCounts } from '../../transfer/undone-text.ts';
import { countAccounts } from './count-accounts.ts';
import type { Desk } from './desk.ts';
import { openRun } from './run-tasks.ts';

/** An unfinished run, and the part of its plan that is left. */
interface WhatIsLeft {
  run: Run;
  plan: Plan;
  /** Pairs of people who have changed since; they will fail, and can be tried again. */
  changed: number;
  /** Of the undo of an import. */
  accounts: AccountCounts | null;
}

/**
 * An unfinished run, and the part of its plan that is left: its pairs as they were planned, what stays behind as it is
 * now. The first of the plan's warnings name the pairs that have changed since.
 * @throws HandoverError `unknown-run`, `unreadable` …
 */
export async function openWhatIsLeft(id: string, desk: Desk): Promise<WhatIsLeft> {
  const { session } = desk;
  const run = await openRun(id, desk);
  const plan = planLeft(await readRunPlan(session.info.location, id), run);
  const known = await session.store.people(plan.pairs.flatMap(({ source, target }) => [source.id, target.id]));
  const pairs = plan.pairs
    .filter(({ source, target }) => known.has(source.id) && known.has(target.id))
    .map(({ line, source, target }) => ({ line, source: source.id, target: target.id }));
  const now = await planAnew(plan, pairs, desk);
  const pairNow = new Map(now.pairs.map((pair) => [keyOf(pair), pair]));
  const stale = plan.pairs.flatMap((pair) => warnOfStale(pair, pairNow.get(keyOf(pair))));
  const totals = { ...plan.totals, notMoved: now.totals.notMoved };
  const warnings = [...stale, ...plan.warnings];
  const shown = session.veil.plan({ ...plan, notMoved: now.notMoved, totals, warnings });
  return { run, plan: shown, changed: stale.length, accounts: await countAccounts(plan, session) };
}

/** What `plan` would do with just `pairs`, were it made now. */
async function planAnew(plan: Plan, pairs: Pair[], { session, context }: Desk): Promise<Plan> {
  const { operation, direction, choices, undoOf } = plan;
  const carried = new Set(plan.carried);
  if (operation !== 'undo') {
    if (operation === 'import') return plan;
    const checked = { pairs, problems: [], warnings: [] };
    return makePlan({ operation, direction, carried, choices, retryOf: null, checked }, session, context);
  }
  const { run = '', overwriteChanged = false } = undoOf ?? {};
  return makeUndo({ run, pairs, types: carried, overwriteChanged }, session, context);
}

/** That a pair will fail as it is planned, where somebody of it is not as the plan saw them. */
function warnOfStale({ line, source, target }: PlannedPair, now: PlannedPair | undefined): Warning[] {
  const isOther = (planned: PlannedPair['source'], person: PlannedPair['source'] | undefined) =>
    person?.fingerprint !== planned.fingerprint;
  const changed = [
    ...(isOther(source, now?.source) ? [source] : []),
    ...(isOther(target, now?.target) ? [target] : []),
  ].map(nameOf);
  if (changed.length === 0) return [];
  const have = changed.length === 1 ? 'has' : 'have';
  return [
    {
      line,
      column: null,
      value: null,
      code: 'changed-since',
      message: `${nameOf(source)} into ${nameOf(target)} will fail: ${changed.join(' and ')} ${have} changed since the plan was made.`,
      cure: 'Nothing of it is changed then; retry it once the run has ended.',
    },
  ];
}

const keyOf = ({ source, target }: PlannedPair): string => `${source.id}:${target.id}`;
const nameOf = ({ id, name }: PlannedPair['source']): string => `${name} (${id})`;
