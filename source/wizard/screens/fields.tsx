import { Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { fieldReason } from '../logic/field-reason.ts';
import { fieldNow } from '../logic/fields.ts';
import { fieldRows, peopleNow } from '../logic/merge-choices.ts';
import { isProfileMerged } from '../logic/merge-switches.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { isFromFile } from '../state.ts';
import { aboutField } from './about-choice.ts';
import { fieldCountText } from './choice-counts.ts';
import { ChoiceTable } from './choice-table.tsx';
import { FIELD_COLUMNS, fieldCells } from './field-rows.ts';
import type { ScreenProps } from './screen.ts';

const PAIR_HINT =
  'For this pair alone: on a field, ← takes the source’s value and → the target’s; r goes by the policy.';
const SWITCH_HINT =
  'Space or x: all of it on or off. On a field, ← takes the source’s value, → the target’s, b both. ' +
  's: all source, t: all target, r: as proposed; z takes the last choice back; d: only what differs; w: why.';

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
      label={`Merge user information: ${isOn ? fieldCountText(rows, state) : 'off, all of the target’s is kept'}`}
      isOn={isOn}
      columns={FIELD_COLUMNS}
      rows={rows.map((row) => fieldCells(row, look))}
      cursor={state.merge.fieldCursor}
      about={
        here === undefined
          ? [isFromFile(state) ? PAIR_HINT : SWITCH_HINT]
          : aboutField(here, fieldReason(state, here), look)
      }
      width={width}
      height={height}
    />
  );
}
