import { Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { fieldReason } from '../logic/field-reason.ts';
import { fieldNow } from '../logic/fields.ts';
import { type FieldRow, fieldRows, peopleNow } from '../logic/merge-choices.ts';
import { isProfileMerged } from '../logic/merge-switches.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import type { State } from '../state.ts';
import { aboutField } from './about-choice.ts';
import { ChoiceTable } from './choice-table.tsx';
import { FIELD_COLUMNS, fieldCells } from './field-rows.ts';
import type { ScreenProps } from './screen.ts';

const SWITCH_HINT = 'Space switches all of it on or off. On a field, ← takes the source’s value and → the target’s.';

/** The profile of a merge, field by field (C18 to C20). */
export function Fields({ state, width, height }: ScreenProps) {
  const look = useLook();
  const rows = fieldRows(state);
  const isOn = isProfileMerged(state);
  const here = fieldNow(state);
  if (peopleNow(state) === null) {
    const waiting = state.task === null ? 'They could not be read. Esc goes back.' : 'Reading both profiles …';
    return <Text>{fitText(waiting, width, fitOptions(look))}</Text>;
  }
  return (
    <ChoiceTable
      label={`Merge user information: ${isOn ? countText(rows, state) : 'off, all of the target’s is kept'}`}
      isOn={isOn}
      columns={FIELD_COLUMNS}
      rows={rows.map((row) => fieldCells(row, look))}
      cursor={state.merge.fieldCursor}
      about={here === undefined ? [SWITCH_HINT] : aboutField(here, fieldReason(state, here))}
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
