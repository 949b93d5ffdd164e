import { Box, Text } from 'ink';
import { fitText } from '../../model/visible-text.ts';
import { foundUser, reasonAgainst } from '../logic/pick-person.ts';
import { useLook } from '../look.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker, type PickerRow } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import { cellsOf, headOf, nobodyText, type Role } from './pick-words.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'ID', min: 6, align: 'right' },
  { key: 'name', label: 'Name', min: 16, flex: 2 },
  { key: 'login', label: 'Login', min: 10, flex: 1, drop: 1 },
  { key: 'email', label: 'E-mail', min: 16, flex: 2 },
  { key: 'state', label: 'State', min: 8 },
];

function PickPerson({ side, state, width, height, isActive }: ScreenProps & { side: Role }) {
  const look = useLook();
  const picker = state.pickers[side];
  const rowAt = (index: number): PickerRow => {
    const user = foundUser(state, picker, index);
    if (user === undefined) return { key: `gone-${index}`, cells: ['', '', '', '', ''], reason: null };
    return { key: user.id, cells: cellsOf(user), reason: reasonAgainst(state, side, user) };
  };
  const { showInactive } = state;
  const total = state.world.users.length;
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Text>{fitText(headOf(side, state), width, fitOptions(look))}</Text>
      <Picker
        label={side === 'target' && state.mode === 'merge' ? 'Destination: ' : 'Search: '}
        field={picker.field}
        columns={COLUMNS}
        count={picker.found.length}
        total={total}
        cursor={picker.cursor}
        rowAt={rowAt}
        width={width}
        height={height - 2}
        emptyText={picker.found.length === 0 ? nobodyText(state, picker) : ''}
        reasonAfter={2}
        isFocused={isActive}
      />
      <Text>
        {fitText(
          `${showInactive ? look.symbols.checkedBox : look.symbols.uncheckedBox} Show inactive users (Tab)`,
          width,
          fitOptions(look),
        )}
      </Text>
    </Box>
  );
}

/** Picking the target (A25). */
export const PickTarget = (props: ScreenProps) => <PickPerson {...props} side="target" />;
/** Picking the source (A26). */
export const PickSource = (props: ScreenProps) => <PickPerson {...props} side="source" />;
/** Picking another person for a row of the preview. */
export const PickMendPerson = (props: ScreenProps) => <PickPerson {...props} side="mend" />;
