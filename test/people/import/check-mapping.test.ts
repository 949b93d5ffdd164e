import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import type { MappedColumn, Mapping } from '../../../source/model/mapping.ts';
import { checkMapping } from '../../../source/people/import/check-mapping.ts';
import { findMapping, nameMappings } from '../../../source/people/import/find-mapping.ts';
import { parseMapping } from '../../../source/people/import/parse-mapping.ts';

const PRESET = await readFile(new URL('../../../data/presets/calabrio.json', import.meta.url), 'utf8');
const CALABRIO = parseMapping(PRESET, 'calabrio.json');

const EMAIL: MappedColumn = { heading: 'Mail', field: 'Email', type: { kind: 'text' } };
const FIRST: MappedColumn = { heading: 'First Name', field: 'First Name', type: { kind: 'text' } };
const LAST: MappedColumn = { heading: 'Last Name', field: 'Last Name', type: { kind: 'text' } };
const TEAM: MappedColumn = { heading: 'Crew', field: 'Team', type: { kind: 'text' } };
const HEADINGS = ['Mail', 'First Name', 'Last Name'];

const mapped = (...columns: MappedColumn[]): Mapping => ({
  ...CALABRIO,
  name: 'Mine',
  columns: [EMAIL, FIRST, LAST, ...columns],
  missing: 'keep',
});

describe('a mapping and a file', () => {
  it('that agree have nothing to tell', () => {
    expect(checkMapping(mapped(TEAM), [...HEADINGS, 'Crew'])).toEqual({ problems: [], warnings: [] });
  });

  it('whoever a row is about may be told by From User ID', () => {
    const byId = mapped({ heading: 'From User ID', field: 'User ID', type: { kind: 'number' } });
    expect(checkMapping(byId, ['From User ID', ...HEADINGS]).problems).toEqual([]);
  });

  it.each<[name: string, mapping: Mapping, headings: string[], code: string, column: string, message: RegExp]>([
    [
      'a heading mapped twice',
      mapped({ ...TEAM, heading: 'Mail' }),
      HEADINGS,
      'bad-mapping',
      'Mail',
      /“Mail” is mapped to Email and Team/,
    ],
    [
      'a field twice',
      mapped(TEAM, { ...TEAM, heading: 'Squad' }),
      [...HEADINGS, 'Crew', 'Squad'],
      'bad-mapping',
      'Team',
      /“Crew” and “Squad” are all mapped to Team/,
    ],
    [
      'a required field without a column',
      { ...mapped(), columns: [EMAIL, FIRST] },
      HEADINGS.slice(0, 2),
      'bad-mapping',
      'Last Name',
      /No column is mapped to Last Name, which “Mine” requires/,
    ],
    [
      'a kind that the field does not hold',
      mapped({ ...TEAM, field: 'Roles' }),
      [...HEADINGS, 'Crew'],
      'bad-mapping',
      'Crew',
      /“Crew” is mapped to Roles, which is no text/,
    ],
    [
      'a word for yes and for no',
      mapped({ heading: 'On', field: 'Active?', type: { kind: 'boolean', yes: ['Y', ' on'], no: ['N', 'ON'] } }),
      [...HEADINGS, 'On'],
      'bad-mapping',
      'On',
      /the word “ on” means yes and no/,
    ],
    [
      'a blank word for no',
      mapped({ heading: 'On', field: 'Active?', type: { kind: 'boolean', yes: ['Y'], no: ['N', ' '] } }),
      [...HEADINGS, 'On'],
      'bad-mapping',
      'On',
      /a word for yes or no is blank/,
    ],
    [
      'a column of transfers',
      mapped({ heading: 'From User ID', field: 'Rank', type: { kind: 'text' } }),
      ['From User ID', 'To User ID', ...HEADINGS],
      'bad-mapping',
      'From User ID',
      /“From User ID” is mapped to Rank; it is one of the two that say who goes into whom/,
    ],
    [
      'a column of transfers as a saved mapping would find it',
      mapped({ heading: 'to UserID', field: 'User ID', type: { kind: 'number' } }),
      ['From User ID', 'to UserID', ...HEADINGS],
      'bad-mapping',
      'to UserID',
      /“to UserID” is mapped to User ID/,
    ],
    [
      'a column without a heading',
      mapped({ heading: '', field: 'Team', type: { kind: 'text' } }),
      [...HEADINGS, ''],
      'bad-mapping',
      'Team',
      /A column without a heading is mapped to Team/,
    ],
    [
      'a required heading that is gone',
      mapped(),
      ['First Name', 'Last Name', 'Shoes'],
      'missing-heading',
      'Mail',
      /no column “Mail”, which is mapped to Email and required/,
    ],
    [
      'a heading that is there under another name',
      mapped(TEAM),
      [...HEADINGS, 'Team'],
      'missing-heading',
      'Crew',
      /no column “Crew”.*it has “Team”, which is mapped to nothing/,
    ],
    [
      'a heading that the file has twice',
      mapped(TEAM),
      [...HEADINGS, 'Crew', 'Crew'],
      'duplicate-heading',
      'Crew',
      /2 columns are headed “Crew”/,
    ],
  ])('%s', (_name, mapping, headings, code, column, message) => {
    const { problems } = checkMapping(mapping, headings);
    expect(problems).toMatchObject([{ code, column, line: null, message: expect.stringMatching(message) }]);
    expect(problems[0]?.cure).not.toBe('');
  });

  it('warns once of headings that are gone, and of what that does', () => {
    const { problems, warnings } = checkMapping({ ...mapped(TEAM), missing: 'erase' }, HEADINGS);
    expect(problems).toEqual([]);
    expect(warnings).toMatchObject([{ code: 'heading-gone', message: expect.stringMatching(/lose .* Crew/) }]);
    const smallest = checkMapping(CALABRIO, ['Email', 'First Name', 'Last Name']);
    expect(smallest.problems).toEqual([]);
    // Of the 29 of B13 the three are there, and nobody loses the user ID: rows are told by their address (X18).
    expect(smallest.warnings).toMatchObject([
      { column: 'User ID', code: 'heading-gone', message: expect.stringMatching(/a changed address is somebody new/) },
      { column: null, code: 'heading-gone', message: expect.stringContaining('25 columns') },
    ]);
  });

  it('warns of each column that is left out, but for our own', () => {
    const headings = ['From User ID', 'To User ID', ...HEADINGS, 'Shoes', '', 'Line', 'Problem'];
    expect(checkMapping(mapped(), headings)).toMatchObject({
      problems: [],
      warnings: [{ code: 'column-left-out', column: 'Shoes' }],
    });
  });
});

