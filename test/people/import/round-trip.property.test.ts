import { join } from 'node:path';
import { expect, it } from 'vitest';
import { IMPORT_FIELDS, type ImportField, PEOPLE_COLUMNS } from '../../../source/model/import-field.ts';
import { type ColumnType, DATE_FORMATS, LIST_SEPARATORS, type Mapping } from '../../../source/model/mapping.ts';
import { fieldValue, isFilled } from '../../../source/model/profile-field.ts';
import type { ProfileValue, User } from '../../../source/model/user.ts';
import { exportColumns } from '../../../source/people/export-columns.ts';
import { kindsOf } from '../../../source/people/import/field-types.ts';
import { cellReader } from '../../../source/people/import/read-cell.ts';
import { readPeopleFile } from '../../../source/people/import/read-people-file.ts';
import { writePeopleCsv } from '../../../source/people/write-people-csv.ts';
import { fc } from '../../helpers/fast-check.ts';
import { tempFolder } from '../../helpers/temp-folder.ts';

/** What spreadsheets, separators, quotes and terminals make trouble of. */
const AWKWARD = [
  '"',
  "'",
  "''=",
  '=1+1',
  '+',
  '-',
  '@',
  '\t',
  '\r\n',
  '\n',
  '\r',
  ';',
  '|',
  ',',
  '\0',
  '=x',
  ' ',
  '漢',
  '🙂',
  'é',
];
const text = fc.oneof(
  fc
    .array(fc.oneof(fc.constantFrom(...AWKWARD), fc.string({ maxLength: 3 })), { maxLength: 5 })
    .map((all) => all.join('')),
  fc.string({ unit: 'grapheme', maxLength: 8 }),
);
const day = fc
  .date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true })
  .map((moment) => moment.toISOString().slice(0, 10));

const VALUES: Record<ColumnType['kind'], fc.Arbitrary<ProfileValue>> = {
  text,
  number: fc.oneof(fc.nat().map(String), text),
  date: fc.oneof(day, fc.constant('2999-12-31'), text),
  boolean: fc.boolean(),
  list: fc.oneof(fc.array(text, { maxLength: 3 }), fc.array(fc.constantFrom('Agent', 'Sales, Inbound', '漢字'))),
  'time-zone': fc.constantFrom('Europe/London', 'Asia/Riyadh87'),
};

function typeOf(kind: ColumnType['kind']): fc.Arbitrary<ColumnType> {
  switch (kind) {
    case 'date':
      return fc.record({ kind: fc.constant(kind), format: fc.constantFrom(...DATE_FORMATS) });
    case 'boolean':
      return fc.constantFrom({ kind, yes: ['TRUE'], no: ['FALSE'] }, { kind, yes: ['=Ja', 'x'], no: ['-'] });
    case 'list':
      return fc.record({ kind: fc.constant(kind), separator: fc.constantFrom(...LIST_SEPARATORS) });
    default:
      return fc.constant({ kind });
  }
}

const heading = fc.oneof(
  fc.constantFrom(...PEOPLE_COLUMNS, 'From User ID', '=cmd', "'=x", 'a,b', 'Feld "7"'),
  fc.string(),
);

/** Any mapping that names some of the fields under any headings; two never share one. */
const mapping: fc.Arbitrary<Mapping> = fc.uniqueArray(fc.constantFrom(...IMPORT_FIELDS)).chain((fields) =>
  fc
    .tuple(
      fc.uniqueArray(
        heading.map((one) => one.trim()).filter((one) => one !== ''),
        {
          minLength: fields.length,
          maxLength: fields.length,
        },
      ),
      fc.tuple(...fields.map((field) => fc.constantFrom(...kindsOf(field)).chain(typeOf))),
      fc.constantFrom('trimmed' as const, 'refused' as const),
    )
    .map(
      ([headings, types, separatorSpaces]): Mapping => ({
        version: 1,
        name: 'Any',
        about: '',
        columns: fields.map((field, index) => ({
          heading: headings[index] ?? '',
          field,
          type: types[index] ?? { kind: 'text' },
        })),
        blanks: 'erase',
        missing: 'erase',
        rules: { required: [], emailCase: 'ignored', emailCharacters: 'any', separatorSpaces, encoding: 'any' },
      }),
    ),
);

const PROFILE_FIELDS = IMPORT_FIELDS.filter(
  (field) => !['Email', 'First Name', 'Last Name', 'Login', 'User ID', 'Active?'].includes(field),
);
const people: fc.Arbitrary<User[]> = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 2 ** 40 }),
    login: text,
    email: text,
    firstName: text,
    lastName: text,
    active: fc.boolean(),
    access: fc.constant('user' as const),
    profile: fc.record(
      Object.fromEntries(PROFILE_FIELDS.map((field) => [field, VALUES[kindsOf(field)[0] ?? 'text']])),
      { requiredKeys: [] },
    ),
    mergedInto: fc.constant(null),
  }),
  { minLength: 1, maxLength: 3, selector: ({ id }) => id },
) as fc.Arbitrary<User[]>;

function heldIn(user: User, field: ImportField): ProfileValue | null {
  const value = field === 'User ID' ? String(user.id) : field === 'Active?' ? user.active : fieldValue(user, field);
  return isFilled(value) ? value : null;
}

it('an export in any manner reads back as what it was, or tells which values do not', async () => {
  const folder = await tempFolder();
  let count = 0;
  let told = 0;
  await fc.assert(
    fc.asyncProperty(mapping, people, fc.boolean(), async (manner, users, bom) => {
      const out = join(folder, `people-${count}.csv`);
      count += 1;
      const { unfit } = await writePeopleCsv(users, out, { mapping: manner, bom });
      const file = await readPeopleFile(out);
      expect(file.problems).toEqual([]);
      const columns = exportColumns(manner);
      expect(file.headings).toEqual(['From User ID', 'To User ID', ...columns.map((column) => column.heading)]);
      expect(new Set(file.headings).size).toBe(file.headings.length);
      for (const [index, user] of users.entries()) {
        for (const [place, column] of columns.entries()) {
          const read = cellReader(column.type, manner.rules, ['Europe/London', 'Asia/Riyadh87']);
          const reading = read(file.rows[index]?.cells[place + 2] ?? 'no cell');
          const isSame = JSON.stringify(reading) === JSON.stringify({ value: heldIn(user, column.field) });
          const isTold = unfit.some((one) => one.person === user.id && one.heading === column.heading);
          if (isTold) told += 1;
          const shown = `${column.field}: ${JSON.stringify([reading, heldIn(user, column.field)])}`;
          expect(isTold, shown).toBe(!isSame);
        }
      }
    }),
    { numRuns: 150 },
  );
  expect(told).toBeGreaterThan(0);
});
