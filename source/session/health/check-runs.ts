import { HandoverError } from '../../errors.ts';
import { numberText } from '../../model/number-text.ts';
import { isUnfinished } from '../../model/run-standing.ts';
import type { Look } from './health-check.ts';

/** Whether any run broke off. One that was stopped on purpose is no fault, but is told of. */
export const checkRuns: Look = async ({ opened }) => {
  if (opened instanceof HandoverError) return null;
  const runs = await opened.runs();
  const broken = runs.filter(({ state }) => state === 'interrupted');
  const [first] = broken;
  if (first !== undefined) {
    return {
      name: 'runs',
      ok: false,
      message: `${broken.length === 1 ? 'A run' : `${numberText(broken.length)} runs`} broke off: ${broken.map(({ id }) => id).join(', ')}.`,
      cure: `Go on with it from the first screen, or see how with: handover runs show ${first.id}. Or leave it at that: handover stop ${first.id} --for-good`,
    };
  }
  const stopped = runs.filter(isUnfinished).map(({ id }) => id);
  const message =
    stopped.length === 0 ? 'None broke off.' : `None broke off. Stopped, with pairs left: ${stopped.join(', ')}.`;
  return { name: 'runs', ok: true, message };
};
