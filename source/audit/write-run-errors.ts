import { guardFormula } from '../csv/formula-guard.ts';
import { writeRows } from '../csv/write-rows.ts';
import type { Run, RunPair } from '../model/run.ts';
import { fullName, type User } from '../model/user.ts';

const HEADINGS = [
  'Run',
  'Source User ID',
  'Source Name',
  'Target User ID',
  'Target Name',
  'Code',
  'Reason',
  'Time (UTC)',
] as const;

/**
 * Saves the failed pairs of `run` as a CSV file that only its owner may read, one pair a row with its reason (A54).
 * An existing file is replaced only with `force`.
 * @returns the path and how many pairs failed
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writeRunErrors(
  run: Run,
  users: ReadonlyMap<number, User>,
  out: string,
  options: { force?: boolean } = {},
): Promise<{ path: string; failed: number }> {
  const failed = run.pairs.filter(({ state }) => state === 'failed');
  await writeRows(out, [HEADINGS, ...failed.map((pair) => errorRow(run.id, pair, users))], options);
  return { path: out, failed: failed.length };
}

function errorRow(run: string, pair: RunPair, users: ReadonlyMap<number, User>): string[] {
  const nameOf = (id: number): string => {
    const user = users.get(id);
    return user === undefined ? '' : guardFormula(fullName(user));
  };
  return [
    run,
    String(pair.source),
    nameOf(pair.source),
    String(pair.target),
    nameOf(pair.target),
    pair.code ?? '',
    guardFormula(pair.reason ?? ''),
    pair.at ?? '',
  ];
}
