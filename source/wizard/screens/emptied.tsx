import { Box, Text } from 'ink';
import { fullName, nameAndId } from '../../model/user.ts';
import { wrapText } from '../../model/visible-text.ts';
import type { Handover } from '../../session/list-emptied.ts';
import type { EmptiedAccount } from '../care-state.ts';
import { listedAccounts } from '../logic/emptied.ts';
import { type Look, useLook } from '../look.ts';
import { Picker } from '../parts/picker.tsx';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'mark', label: '', min: 3 },
  { key: 'id', label: 'ID', min: 6, align: 'right' },
  { key: 'name', label: 'Name', min: 14, flex: 2 },
  { key: 'state', label: 'State', min: 8 },
  { key: 'where', label: 'Data went', min: 18, flex: 3 },
  { key: 'when', label: 'On', min: 10, drop: 1 },
];

/** Lines below the list, about the account under the cursor. */
const ABOUT = 2;

const NOBODY =
  'No account is emptied. Once a merge, or a transfer of all that it carries, has brought somebody’s data to another person, they are listed here.';

/** The accounts whose data went elsewhere, and more about the one under the cursor. */
export function EmptiedAccounts({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { accounts, field, cursor } = state.care;
  const listed = listedAccounts(state);
  const here = listed[cursor];
  const about = wrapText(here === undefined ? emptyText(state) : aboutAccount(here, state), width);
  return (
    <Box flexDirection="column" width={width} height={height}>
      <Picker
        label="Search: "
        field={field}
        columns={COLUMNS}
        count={listed.length}
        total={accounts?.length ?? 0}
        cursor={cursor}
        rowAt={(index) => {
          const account = listed[index];
          return {
            key: account?.person.id ?? `gone-${index}`,
            cells: account === undefined ? [] : cellsOf(account, state, look),
            reason: null,
          };
        }}
        width={width}
        height={height - ABOUT}
        emptyText={accounts?.length === 0 ? 'Nobody.' : 'Nobody is listed.'}
        isFocused={isActive}
      />
      {about.slice(0, ABOUT).map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no name of their own
        <Text key={index} dimColor>
          {line}
        </Text>
      ))}
    </Box>
  );
}

function emptyText({ care, task }: State): string {
  if (care.accounts === null) return task === null ? 'They could not be read. Esc goes back.' : '';
  return care.accounts.length === 0 ? NOBODY : 'Nobody fits what is typed. Try less of it; Esc empties the search.';
}

function cellsOf({ person, handovers }: EmptiedAccount, state: State, { symbols }: Look): string[] {
  const last = handovers.at(-1);
  return [
    state.care.chosen.has(person.id) ? symbols.checkedBox : symbols.uncheckedBox,
    String(person.id),
    fullName(person),
    person.active ? 'active' : 'inactive',
    last === undefined ? '' : wayText(last, state),
    last?.at.slice(0, 10) ?? '',
  ];
}

/** "John Smith (19) is inactive: merged into Jenny Andrews (21) on 2026-03-02 by run 2026-…; …", the newest first. */
function aboutAccount({ person, handovers }: EmptiedAccount, state: State): string {
  const ways = handovers.toReversed().map((each) => {
    return `${wayText(each, state)} on ${each.at.slice(0, 10)} by run ${each.run}`;
  });
  return `${nameAndId(person)} is ${person.active ? 'active' : 'inactive'}: ${ways.join('; ')}.`;
}

function wayText({ operation, target }: Handover, { world }: State): string {
  const user = world.byId.get(target);
  const whom = user === undefined ? `user ${target}` : nameAndId(user);
  return operation === 'merge' ? `merged into ${whom}` : `transferred to ${whom}`;
}
