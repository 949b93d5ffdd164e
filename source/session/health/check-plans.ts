import { HandoverError } from '../../errors.ts';
import { numberText } from '../../model/number-text.ts';
import type { Plan } from '../../model/plan.ts';
import type { StorePort } from '../../model/ports.ts';
import type { Run } from '../../model/run.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { listUnbegun } from '../../worker/list-unbegun.ts';
import { locateRun } from '../../worker/run-folder.ts';
import { readRunPlan } from '../read-run-plan.ts';
import { readText } from '../read-text.ts';
import type { Look } from './health-check.ts';

/**
 * Whether every run still has its frozen plan, and it is the one that the run was begun with. One whose run has not begun
 * is no fault, but is told of: it holds names.
 */
export const checkPlans: Look = async ({ opened, files }) => {
  if (opened instanceof HandoverError) return null;
  const name = 'plans of runs';
  const ids = (await opened.runs()).map(({ id }) => id);
  const present = new Set(files.map((file) => file.name));
  const planless = ids.filter((id) => !present.has(`runs/${id}/plan.json`));
  const [first] = planless;
  if (first !== undefined) {
    const message = `The frozen plan is missing of: ${planless.join(', ')}. A run without it can be neither undone, nor gone on with, nor tried again.`;
    return { name, ok: false, message, cure: `Put it back from a backup of the store, as runs/${first}/plan.json` };
  }
  const unusable = await findUnusable(opened, ids);
  const [worst] = unusable;
  if (worst !== undefined) {
    const others = unusable.length - 1;
    const more =
      others === 0
        ? ''
        : ` Nor can the ${others === 1 ? 'plan of another run' : `plans of ${numberText(others)} other runs`} be used.`;
    return { name, ok: false, message: `${worst.message}${more}`, cure: worst.cure };
  }
  const unbegun = await listUnbegun((await opened.info()).location, new Set(ids));
  if (unbegun.length === 0) return { name, ok: true, message: 'Every run has the plan that it was begun with.' };
  const message = `Left by starts whose runs have not begun: ${unbegun.map((id) => `runs/${id}`).join(', ')}.`;
  const cure = 'What is older than ten minutes goes when the store is next written to; it may be deleted as well.';
  return { name, ok: true, message, cure };
};

/** Of each plan that is not what its run was begun with: what is wrong with it. One is read after the other: they may be large. */
async function findUnusable(store: StorePort, ids: readonly string[]): Promise<{ message: string; cure: string }[]> {
  const { location } = await store.info();
  const seals = await readSeals(store);
  const unusable: { message: string; cure: string }[] = [];
  for (const id of ids) {
    try {
      const plan = await readRunPlan(location, id);
      const seal = seals.get(id);
      if (isPlanOf(plan, await store.run(id)) && (seal === undefined || (await hasSeal(seal, plan, location, id))))
        continue;
      const message = `runs/${id}/plan.json is a plan, but not the one that run ${id} was begun with.`;
      unusable.push({ message, cure: 'Put it back from a backup of the store.' });
    } catch (error) {
      if (!(error instanceof HandoverError)) throw error;
      unusable.push({ message: error.message, cure: error.hint });
    }
  }
  return unusable;
}

/** Whether the journal tells of the same plan, and of the same pairs. */
function isPlanOf({ id, pairs }: Plan, run: Run | null): boolean {
  if (run === null || run.plan !== id || run.pairs.length !== pairs.length) return false;
  const keys = new Set(run.pairs.map(({ source, target }) => pairKey(source, target)));
  return pairs.every(({ source, target }) => keys.has(pairKey(source.id, target.id)));
}

/** Run → the seal of its plan, as far as the kept journals tell. That they are damaged is told elsewhere. */
async function readSeals(store: StorePort): Promise<Map<string, string>> {
  const seals = new Map<string, string>();
  try {
    for await (const { entry } of store.records()) if (entry.kind === 'run-started') seals.set(entry.run, entry.seal);
  } catch (error) {
    if (!(error instanceof HandoverError)) throw error;
  }
  return seals;
}

/** Whether the plan of run `id` has that seal, in its file: one of an older shape is sealed anew when it is read. */
async function hasSeal(seal: string, plan: Plan, location: string, id: string): Promise<boolean> {
  if (plan.seal === seal) return true;
  return JSON.parse(await readText(locateRun(location, id).plan, 'plan')).seal === seal;
}
