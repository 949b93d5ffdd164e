import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { RunPair } from '../model/run.ts';
import { typeLabel } from '../model/type-label.ts';
import { sealPlan } from '../transfer/plan-transfer.ts';
import type { Session } from './open-session.ts';

/**
 * The undo `plan`, which holds no pair as nothing of its data types is left in `pairs`, with a warning that says why: by
 * which runs they were put back already, or that the run did nothing to them.
 * @throws HandoverError `damaged-journal`, `missing-journal`
 */
export async function warnNothingLeft(
  plan: Plan,
  pairs: readonly RunPair[],
  { store, catalogue }: Session,
): Promise<Plan> {
  const run = plan.undoOf?.run ?? '';
  const wanted = new Set(plan.carried);
  const by: string[] = [];
  for (const undo of new Set(pairs.flatMap(({ undone }) => undone?.by ?? []))) {
    for await (const { entry } of store.records({ run: undo })) {
      if (entry.kind !== 'pair-done') continue;
      const { source, target } = entry.after;
      const isProfile = source.user !== undefined || target.user !== undefined;
      const touched = [...Object.keys(target.records), ...(isProfile ? [USER_INFORMATION] : [])];
      if (!touched.some((type) => wanted.has(type))) continue;
      by.push(undo);
      break;
    }
  }
  const known = [USER_INFORMATION, ...catalogue.types.map(({ id }) => id)];
  const labels = known.filter((id) => wanted.has(id)).map((id) => typeLabel(catalogue, id));
  const what = labels.length > 3 ? `${labels.length} kinds of data` : labels.join(', ');
  const warning: Warning = {
    line: null,
    column: null,
    value: null,
    code: 'not-undoable',
    message:
      by.length === 0
        ? `Run ${run} did nothing to ${what} here, or it is as it was before.`
        : `Of ${what} nothing is left to put back: run ${by.join(' and ')} did so already.`,
    cure: 'Choose other kinds of data, or all that still stands.',
  };
  const { seal: _seal, ...rest } = plan;
  return sealPlan({ ...rest, warnings: [...plan.warnings, warning] });
}
