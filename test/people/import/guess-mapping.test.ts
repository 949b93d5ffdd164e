import { describe, expect, it, test } from 'vitest';
import type { Mapping } from '../../../source/model/mapping.ts';
import { checkMapping } from '../../../source/people/import/check-mapping.ts';
import { guessMapping } from '../../../source/people/import/guess-mapping.ts';
import { readPresets } from '../../../source/session/list-mappings.ts';
import { DATA_FOLDER } from './data-folder.ts';

const presets = await readPresets({ dataFolder: DATA_FOLDER });

/** What a file of these cells seems to be; the first row holds the headings. */
function guess([headings = [], ...rows]: readonly string[][], given = presets) {
  return guessMapping(
    { headings, rows: rows.map((cells, index) => ({ line: index + 2, cells, ragged: null })) },
    given,
  );
}

const fieldsOf = ({ mapping }: ReturnType<typeof guess>) =>
  Object.fromEntries(mapping.columns.map(({ heading, field }) => [heading, field]));
const typeOf = ({ mapping }: ReturnType<typeof guess>, heading: string) =>
  mapping.columns.find((column) => column.heading === heading)?.type;

describe('headings', () => {
  it.each<[heading: string, field: string, by: string]>([
    ['Email', 'Email', 'heading'],
    ['E-MAIL', 'Email', 'heading'],
    ['Email Address', 'Email', 'synonym'],
    ['first_name', 'First Name', 'heading'],
    ['Surname', 'Last Name', 'synonym'],
    ['Prénom', 'First Name', 'synonym'],
    ['Équipe', 'Team', 'synonym'],
    ['Fist Name', 'First Name', 'spelling'],
    ['Work Condition Profil', 'Work Condition Profile', 'spelling'],
    ['Branches', 'Divisions', 'synonym'],
    ['Hire Date', 'Company Start Date', 'synonym'],
    ['active', 'Active?', 'heading'],
  ])('%s is %s by its %s', (heading, field, by) => {
    const found = guess([[heading]], []);
    expect(fieldsOf(found)).toEqual({ [heading]: field });
    expect(found.matchedBy[heading]).toBe(by);
  });

  it.each(['ID', 'From User ID', 'To User ID', 'Line', 'Problem', '', 'Shoe size', 'Rang'])(
    '%j is nothing',
    (heading) => {
      expect(guess([[heading], ['7']], []).mapping.columns).toEqual([]);
    },
  );

  it('have one field each, the surest first, and a field has one heading', () => {
    const found = guess([['Mail', 'E-Mail Address', 'Email', 'Team', 'Team Name']], []);
    expect(fieldsOf(found)).toEqual({ Email: 'Email', Team: 'Team' });
  });

  it('without a name for it: one column of addresses is the e-mail', () => {
    const rows = [
      ['Kontakt', 'Note'],
      ['a@example.com', 'x'],
      ['b@example.com', 'see c@example.com, please'],
      ['', ''],
    ];
    expect(fieldsOf(guess(rows, []))).toEqual({ Kontakt: 'Email' });
    expect(
      fieldsOf(
        guess(
          [
            ['One', 'Other'],
            ['a@example.com', 'b@example.com'],
          ],
          [],
        ),
      ),
    ).toEqual({});
  });
});

const CALABRIO = presets.find(({ name }) => name === 'Calabrio')?.columns.map(({ heading }) => heading) ?? [];

