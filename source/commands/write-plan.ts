import path from 'node:path';
import { createFile } from '../csv/create-file.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from '../session/context.ts';
import type { Flags } from './flags.ts';

/** Plans of more are not read by people, and indented they could be longer than a text may be. */
const MOST_INDENTED = 2000;

/**
 * Writes a plan to the file `out`, for "apply". Never replaces one without --force.
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writePlan(plan: Plan, out: string, { cwd }: Context, flags: Flags): Promise<void> {
  const options = { force: flags.isOn('force') };
  const text = JSON.stringify(plan, null, plan.pairs.length > MOST_INDENTED ? 0 : 1);
  await createFile(path.resolve(cwd, out), options, (write) => write(`${text}\n`));
}