describe('many columns that are left out', () => {
  it('are one warning', () => {
    const { warnings } = checkMapping(mapped(), [...HEADINGS, ...'abcdef'.split('')]);
    expect(warnings).toMatchObject([
      {
        code: 'column-left-out',
        column: null,
        message: '6 columns are mapped to nothing and left out: a, b, c, d, e, f.',
      },
    ]);
  });
});

describe('reading a mapping', () => {
  const altered = (path: readonly (string | number)[], value: unknown): string => {
    const whole: unknown = JSON.parse(PRESET);
    let place = whole as Record<string | number, unknown>;
    for (const part of path.slice(0, -1)) place = place[part] as Record<string | number, unknown>;
    place[path.at(-1) ?? ''] = value;
    return JSON.stringify(whole);
  };
  it.each<[text: string, message: RegExp]>([
    ['{', /mine\.json is wrong: line 1 is not JSON/],
    ['null', /its root must be an object/],
    [altered(['version'], 2), /version must be one of: 1/],
    [altered(['name'], ''), /name must not be empty/],
    [altered(['columns', 0, 'field'], 'Shoes'), /columns\[0\]\.field must be one of: ACD ID/],
    [altered(['columns', 2, 'type', 'format'], 'DD.MM.YYYY'), /columns\[2\]\.type\.format must be one of: DD\/MM/],
    [altered(['columns', 10, 'type', 'yes'], []), /columns\[10\]\.type\.yes must not be empty/],
    [altered(['blanks'], 'drop'), /blanks must be one of: erase, keep/],
    [altered(['rules', 'extra'], 1), /rules has a key that means nothing here: extra/],
  ])('%.20s… is refused with the path', (text, message) => {
    expect(() => parseMapping(text, 'mine.json')).toThrow(message);
    expect(() => parseMapping(text, 'mine.json')).toThrow(expect.objectContaining({ code: 'broken-mapping' }));
  });

  it('takes text and values, a byte order mark before the text too', () => {
    expect(parseMapping(`\ufeff${PRESET}`, 'calabrio.json')).toEqual(CALABRIO);
    expect(parseMapping(CALABRIO, 'calabrio.json')).toEqual(CALABRIO);
  });
});

describe('names', () => {
  const all = nameMappings([CALABRIO], [mapped(), { ...mapped(), name: 'Also mine' }]);

  it('stand in order, presets first', () => {
    expect(all.map(({ mapping, isPreset }) => [mapping.name, isPreset])).toEqual([
      ['Calabrio', true],
      ['Also mine', false],
      ['Mine', false],
    ]);
  });

  it('are found exactly, those of presets in any letter case', () => {
    expect(findMapping('Mine', all).mapping.name).toBe('Mine');
    expect(findMapping('calabrio', all).isPreset).toBe(true);
    expect(() => findMapping('mine', all)).toThrow(expect.objectContaining({ hint: 'Did you mean “Mine”?' }));
    expect(() => findMapping('x', all)).toThrow(expect.objectContaining({ code: 'unknown-mapping' }));
  });
});
