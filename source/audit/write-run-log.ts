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
  'State',
  'Code',
  'Reason',
  'Time (UTC)',
] as const;

/**
 * Saves the pairs of `run` as a CSV file that only its owner may read, one pair a row with its state and reason; with
 * `only: 'failed'` it is the audit log of the errors (A54). An existing file is replaced only with `force`.
 * @returns the path and how many pairs it holds
 * @throws HandoverError `file-exists`, `not-written`
 */
export async function writeRunLog(
  run: Run,
  users: ReadonlyMap<number, User>,
  out: string,
  options: { only: 'failed' | 'all'; force?: boolean },
): Promise<{ path: string; pairs: number }> {
  const pairs = run.pairs.filter(({ state }) => options.only === 'all' || state === 'failed');
  await writeRows(out, [HEADINGS, ...pairs.map((pair) => pairRow(run.id, pair, users))], options);
  return { path: out, pairs: pairs.length };
}

function pairRow(run: string, pair: RunPair, users: ReadonlyMap<number, User>): string[] {
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
    pair.state,
    pair.code ?? '',
    guardFormula(pair.reason ?? ''),
    pair.at ?? '',
  ];
}
