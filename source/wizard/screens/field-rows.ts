import type { FieldChange } from '../../model/change.ts';
import { gainOf, isLocked } from '../logic/fields.ts';
import type { FieldRow } from '../logic/merge-choices.ts';
import type { Look } from '../look.ts';
import type { TableRow } from '../parts/data-table.tsx';
import type { Column } from '../parts/plan-columns.ts';
import { sidesText } from './profile-text.ts';

export const FIELD_COLUMNS: readonly Column[] = [
  { key: 'field', label: 'Field', min: 13, flex: 1 },
  { key: 'source', label: 'Source', min: 11, flex: 2 },
  { key: 'target', label: 'Target', min: 11, flex: 2 },
  { key: 'taken', label: 'Taken', min: 8, flex: 1 },
];

/** A field: both values, one mark where the value comes from (C19), and that in a word. */
export function fieldCells(row: FieldRow, look: Look): TableRow {
  return { cells: [row.rule.label, ...choiceCells(row, look)] };
}

/** The cells of both sides and what is taken: the mark stands in exactly one of them. */
function choiceCells(row: FieldRow, look: Look): string[] {
  const { taken, differs } = row;
  const [source, target] = sidesText(row, look);
  const mark = (isTaken: boolean) => (isTaken ? `${look.symbols.mark} ` : '  ');
  const word: Record<FieldChange['taken'], string> = { source: 'source', target: 'target', both: 'both' };
  const isOpen = row.rule.rule === 'keep-target' && !isLocked(row);
  const told = isLocked(row) ? 'locked' : isOpen ? 'target, or b' : word[taken];
  return [
    mark(taken === 'source') + source,
    mark(taken === 'target') + target,
    taken === 'both' ? `${look.symbols.mark} both ${gainOf(row)}` : differs ? told : 'same',
  ];
}