describe('saved mappings', () => {
  const date: Mapping['columns'][number] = {
    heading: 'Begin',
    field: 'Activated',
    type: { kind: 'date', format: 'MM/DD/YYYY' },
  };
  const [calabrio] = presets;
  const saved = (name: string, columns: Mapping['columns']): Mapping => ({
    ...(calabrio as Mapping),
    name,
    columns,
    rules: { ...(calabrio as Mapping).rules, required: ['Email'] },
  });
  const rows = [{ line: 2, cells: ['a@b.example', '03/04/2024', 'North'], ragged: null }];
  const email: Mapping['columns'][number] = { heading: 'Mail', field: 'Email', type: { kind: 'text' } };

  it('are picked where they fit best, their columns as they say and no others', () => {
    const mine = saved('Mine', [email, date]);
    const found = guessMapping({ headings: ['Mail', 'begin', 'Team'], rows }, presets, [mine]);
    expect(found).toMatchObject({ preset: 'Mine', ambiguousDates: [] });
    expect(found.mapping.columns).toEqual([email, { ...date, heading: 'begin' }]);
    expect(guessMapping({ headings: ['Team', 'Rank', 'Mail'], rows }, presets, [saved('M', [date])]).preset).toBeNull();
  });

  it('are not picked where they make a field of a column of transfers, which every export has', () => {
    const columns = (calabrio?.columns ?? []).map((column) =>
      column.field === 'Rank' ? { ...column, heading: 'From User ID' } : column,
    );
    const file = { headings: ['From User ID', 'To User ID', ...CALABRIO], rows: [] };
    expect(guessMapping(file, presets, [saved('Taken', columns)]).preset).toBe('Calabrio');
  });

  it('win where a preset fits as well', () => {
    const same = saved('Same', calabrio?.columns ?? []);
    expect(guessMapping({ headings: CALABRIO, rows: [] }, presets, [same]).preset).toBe('Same');
  });
});

describe('presets', () => {
  it.each<[preset: string | null, headings: string[]]>([
    [null, ['User ID', 'Email', 'First Name', 'Last Name']],
    [null, ['From User ID', 'To User ID', 'User ID', 'Email', 'First Name', 'Last Name', 'Team', 'Login']],
    ['Calabrio', ['From User ID', 'To User ID', ...CALABRIO.slice(0, 15)]],
    [null, CALABRIO.slice(0, 14)],
    ['Symbiant', [...CALABRIO.filter((heading) => heading !== 'Login'), 'Account Name', 'Active?', 'Divisions']],
    ['Symbiant', ['Account Name', 'Email', 'Active?', 'Roles', 'Divisions']],
    ['Symbiant', ['account name', 'E-mail', 'First Name', 'Last Name']],
    ['Docebo', ['username', 'email', 'firstname', 'lastname', 'branches']],
    [null, ['Vorname', 'Nachname', 'Abteilung', 'Email']],
    [null, ['Abteilung', 'Ort']],
  ])('%s is told by %j', (preset, headings) => {
    const found = guess([headings]);
    expect(found.preset).toBe(preset);
    expect(found.mapping.name).toBe(preset ?? 'Plain headings');
  });

  it('give their rules; without one nothing is erased', () => {
    expect(guess([['Account Name', 'Email', 'First Name', 'Last Name']]).mapping).toMatchObject({
      blanks: 'keep',
      missing: 'keep',
      rules: { required: ['Login', 'Email'], emailCase: 'kept', encoding: 'utf-8', separatorSpaces: 'refused' },
    });
    expect(guess([CALABRIO]).mapping).toMatchObject({ blanks: 'erase', missing: 'erase' });
    expect(guess([['Email', 'First Name', 'Last Name']]).mapping).toMatchObject({ blanks: 'keep', missing: 'keep' });
    expect(guess([['Vorname', 'Ort']]).mapping).toMatchObject({ blanks: 'keep', missing: 'keep' });
  });

  it('agree with themselves, and with a file that has their headings', () => {
    for (const preset of presets) {
      const headings = preset.columns.map(({ heading }) => heading);
      expect(checkMapping(preset, headings)).toEqual({ problems: [], warnings: [] });
      expect(guess([headings]).mapping).toEqual(preset);
    }
    expect(presets.map(({ columns }) => columns.length)).toEqual([29, 7, 8]);
  });
});

