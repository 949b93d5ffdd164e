import { HandoverError } from '../../errors.ts';
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
      message: `${broken.length === 1 ? 'A run' : `${broken.length} runs`} broke off: ${broken.map(({ id }) => id).join(', ')}.`,
      cure: `Go on with it from the first screen, or see how with: handover runs show ${first.id}`,
    };
  }
  const stopped = runs.filter(({ state, counts }) => state === 'stopped' && counts.left > 0).map(({ id }) => id);
  const message =
    stopped.length === 0 ? 'None broke off.' : `None broke off. Stopped, with pairs left: ${stopped.join(', ')}.`;
  return { name: 'runs', ok: true, message };
};
