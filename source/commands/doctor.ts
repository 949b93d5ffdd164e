import { EXIT, HandoverError } from '../errors.ts';
import type { Context } from '../session/context.ts';
import { checkHealth } from '../session/health/check-health.ts';
import type { HealthCheck } from '../session/health/health-check.ts';
import { learnStore } from '../session/open-session.ts';
import { openStore } from '../store/open-store.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/** `doctor`: looks at everything that a run rests on. Ends with 4 where something is not as it should be; as JSON with `error` besides. */
export const doctor: Command = async (context) => {
  if (context.veil.isOn) await learnNames(context);
  const checks = await checkHealth(context);
  const wrong = checks.filter(({ ok }) => !ok).length;
  const end =
    wrong === 0 ? 'All is well.' : `${wrong} of ${checks.length} ${wrong === 1 ? 'wants' : 'want'} looking after.`;
  if (context.json) {
    const error = { code: 'not-well', message: end, hint: 'What each of them needs is its "cure" in "checks".' };
    printJson(context, { ok: wrong === 0, checks, ...(wrong > 0 && { error }) });
  } else {
    printLines(context, [...alignColumns(checks.flatMap(rowsOf), { ascii: context.ascii }), end]);
  }
  return wrong === 0 ? EXIT.done : EXIT.problems;
};

/** Makes the veil know whom the store names; where it does not open, nothing of it is told that could name anybody. */
async function learnNames(context: Context): Promise<void> {
  const store = await openStore(context.location, context.random, context.isUnsafeAllowed).catch(() => null);
  if (store === null) return;
  try {
    await learnStore(store, context);
  } catch (error) {
    // Whom only damaged journals name is named by no check; that they are damaged, one of them tells.
    if (!(error instanceof HandoverError)) throw error;
  }
}

function rowsOf({ name, ok, message, cure }: HealthCheck): string[][] {
  const said = [ok ? 'ok' : 'NOT OK', name, message];
  return cure === undefined ? [said] : [said, ['', '', cure]];
}
