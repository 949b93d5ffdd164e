import { EXIT } from '../errors.ts';
import { checkHealth } from '../session/health/check-health.ts';
import type { HealthCheck } from '../session/health/health-check.ts';
import { alignColumns } from './align-columns.ts';
import type { Command } from './command.ts';
import { printJson, printLines } from './print.ts';

/** `doctor`: looks at everything that a run rests on. Ends with 4 where something is not as it should be. */
export const doctor: Command = async (context) => {
  const checks = await checkHealth(context);
  const wrong = checks.filter(({ ok }) => !ok).length;
  if (context.json) printJson(context, { ok: wrong === 0, checks });
  else {
    const end = wrong === 0 ? 'All is well.' : `${wrong} of ${checks.length} want looking after.`;
    printLines(context, [...alignColumns(checks.flatMap(rowsOf), { ascii: context.ascii }), end]);
  }
  return wrong === 0 ? EXIT.done : EXIT.problems;
};

function rowsOf({ name, ok, message, cure }: HealthCheck): string[][] {
  const said = [ok ? 'ok' : 'NOT OK', name, message];
  return cure === undefined ? [said] : [said, ['', '', cure]];
}
