import { Box, Text } from 'ink';
import type { User } from '../../model/user.ts';
import { accessLabel, fullName } from '../../model/user.ts';
import { fitText } from '../../model/visible-text.ts';
import { foundUser, reasonAgainst } from '../logic/pick-person.ts';
import { rowNow } from '../logic/preview.ts';
import { useLook } from '../look.ts';
import { operationNow } from '../operation.ts';
import { fitOptions } from '../parts/fit-cells.ts';
import { Picker, type PickerRow } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'id', label: 'ID', min: 6, align: 'right' },
  { key: 'name', label: 'Name', min: 16, flex: 2 },
  { key: 'login', label: 'Login', min: 10, flex: 1, drop: 1 },
  { key: 'email', label: 'E-mail', min: 16, flex: 2 },
  { key: 'state', label: 'State', min: 8 },
];

type Role = keyof State['pickers'];

const TRANSFER_SIDES = { target: 'Target User (data goes into)', source: 'Source User (data moves from)' };
const MERGE_SIDES = { target: 'Target User (is kept)', source: 'Source User (is merged into the target)' };

/** Whom to pick here, in a sentence. */
function headOf(side: Role, state: State): string {
  if (state.mode === 'merge' && side === 'source')
    return 'Source User: whose profile is merged into another; it stays, marked.';
  if (state.mode === 'merge' && side === 'target')
    return 'Whom to merge them into: this account is kept and gets what you choose.';
  if (side === 'target') return 'Target User: whose data is overwritten or combined; this account is kept.';
  if (side === 'source') return 'Source User: whose data moves into the target.';
  const words = operationNow(state) === 'merge' ? MERGE_SIDES : TRANSFER_SIDES;
  return `Another ${words[state.mendSide]} for line ${rowNow(state)?.line ?? ''}.`;
}

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
        emptyText={
          showInactive
            ? 'Nobody matches. Try less of the name, login, e-mail or ID; Esc empties it.'
            : 'No active user matches. Tab shows inactive ones, too; Esc empties the search.'
        }
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

function cellsOf(user: User): string[] {
  const state = user.access === 'user' ? standingOf(user) : accessLabel(user.access);
  return [String(user.id), fullName(user), user.login, user.email, state];
}

function standingOf({ active, mergedInto }: User): string {
  return mergedInto === null ? (active ? 'active' : 'inactive') : 'merged';
}

/** Picking the target (A25). */
export const PickTarget = (props: ScreenProps) => <PickPerson {...props} side="target" />;
/** Picking the source (A26). */
export const PickSource = (props: ScreenProps) => <PickPerson {...props} side="source" />;
/** Picking another person for a row of the preview. */
export const PickMendPerson = (props: ScreenProps) => <PickPerson {...props} side="mend" />;
