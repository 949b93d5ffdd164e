import { useInput } from 'ink';
import { useState } from 'react';
import type { User } from '../../source/model/user.ts';
import { makePeopleSearch, type PeopleSearch } from '../../source/people/search-people.ts';
import { nameKey } from '../../source/wizard/keyboard.ts';
import { DataTable } from '../../source/wizard/parts/data-table.tsx';
import { editText, fieldOf } from '../../source/wizard/parts/edit-text.ts';
import { Picker } from '../../source/wizard/parts/picker.tsx';
import type { Measurement } from './measurement.ts';
import { keyTime, OneLetter, timeKeys } from './time-keys.tsx';

const PEOPLE = 100_000;
const DOWN = '\u001B[B';
const PAGE_DOWN = '\u001B[6~';
const ERASE = '\u007F';

const FIRST = ['John', 'Jenny', 'José', 'Łukasz', 'Zoë', 'Olga', 'Christopher', 'Elizabeth', '太郎', 'Sam'];
const BEGINNINGS = ['Ander', 'Smi', 'Kowal', 'Gar', 'Søren', 'Mül', 'Rod', 'Nova', 'Berg', 'Hal', 'Wes', 'Tor'];
const MIDDLES = ['', 'be', 'da', 'li', 'mo', 'ra', 'su', 'ta', 'vi', 'wen'];
const ENDS = ['son', 'th', 'ski', 'cía', 'sen', 'ler', 'gers', 'k', 'mann', 'ford', 'ton', 'é'];
const at = (texts: readonly string[], index: number) => texts[Math.floor(index) % texts.length] ?? '';

function makeUser(_: unknown, index: number): User {
  const lastName = at(BEGINNINGS, index) + at(MIDDLES, index / 7) + at(MIDDLES, index / 91) + at(ENDS, index / 13);
  const firstName = at(FIRST, index / 3);
  const login = `${firstName}.${lastName}${index}`.toLowerCase();
  const rest = { active: index % 9 !== 0, access: 'user', profile: {}, mergedInto: null } as const;
  return { id: index + 1, login, email: `${login}@contact.example`, firstName, lastName, ...rest };
}

const PICKER_COLUMNS = [
  { key: 'id', label: 'ID', min: 6, align: 'right' as const },
  { key: 'name', label: 'Name', min: 16, flex: 1 },
  { key: 'email', label: 'E-mail', min: 16, flex: 2, drop: 1 },
];

function PeoplePicker({ users, search }: { users: readonly User[]; search: PeopleSearch }) {
  const [state, setState] = useState({
    field: fieldOf(''),
    cursor: 0,
    found: search.search('', { showInactive: false }),
  });
  useInput((input, key) => {
    const press = nameKey(input, key);
    const field = editText(state.field, press);
    if (field !== state.field)
      setState({ field, cursor: 0, found: search.search(field.value, { showInactive: false }) });
    else setState({ ...state, cursor: state.cursor + (press.name === 'page-down' ? 19 : 1) });
  });
  return (
    <Picker
      label="Target"
      field={state.field}
      columns={PICKER_COLUMNS}
      count={state.found.length}
      total={users.length}
      cursor={state.cursor}
      rowAt={(index) => {
        const user = users[state.found[index] ?? 0];
        const cells = [String(user?.id), `${user?.firstName} ${user?.lastName}`, user?.email ?? ''];
        return { key: index, cells, reason: index % 5 === 4 ? 'is a tenant administrator' : null };
      }}
      width={80}
      height={21}
      emptyText="Nobody matches. Backspace widens the search."
    />
  );
}

const TABLE_COLUMNS = ['Line', 'From', 'Source', 'To', 'Target', 'What'].map((label, index) => ({
  key: label,
  label,
  min: index % 2 === 0 && index > 0 ? 8 : 4,
  flex: index % 2 === 0 ? 1 : 0,
}));

function Pages({ users }: { users: readonly User[] }) {
  const [page, setPage] = useState(0);
  useInput(() => setPage(page + 1));
  const rows = users.slice(page * 15, page * 15 + 15).map((user) => ({
    cells: [String(user.id + 1), String(user.id), `${user.firstName} ${user.lastName}`, '21', user.email, 'pair'],
  }));
  return <DataTable columns={TABLE_COLUMNS} rows={rows} width={80} height={18} cursor={page % 15} />;
}

const QUERIES = [
  'anderson',
  'christopher',
  'jose sorensen',
  '4711',
  'adnerson',
  'smith john',
  '太郎',
  'contact.exa',
  'zzz',
];

/** What a key costs in the picker over 100,000 people, and a page in the table, beside a key in an app of one letter. */
export async function measure(): Promise<Measurement[]> {
  const users = Array.from({ length: PEOPLE }, makeUser);
  const search = makePeopleSearch(users);
  const typing = QUERIES.flatMap((query) => {
    const letters = [...query];
    return [...letters, DOWN, PAGE_DOWN, ...letters.map(() => ERASE)];
  });
  const letters = typing.map((_, index) => at(['a', 'b'], index));
  // Once to warm up: an operator's first key is not the ninety-fifth of a hundred.
  await timeKeys(<PeoplePicker users={users} search={search} />, typing.slice(0, 60));
  await timeKeys(<Pages users={users} />, typing.slice(0, 20));
  const floors = await timeKeys(<OneLetter />, letters);
  const keys = await timeKeys(<PeoplePicker users={users} search={search} />, typing);
  const pages = await timeKeys(
    <Pages users={users} />,
    Array.from({ length: 80 }, () => PAGE_DOWN),
  );
  return [
    keyTime('key to painted frame p95, picker over 100,000 people, ms', keys, floors),
    keyTime('page turn p95, table of 15 × 6, ms', pages, floors),
  ];
}
