import { visibleText } from '../../model/visible-text.ts';
import { fieldNow, gainOf, mayUnite } from '../logic/fields.ts';
import { type FieldRow, fieldRows, isProfileMerged } from '../logic/merge-choices.ts';
import { useLook } from '../look.ts';
import type { State } from '../state.ts';
import { ChoiceTable } from './choice-table.tsx';
import { FIELD_COLUMNS, fieldCells } from './field-rows.ts';
import { profileText } from './profile-text.ts';
import type { ScreenProps } from './screen.ts';

/** The profile of a merge, field by field (C18 to C20). */
export function Fields({ state, width, height }: ScreenProps) {
  const look = useLook();
  const rows = fieldRows(state);
  const isOn = isProfileMerged(state);
  return (
    <ChoiceTable
      label={`Merge user information: ${isOn ? countText(rows, state) : 'off, all of the target’s is kept'}`}
      isOn={isOn}
      columns={FIELD_COLUMNS}
      rows={rows.map((row) => fieldCells(row, look))}
      cursor={state.merge.fieldCursor}
      about={aboutField(fieldNow(state)).map((line) => visibleText(line, look))}
      width={width}
      height={height}
    />
  );
}

/** "8 source, 12 target, 2 both; only what differs". */
function countText(rows: readonly FieldRow[], { merge }: State): string {
  const count = (taken: FieldRow['taken']) => rows.filter((row) => row.differs && row.taken === taken).length;
  const only = merge.onlyDiffering ? '; only what differs' : '';
  return `${count('source')} source, ${count('target')} target, ${count('both')} both${only}`;
}

function aboutField(row: FieldRow | undefined): string[] {
  if (row === undefined) {
    return ['Space switches all of it on or off. On a field, ← takes the source’s value and → the target’s.'];
  }
  const { rule, source, target, taken, why } = row;
  const isLocked = rule.rule === 'keep-target' && taken === 'target';
  const gain = gainOf(row);
  const would = taken === 'both' ? 'The target gains' : 'Both (b) would be';
  const union = mayUnite(row) && gain !== '' ? ` ${would} ${gain}.` : '';
  return [
    `${rule.label}${isLocked ? ', locked' : ''}: ${why}${union}`,
    `Source: ${profileText(source)}   Target: ${profileText(target)}`,
  ];
}
