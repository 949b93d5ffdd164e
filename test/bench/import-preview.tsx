import { useInput } from 'ink';
import { useReducer } from 'react';
import type { ImportRow } from '../../source/people/import/import-check.ts';
import { parseMapping } from '../../source/people/import/parse-mapping.ts';
import { makePeopleSearch } from '../../source/people/search-people.ts';
import { FRESH_IMPORT } from '../../source/wizard/import-state.ts';
import { initialState } from '../../source/wizard/initial-state.ts';
import { nameKey } from '../../source/wizard/keyboard.ts';
import type { State } from '../../source/wizard/state.ts';
import { update } from '../../source/wizard/update.ts';
import { Wizard } from '../../source/wizard/wizard.tsx';
import type { Measurement } from './measurement.ts';
import { keyTime, OneLetter, timeKeys } from './time-keys.tsx';

const ROWS = 100_000;
const KEYS = { next: '\u001B[C', previous: '\u001B[D', down: '\u001B[B', filter: 'f', problem: 'n' };

const NO_AREAS = { areas: [], why: '' };

const MAPPING = parseMapping(
  {
    version: 1,
    name: 'Bench',
    about: 'Of a bench.',
    columns: [{ heading: 'Email', field: 'Email', type: { kind: 'text' } }],
    blanks: 'keep',
    missing: 'keep',
    rules: {
      required: ['Email'],
      emailCase: 'ignored',
      emailCharacters: 'any',
      separatorSpaces: 'trimmed',
      encoding: 'any',
    },
  },
  'of the bench',
);

/** Every fourth row a problem, the others created, updated or unchanged in turn. */
function rowAt(_: unknown, index: number): ImportRow {
  const kind = (['problem', 'create', 'update', 'unchanged'] as const)[index % 4] ?? 'unchanged';
  const isChanging = kind === 'create' || kind === 'update';
  const fields = isChanging
    ? [{ field: 'Email', source: `new.${index}@contact.example`, target: null, taken: 'source' as const, why: '' }]
    : [];
  const change = isChanging ? { kind, erased: 0 } : null;
  return { line: index + 2, kind, person: index + 1, name: `José Søren${index}`, fields, change };
}

/** At the preview of an import of that many rows of 31 cells. */
function previewOf(count: number): State {
  const rows = Array.from({ length: count }, rowAt);
  const problems = rows
    .filter(({ kind }) => kind === 'problem')
    .map(({ line }) => ({
      line,
      column: 'Email',
      value: 'x',
      code: 'bad-email' as const,
      message: 'It is none.',
      cure: 'Mend it.',
    }));
  const cells = Array.from({ length: 31 }, (_, place) => `cell ${place}`);
  const file = {
    file: '/srv/people.csv',
    headings: cells.map((cell) => `Heading of ${cell}`),
    headingLine: 1,
    rows: rows.map(({ line }) => ({ line, cells, ragged: null })),
    problems: [],
    encoding: { name: 'utf-8' as const, bom: 0, guessed: false },
    delimiter: ',' as const,
    newline: '\n' as const,
    bytes: 1,
    fault: null,
  };
  const counts = { create: 25_000, update: 25_000, unchanged: 25_000, skipped: 0, problems: 25_000 };
  const check = {
    mapping: MAPPING,
    rows,
    problems,
    warnings: [],
    counts: { ...counts, reactivated: 0, deactivated: 0, erasedValues: 0 },
    seats: { used: 10, after: 20, limit: null },
  };
  const world: State['world'] = {
    location: '/srv/store',
    storeName: 'Bench',
    operator: { login: 'admin', name: 'Admin', permissions: [], view: null, divisions: [] },
    isGuest: false,
    view: null,
    isReadOnly: false,
    loginWarning: null,
    catalogue: { version: 1, name: 'none', operations: { transfer: NO_AREAS, merge: NO_AREAS }, types: [], fields: [] },
    users: [],
    byId: new Map(),
    search: makePeopleSearch([]),
    donePairs: { transfer: new Map(), merge: new Map() },
    runs: [],
    holder: null,
    cwd: '/srv',
    home: '/srv',
  };
  const state = initialState(world, { columns: 80, rows: 24 });
  const importing = { ...FRESH_IMPORT, file, mapping: MAPPING, check };
  return { ...state, mode: 'import', trail: ['home', 'import-preview'], importing };
}

function Preview({ first }: { first: State }) {
  const [state, dispatch] = useReducer(update, first);
  useInput((input, key) => dispatch({ type: 'key', press: nameKey(input, key) }));
  return <Wizard state={state} dispatch={dispatch} />;
}

/** What a page turn, and another filter, cost in the preview of an import of 100,000 rows. */
export async function measure(): Promise<Measurement[]> {
  const first = previewOf(ROWS);
  const repeat = (count: number, ...keys: string[]) => Array.from({ length: count }, () => keys).flat();
  await timeKeys(<Preview first={first} />, repeat(20, KEYS.next, KEYS.down));
  const floors = await timeKeys(<OneLetter />, repeat(40, 'a', 'b'));
  const pages = await timeKeys(<Preview first={first} />, repeat(40, KEYS.next, KEYS.next, KEYS.previous));
  const filters = await timeKeys(<Preview first={first} />, repeat(20, KEYS.filter, KEYS.problem, KEYS.next));
  return [
    keyTime('page turn p95, preview of an import of 100,000 rows, ms', pages, floors),
    keyTime('another filter, next problem, page p95, the same preview, ms', filters, floors),
  ];
}
