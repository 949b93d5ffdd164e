import { numberText } from '../../model/number-text.ts';
import type { RowEdits } from '../../people/import/edit-rows.ts';
import { say } from '../navigate.ts';
import type { State } from '../state.ts';
import { columnBefore, findingsOf } from './import-findings.ts';

/**
 * Once the rows have been checked: the last mending is good, or what still stands against its row is told. Where nothing was
 * mended since `before`, what was said last stays.
 */
export function sayMended(state: State, before: RowEdits | undefined): State {
  const { check, checkedOf } = state.importing;
  const history = checkedOf?.edits.history ?? [];
  const last = history.at(-1);
  if (last === undefined || history.length <= (before?.history.length ?? 0) || state.notice === null) return state;
  const problems = findingsOf(check).problems.get(last.line) ?? [];
  const [problem] = problems;
  if (problem === undefined) return { ...state, notice: { ...state.notice, tone: 'good' } };
  const { message, cure } = problem;
  const more = problems.length === 1 ? '' : ` And ${numberText(problems.length - 1)} more.`;
  return say(state, 'bad', `Line ${last.line} still has a problem. ${columnBefore(problem)}${message} ${cure}${more}`);
}
