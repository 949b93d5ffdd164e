import { NO_RECORDS, NO_UNDO } from '../model/change.ts';
import type { Plan } from '../model/plan.ts';
import type { Run, RunPair } from '../model/run.ts';
import { addTotals } from './add-totals.ts';
import { countRows } from './count-rows.ts';
import { importPhrase } from './import-phrase.ts';

/** The part of `plan` that its run has not settled yet, to be read before the run goes on. What runs is the plan itself. */
export function planLeft(plan: Plan, run: Run): Plan {
  const left = planOf(plan, run, 'left');
  const lines = new Set(left.pairs.map(({ line }) => line));
  const warnings = plan.warnings.filter(({ line }) => line === null || lines.has(line));
  return { ...left, warnings, confirm: phraseOf(plan, left) };
}

/** The phrase of what is left of `plan`. */
function phraseOf({ operation, pairs, confirm }: Plan, left: Plan): string {
  if (operation === 'import') return importPhrase(left.pairs);
  const isSingle = pairs.length === 1 && pairs[0]?.line === null;
  return isSingle ? confirm : confirm.replace(/\d+/, String(left.pairs.length));
}

/** The part of `plan` that its run has done, with the totals of just that. */
export function planDone(plan: Plan, run: Run): Plan {
  return planOf(plan, run, 'done');
}

function planOf(plan: Plan, run: Run, state: RunPair['state']): Plan {
  const wanted = new Set(
    run.pairs.filter((pair) => pair.state === state).map((pair) => `${pair.source}:${pair.target}`),
  );
  const pairs = plan.pairs.filter(({ source, target }) => wanted.has(`${source.id}:${target.id}`));
  const totals = { pairs: pairs.length, ...NO_RECORDS, ...NO_UNDO, notMoved: plan.totals.notMoved };
  for (const pair of pairs) addTotals(totals, pair);
  if (plan.operation !== 'import') return { ...plan, pairs, totals };
  // Of the file, only these rows: what it did not change and what was wrong with it was told of before.
  const rows = { unchanged: 0, skipped: 0, problems: 0, ...countRows(pairs) };
  return { ...plan, pairs, totals, rows, problems: [] };
}
