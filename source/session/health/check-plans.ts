import { HandoverError } from '../../errors.ts';
import { listUnbegun } from '../../worker/list-unbegun.ts';
import type { Look } from './health-check.ts';

/** Whether every run still has its frozen plan. One whose run has not begun is no fault, but is told of: it holds names. */
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
  const unbegun = await listUnbegun((await opened.info()).location, new Set(ids));
  if (unbegun.length === 0) return { name, ok: true, message: 'Every run has the plan that it was begun with.' };
  const message = `Left by starts whose runs have not begun: ${unbegun.map((id) => `runs/${id}`).join(', ')}.`;
  const cure = 'What is older than ten minutes goes when the store is next written to; it may be deleted as well.';
  return { name, ok: true, message, cure };
};
