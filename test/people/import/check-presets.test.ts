import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Mapping } from '../../../source/model/mapping.ts';
import { checkImport } from '../../../source/people/import/check-import.ts';
import { parseMapping } from '../../../source/people/import/parse-mapping.ts';
import { DATA_FOLDER } from './data-folder.ts';
import { changesOf, contextOf, fileOf, person, placesOf } from './given-import.ts';

async function readPreset(name: string): Promise<Mapping> {
  const file = path.join(DATA_FOLDER, 'presets', `${name}.json`);
  return parseMapping(await readFile(file, 'utf8'), file);
}

const HELD = person(19, {
  login: 'john',
  email: 'john@example.com',
  profile: { Team: 'North', Roles: ['Agent'], Divisions: ['Lindenhall'], Rank: '7' },
});
const CONTEXT = contextOf([HELD]);

describe('a file of Symbiant', () => {
  const HEADINGS = ['Account Name', 'Email', 'Active?', 'Roles', 'Divisions'];

  it('updates by its address, and leaves what it does not say', async () => {
    const file = fileOf(HEADINGS, [
      ['john', 'john@example.com', '', 'Agent|Supervisor', 'Lindenhall/Europe|Lindenhall/Asia'],
      ['new', 'new@example.com', 'FALSE', '', 'Lindenhall'],
    ]);
    const check = checkImport(file, await readPreset('symbiant'), CONTEXT);
    expect(check.problems).toEqual([]);
    expect(changesOf(check)).toEqual({
      2: {
        Roles: [['Agent'], ['Agent', 'Supervisor']],
        Divisions: [['Lindenhall'], ['Lindenhall/Europe', 'Lindenhall/Asia']],
      },
      3: {
        Email: [null, 'new@example.com'],
        Login: [null, 'new'],
        Divisions: [null, ['Lindenhall']],
        'Active?': [null, false],
      },
    });
    expect(check.seats).toMatchObject({ used: 1, after: 1 });
  });

  it('is refused where it breaks its rules, each with line and column', async () => {
    const file = fileOf(HEADINGS, [
      ['', 'a@example.com', '', '', ''],
      ['b', "o'b@example.com", '', '', ''],
      ['c', 'c@example.com', 'no', '', ''],
      ['d', 'd@example.com', '', 'Agent | Supervisor', ''],
      ['e', 'e@example.com', '', 'Agent;Supervisor', ''],
      ['f', 'f@example.com', '', '', 'Europe/UK'],
      ['g', 'g@example.com', '', '', 'Departments/Lindenhall/Europe'],
      ['john', 'JOHN@example.com', '', '', ''],
    ]);
    const check = checkImport(file, await readPreset('symbiant'), CONTEXT);
    expect(placesOf(check)).toEqual([
      [2, 'Account Name', '', 'required'],
      [3, 'Email', "o'b@example.com", 'bad-email'],
      [4, 'Active?', 'no', 'bad-boolean'],
      [5, 'Roles', 'Agent | Supervisor', 'bad-list'],
      [6, 'Roles', 'Agent;Supervisor', 'bad-list'],
      [7, 'Divisions', 'Europe/UK', 'unknown-division'],
      [8, 'Divisions', 'Departments/Lindenhall/Europe', 'unknown-division'],
      [9, 'Account Name', 'john', 'duplicate-login'],
    ]);
  });
});

describe('a file of Docebo', () => {
  it('updates by its address, whatever the letter case, and keeps what is not in it', async () => {
    const file = fileOf(
      ['Username', 'Email', 'Branches'],
      [['john', 'john@example.com', 'Lindenhall|Lindenhall/Asia']],
    );
    const check = checkImport(file, await readPreset('docebo'), CONTEXT);
    expect(changesOf(check)).toEqual({ 2: { Divisions: [['Lindenhall'], ['Lindenhall', 'Lindenhall/Asia']] } });
  });
});

describe('a file of Calabrio', () => {
  it('erases what it leaves out or blank, as its document says (B8)', async () => {
    const file = fileOf(
      ['Email', 'First Name', 'Last Name', 'User ID', 'Team'],
      [['john@example.com', 'First19', 'Last19', '19', '']],
    );
    const check = checkImport(file, await readPreset('calabrio'), CONTEXT);
    expect(changesOf(check)[2]).toEqual({
      Login: ['john', null],
      Rank: ['7', null],
      Roles: [['Agent'], null],
      Team: ['North', null],
    });
    expect(check.counts.erasedValues).toBe(4);
  });

  it('needs address and names', async () => {
    const file = fileOf(['Email', 'First Name', 'Last Name', 'User ID'], [['', ' ', '', '19']]);
    expect(placesOf(checkImport(file, await readPreset('calabrio'), CONTEXT))).toEqual([
      [2, 'Email', '', 'required'],
      [2, 'First Name', ' ', 'required'],
      [2, 'Last Name', '', 'required'],
    ]);
  });
});