describe('dates', () => {
  const datesOf = (...cells: string[]) => {
    const found = guess([['Activated'], ...cells.map((cell) => [cell])]);
    const type = typeOf(found, 'Activated');
    return { format: type?.kind === 'date' ? type.format : null, ambiguous: found.ambiguousDates };
  };
  it.each<[cells: string[], format: string]>([
    [['2024-01-31'], 'YYYY-MM-DD'],
    [['2024/01/31', ''], 'YYYY/MM/DD'],
    [['03/04/2024', '31/01/2024'], 'DD/MM/YYYY'],
    [['03/04/2024', '01/31/2024', '12/31/2999'], 'MM/DD/YYYY'],
    [['03/04/2024', '01/31/2024', 'soon'], 'MM/DD/YYYY'],
    [[], 'YYYY-MM-DD'],
    [['', '31/12/2999', '12/31/2999'], 'YYYY-MM-DD'],
    [['soon'], 'YYYY-MM-DD'],
  ])('%j are %s', (cells, format) => {
    expect(datesOf(...cells)).toEqual({ format, ambiguous: [] });
  });

  it.each<[cells: string[]]>([
    [['03/04/2024']],
    [['03/04/2024', '12/12/2024', '']],
    [['03/04/2024', 'soon']],
    [['03/04/2024', '31/12/2999']],
    [['31/01/2024', '01/31/2024']],
  ])('%j have to be asked about (X16)', (cells) => {
    expect(datesOf(...cells).ambiguous).toEqual(['Activated']);
  });
});

test('dates of which some are the one and some the other are mixed', () => {
  expect(guess([['Activated'], ['31/01/2024'], ['01/31/2024']]).mixedDates).toEqual(['Activated']);
  expect(guess([['Activated'], ['03/04/2024']]).mixedDates).toEqual([]);
});

describe('words and separators', () => {
  it.each<[cells: string[], yes: string, no: string]>([
    [['TRUE', 'false', ''], 'TRUE', 'FALSE'],
    [['yes', 'No'], 'YES', 'NO'],
    [['1', '0'], '1', '0'],
    [['Ja', 'Nein'], 'JA', 'NEIN'],
    [['ja', 'Nej'], 'JA', 'NEJ'],
    [['oui'], 'OUI', 'NON'],
    [['Sí', 'no'], 'SÍ', 'NO'],
    [['WAHR', 'FALSCH'], 'WAHR', 'FALSCH'],
    [['1', 'perhaps'], 'TRUE', 'FALSE'],
    [[], 'TRUE', 'FALSE'],
  ])('%j are told by %s and %s', (cells, yes, no) => {
    const found = guess([['Full Scope'], ...cells.map((cell) => [cell])]);
    expect(typeOf(found, 'Full Scope')).toEqual({ kind: 'boolean', yes: [yes], no: [no] });
  });

  it.each<[headings: string[], cell: string, separator: string]>([
    [['Email', 'First Name', 'Last Name', 'Roles'], 'Agent;Evaluator', ';'],
    [['Email', 'First Name', 'Last Name', 'Roles'], 'Agent|Evaluator', '|'],
    [['Email', 'First Name', 'Last Name', 'Roles'], 'Agent, senior', ';'],
    [['Email', 'First Name', 'Last Name', 'Roles'], 'A|B;C', ';'],
    [['Email', 'Account Name', 'Roles', 'Divisions'], 'Agent;Evaluator', '|'],
  ])('lists below %j such as %j are joined with %s', (headings, cell, separator) => {
    const found = guess([headings, headings.map((heading) => (heading === 'Roles' ? cell : ''))]);
    expect(typeOf(found, 'Roles')).toEqual({ kind: 'list', separator });
  });

  it.each<[what: string, headings: string[], cells: string[], separator: string]>([
    ['is joined as the other is', ['QM Views', 'Roles'], ['Own', 'A|B'], '|'],
    ['that is blank is joined as the other is', ['QM Views', 'Roles'], ['', 'A|B'], '|'],
    [
      'is joined as the shipped mapping has its lists',
      ['QM Views', 'Account Name', 'Email', 'Roles', 'Divisions'],
      [],
      '|',
    ],
    ['is joined as ever where the others are not alike', ['QM Views', 'Roles', 'Scope Teams'], ['', 'A|B', 'A;B'], ';'],
    ['is joined as ever where no other tells', ['QM Views', 'Roles'], ['Own', 'Agent'], ';'],
    ['in which something is parted stays as it is', ['QM Views', 'Roles'], ['A;B', 'A|B'], ';'],
  ])('a list in which nothing is parted %s', (_what, headings, cells, separator) => {
    const found = guess([headings, headings.map((_heading, place) => cells[place] ?? '')]);
    expect(typeOf(found, 'QM Views')).toEqual({ kind: 'list', separator });
  });
});
