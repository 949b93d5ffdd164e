import path from 'node:path';
import { createFile } from '../csv/create-file.ts';
import type { Plan } from '../model/plan.ts';
import type { Context } from '../session/context.ts';
import type { Flags } from './flags.ts';

/**
 * Writes a plan to the file `out`, for "apply". Never replaces one without --force.
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writePlan(plan: Plan, out: string, { cwd }: Context, flags: Flags): Promise<void> {
  const options = { force: flags.isOn('force') };
  await createFile(path.resolve(cwd, out), options, (write) => write(`${JSON.stringify(plan, null, 1)}\n`));
}
