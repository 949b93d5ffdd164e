import { countOf } from '../../model/finding.ts';
import { fullName } from '../../model/user.ts';
import { wrapText } from '../../model/visible-text.ts';
import type { EmptiedAccount } from '../care-state.ts';
import { listedAccounts } from '../logic/emptied.ts';
import { type Look, useLook } from '../look.ts';
import type { Column } from '../parts/plan-columns.ts';
import type { State } from '../state.ts';
import { aboutAccount, emptyText, markedText, wayText } from './emptied-words.ts';
import { MarkedList } from './marked-list.tsx';
import type { ScreenProps } from './screen.ts';

const COLUMNS: readonly Column[] = [
  { key: 'mark', label: '', min: 3 },
  { key: 'id', label: 'ID', min: 6, align: 'right' },
  { key: 'name', label: 'Name', min: 13, flex: 2 },
  { key: 'state', label: 'State', min: 8 },
  { key: 'where', label: 'Data went', min: 16, flex: 3 },
  { key: 'owns', label: 'Owns', min: 8, align: 'right' },
  { key: 'when', label: 'On', min: 10, drop: 1 },
];

/** The accounts whose data went elsewhere, and more about the one under the cursor. */
export function EmptiedAccounts({ state, width, height, isActive }: ScreenProps) {
  const look = useLook();
  const { accounts, field, cursor } = state.care;
  const listed = listedAccounts(state);
  const here = listed[cursor];
  return (
    <MarkedList
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
      emptyText={accounts?.length === 0 ? 'Nobody.' : 'Nobody is listed.'}
      isFocused={isActive}
      marked={markedText(state)}
      about={wrapText(here === undefined ? emptyText(state) : aboutAccount(here, state), width, look)}
      width={width}
      height={height}
    />
  );
}

function cellsOf({ person, handovers, owns }: EmptiedAccount, state: State, { symbols }: Look): string[] {
  const last = handovers.at(-1);
  return [
    state.care.chosen.has(person.id) ? symbols.checkedBox : symbols.uncheckedBox,
    String(person.id),
    fullName(person),
    person.active ? 'active' : 'inactive',
    last === undefined ? '' : wayText(last, state),
    owns === 0 ? 'nothing' : countOf(owns, 'kind'),
    last?.at.slice(0, 10) ?? '',
  ];
}
