import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../source/model/mapping.ts';
import type { ProfileValue, User } from '../../../source/model/user.ts';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { fitMapping } from '../../../source/people/import/fit-mapping.ts';
import type { ImportCheck, PeopleFile } from '../../../source/people/import/import-check.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { writeCell } from '../../../source/people/import/write-cell.ts';
import { peopleRows } from '../../../source/people/write-people-csv.ts';
import { fc } from '../../helpers/fast-check.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';
import { CALABRIO } from '../../transfer/given-import.ts';
import { contextOf, person } from './given-import.ts';

const DAY = fc.constantFrom('2020-01-02', '2024-02-29', '2025-12-31', '2019-05-06');
const TEXT = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    '007',
    '=1+1',
    "'-x",
    ' padded ',
    'a,b',
    'a;b',
    'a "b"',
    'two\nlines',
    'Zoë',
    '李',
    '1E5',
    'TRUE',
    '{}',
  ),
);

/** A few people whose values may be anything that a store can hold; no two have one address or login. */
const PEOPLE: fc.Arbitrary<User[]> = fc
  .array(
    fc.record({
      active: fc.boolean(),
      firstName: TEXT.filter((text) => text.trim() !== ''),
      profile: fc.record(
        {
          Team: fc.oneof(TEXT, fc.constant('North')),
          'Employee ID': TEXT,
          Rank: TEXT,
          Roles: fc.array(fc.oneof(TEXT, fc.constantFrom('Agent', 'Supervisor')), { minLength: 1, maxLength: 3 }),
          Activated: fc.oneof(DAY, TEXT),
          Deactivated: DAY,
          'Company Start Date': DAY,
          'Full Scope': fc.boolean(),
          'Display Time Zone': fc.constantFrom('Europe/London', 'Mars/Dome'),
        },
        { requiredKeys: [] },
      ),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((all) => all.map((parts, index) => person(index + 1, parts as Partial<User>)));

/** What spreadsheets and people do to a table: its rows, the heading line first, with one of these done to them. */
type Damage = (rows: string[][], dice: number) => string[][];

const cellsOnly =
  (change: (cell: string) => string): Damage =>
  ([headings = [], ...rows], dice) => {
    const column = dice % headings.length;
    return [headings, ...rows.map((cells) => cells.map((cell, index) => (index === column ? change(cell) : cell)))];
  };

const DAMAGES: Record<string, Damage> = {
  nothing: (rows) => rows,
  'dates written otherwise': (rows) =>
    rows.map((cells) => cells.map((cell) => cell.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1'))),
  'one column of dates as numbers': cellsOnly((cell) => (/^\d{4}-\d\d-\d\d$/.test(cell) ? '44927' : cell)),
  'zeros in front lost': (rows) => rows.map((cells) => cells.map((cell) => cell.replace(/^0+(?=\d)/, ''))),
  'ids in scientific notation': cellsOnly((cell) =>
    /^\d+$/.test(cell) ? Number(cell).toExponential(1).toUpperCase() : cell,
  ),
  'spaces added': cellsOnly((cell) => (cell === '' ? cell : `${cell} `)),
  'spaces taken off': (rows) => rows.map((cells) => cells.map((cell) => cell.trim())),
  'columns moved': (rows, dice) =>
    rows.map((cells) => [...cells.slice(dice % cells.length), ...cells.slice(0, dice % cells.length)]),
  'a column dropped': (rows, dice) => rows.map((cells) => cells.toSpliced(dice % cells.length, 1)),
  'cells of a column moved down': ([headings = [], ...rows], dice) => {
    const column = dice % headings.length;
    const moved = rows.map((_cells, index) => rows.at(index - 1)?.[column] ?? '');
    return [
      headings,
      ...rows.map((cells, row) => cells.map((cell, index) => (index === column ? (moved[row] ?? '') : cell))),
    ];
  },
  'a row twice': (rows, dice) => [...rows, rows[1 + (dice % Math.max(1, rows.length - 1))] ?? []],
  'blank rows behind': (rows) => [...rows, rows[0]?.map(() => '') ?? []],
  'a cell emptied': cellsOnly(() => ''),
  'a row cut short': ([headings = [], first = [], ...rows]) => [headings, first.slice(0, 5), ...rows],
  capitals: cellsOnly((cell) => cell.toUpperCase()),
};

interface Written {
  delimiter: string;
  encoding: 'utf-8' | 'utf-8 with a mark' | 'windows-1252';
  newline: string;
}

const WRITTEN: fc.Arbitrary<Written> = fc.record({
  delimiter: fc.constantFrom(',', ';'),
  encoding: fc.constantFrom('utf-8', 'utf-8 with a mark', 'windows-1252'),
  newline: fc.constantFrom('\r\n', '\n'),
});

function encode(rows: readonly (readonly string[])[], { delimiter, encoding, newline }: Written): Buffer {
  const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
  const text = rows.map((cells) => cells.map(quoted).join(delimiter)).join(newline);
  if (encoding === 'windows-1252') return Buffer.from(text.replace(/[^\0-\x7f\xa0-\xff]/g, '?'), 'latin1');
  return Buffer.from(`${encoding === 'utf-8' ? '' : '\ufeff'}${text}`);
}

/** A text of one row as its column reads it, the ways to write the same being one. */
function plain(text: string, type: Mapping['columns'][number]['type']): string {
  if (type.kind === 'boolean') return text.trim().toUpperCase();
  if (type.kind === 'list')
    return [...new Set(text.split(type.separator).map((entry) => entry.trim()))].join(type.separator);
  return type.kind === 'text' ? text : text.trim();
}

function expectSound(file: PeopleFile, mapping: Mapping, users: readonly User[], check: ImportCheck): void {
  const { counts, rows, problems } = check;
  if (rows.length === 0) {
    expect(problems.length).toBeGreaterThan(0);
    return;
  }
  // Every row is accounted for once.
  expect(rows.map(({ line }) => line)).toEqual(file.rows.map(({ line }) => line));
  expect(counts.create + counts.update + counts.unchanged + counts.skipped + counts.problems).toBe(rows.length);
  const byLine = new Map(file.rows.map((row) => [row.line, row]));
  const byId = new Map(users.map((user) => [user.id, user]));
  const about = rows.filter(({ kind }) => kind !== 'problem').flatMap(({ person: id }) => id ?? []);
  expect(new Set(about).size).toBe(about.length);
  for (const { line, kind, person: id, fields } of rows) {
    expect(problems.some((problem) => problem.line === line)).toBe(kind === 'problem');
    if (kind === 'skipped' || kind === 'problem') {
      expect(fields).toEqual([]);
      continue;
    }
    const user = byId.get(id ?? -1);
    expect(user === undefined).toBe(kind === 'create');
    const changes = new Map(fields.map((change) => [change.field, change]));
    for (const { source, target } of fields) expect(source).not.toEqual(target);
    // What each cell says is what there is afterwards, and nothing else has changed.
    for (const { heading, field, type } of mapping.columns) {
      if (field === 'User ID' || field === 'Deactivated' || field === 'Active?') continue;
      const cell = byLine.get(line)?.cells[file.headings.indexOf(heading)] ?? '';
      const change = changes.get(field);
      const held = user === undefined ? null : heldOf(user, field);
      if (change === undefined) {
        const isBlank = cell.trim() === '';
        if (!isBlank || mapping.blanks === 'erase') {
          expect(plain(held === null ? '' : writeCell(held, type), type)).toBe(plain(isBlank ? '' : cell, type));
        }
      } else {
        expect(change.target).toEqual(held);
        const after = change.source as ProfileValue | null;
        expect(after === null ? '' : plain(writeCell(after, type), type)).toBe(
          after === null ? cell.trim() : plain(cell, type),
        );
      }
    }
  }
}

function heldOf(user: User, field: string): ProfileValue | null {
  const own: Record<string, string> = {
    Email: user.email,
    'First Name': user.firstName,
    'Last Name': user.lastName,
    Login: user.login,
  };
  const value = own[field] ?? user.profile[field];
  const isFilled = Array.isArray(value)
    ? value.some((entry) => entry.trim() !== '')
    : typeof value === 'string'
      ? value.trim() !== ''
      : value !== undefined;
  return isFilled && value !== undefined ? value : null;
}

describe('an export that is imported again', () => {
  it('changes nothing, whatever the values hold', async () => {
    const path = join(await tempFolder(), 'people.csv');
    await fc.assert(
      fc.asyncProperty(PEOPLE, WRITTEN, async (users, written) => {
        await writeFile(path, encode([...peopleRows(users)], { ...written, encoding: 'utf-8' }));
        const check = checkImport(await readPeopleFile(path), CALABRIO, contextOf(users));
        expect(check.problems).toEqual([]);
        expect(check.counts).toMatchObject({ unchanged: users.length, update: 0, create: 0 });
      }),
      { numRuns: 150 },
    );
  });

  it('never changes anything silently after what spreadsheets do to it, and every row is told of', async () => {
    const path = join(await tempFolder(), 'people.csv');
    const policies = fc.constantFrom('erase' as const, 'keep' as const);
    const damages = fc.array(fc.constantFrom(...Object.keys(DAMAGES)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(
        PEOPLE,
        damages,
        fc.nat(1000),
        WRITTEN,
        policies,
        fc.boolean(),
        async (users, names, dice, written, blanks, isGuessed) => {
          const rows = names.reduce(
            (damaged, name) => DAMAGES[name]?.(damaged, dice) ?? damaged,
            [...peopleRows(users)],
          );
          await writeFile(path, encode(rows, written));
          const file = await readPeopleFile(path);
          const guessed = isGuessed ? fitMapping({ mapping: CALABRIO, isPreset: true }, file).mapping : CALABRIO;
          const present = guessed.columns.filter(({ heading }) => file.headings.includes(heading));
          const mapping: Mapping = { ...guessed, columns: present, blanks, missing: 'keep' };
          expectSound(file, mapping, users, checkImport(file, mapping, contextOf(users)));
        },
      ),
      { numRuns: 300 },
    );
  });
});
