import type { Warning } from '../model/pair.ts';
import type { Plan } from '../model/plan.ts';
import type { RunPair } from '../model/run.ts';
import type { Earlier } from '../transfer/earlier.ts';
import type { UndoPair } from '../transfer/plan-undo.ts';
import { checkRowsBack } from './check-rows.ts';
import type { Session } from './open-session.ts';

interface RowsWish {
  /** Of the run. */
  wanted: readonly RunPair[];
  /** Of the run, which is an import, an undo of one, and so on. */
  plan: Plan;
  earlier: Earlier;
  overwriteChanged: boolean;
}

/**
 * The rows of `wanted` that can be put back, and a warning for each that cannot: the store, or the operator, is against
 * what it would set (an address that somebody else has by now, no seat, a privileged person).
 * @throws HandoverError `unreadable`, `broken-plan`, `edited-plan` where the plan of the import is lost
 */
export async function leaveOutRows(
  { wanted, plan, earlier, overwriteChanged }: RowsWish,
  session: Session,
): Promise<{ pairs: UndoPair[]; warnings: Warning[] }> {
  const known = new Map(plan.pairs.map(({ source, line }) => [source.id, { line, name: source.name }]));
  const rows = wanted.map(({ source }): UndoPair => {
    const { line = null, name = `user ${source}` } = known.get(source) ?? {};
    return { line, source, target: source, name };
  });
  const drafts = await checkRowsBack({ rows, earlier, overwriteChanged }, session);
  const warnings = drafts.flatMap(({ problems: [problem] }, place): Warning[] => {
    if (problem === undefined) return [];
    const { line = null, name = '', source = 0 } = rows[place] ?? {};
    const message = `Not ${earlier.isAgain ? 'imported again' : 'put back'}: ${name} (${source}): ${problem.message}`;
    const cure = `The row stays as the run left it; once this is otherwise, undo it by itself with --person ${source}.`;
    return [{ line, column: problem.column, value: problem.value, code: 'not-undoable', message, cure }];
  });
  return { pairs: rows.filter((_row, place) => drafts[place]?.problems.length === 0), warnings };
}
