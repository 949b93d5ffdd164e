import { countOf } from '../../model/finding.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { numberText } from '../../model/number-text.ts';
import { typesPutBack, undoSwitches } from '../logic/undo.ts';
import type { SwitchRow } from '../parts/switch-list.tsx';
import type { State, UndoState } from '../state.ts';
import type { UndoStart } from '../task.ts';

/** A switch a data type of which something still stands: whether it is put back, and how much that is. */
export function undoSwitchRows(state: State, undo: UndoState): SwitchRow[] {
  const putBack = typesPutBack(state);
  const counts = new Map(undo.types.map((standing) => [standing.id, standingText(standing)]));
  return undoSwitches(state).map(({ id, label, locked }) => ({
    key: id,
    label,
    detail: counts.get(id) ?? '',
    isOn: putBack.has(id),
    locked,
  }));
}

/** "8 of 9 data types are put back". */
export function putBackText(rows: readonly SwitchRow[]): string {
  return `${rows.filter(({ isOn }) => isOn).length} of ${rows.length} data types are put back`;
}

/** "8 records, 3 changed since". */
function standingText({ id, records, changed }: UndoStart['types'][number]): string {
  const since = changed === 0 ? '' : `, ${numberText(changed)} changed since`;
  if (id === USER_INFORMATION && records === 0) return 'the mark as merged';
  return `${countOf(records, id === USER_INFORMATION ? 'field' : 'record')}${since}`;
}

/** Why it cannot be chosen by itself, or how much of it stands and what becomes of that. */
export function aboutType({ label, detail, locked, isOn }: SwitchRow): string {
  if (locked !== null) return `${label}: ${locked}`;
  return `${label}: ${detail ?? 'nothing'}. ${isOn ? 'Put back, as the review tells.' : 'Left as they are.'}`;
}
