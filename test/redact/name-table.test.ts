import { expect, test } from 'vitest';
import { nameAndId } from '../../source/model/user.ts';
import { learnPerson } from '../../source/redact/known-names.ts';
import { NameTable } from '../../source/redact/name-table.ts';
import { standInOf } from '../../source/redact/stand-in.ts';
import { fc } from '../helpers/fast-check.ts';
import { leakIn, MARK } from './given-marked.ts';

const shown = (id: number): string => `${standInOf(id).firstName} ${standInOf(id).lastName}`;

interface Someone {
  id: number;
  firstName: string;
  lastName: string;
  login: string;
  email: string;
  profile?: Record<string, string>;
}

function tableOf(...people: Someone[]) {
  const table = new NameTable();
  for (const { id, ...person } of people) learnPerson(table, id, person);
  return table;
}

const JOHN = { id: 19, firstName: 'John', lastName: 'Smith', login: 'john.smith', email: 'j.smith@lindenhall.example' };
const OTHER = { id: 45, firstName: 'John', lastName: 'Smith', login: 'jsmith', email: 'smith@lindenhall.example' };
const WILL = { id: 7, firstName: 'Will', lastName: 'Stone', login: 'will', email: 'will@lindenhall.example' };
const TABLE = tableOf(JOHN, WILL);

test.each([
  ['John Smith (19) into somebody', 'First19 Last19 (19) into somebody'],
  ['JOHN SMITH’s data', 'First19 Last19’s data'],
  ['“john.smith”.', '“user19”.'],
  ['<j.smith@lindenhall.example>, again', '<person19@example.invalid>, again'],
  ['written to Smith, John', 'written to Last19, First19'],
  ['john.smithson is another, and so is xjohn.smith', 'john.smithson is another, and so is xjohn.smith'],
  ['stranger@elsewhere.example asked', 'somebody@example.invalid asked'],
  ['/home/john.smith/plan.json stays to be found', '/home/john.smith/plan.json stays to be found'],
  ['John asked, in a sentence of ours', 'John asked, in a sentence of ours'],
])('%s', (text, wanted) => {
  expect(TABLE.replace(text, shown)).toBe(wanted);
});

test('in what people wrote, first and last names by themselves are hidden, words that only look like one are not', () => {
  expect(TABLE.replaceAll('Will said: John is ill, he will stay', shown)).toBe(
    'user7 said: (name) is ill, he user7 stay',
  );
  expect(tableOf(JOHN).replaceAll('the smith and Smithson', shown)).toBe('the (name) and Smithson');
  const may = tableOf({ ...WILL, firstName: 'May', lastName: 'de Will', login: 'm7' });
  expect(may.replaceAll('May will come de jure; MAY or Will may', shown)).toBe(
    '(name) will come de jure; (name) or (name) may',
  );
});

const ADA = { id: 26, firstName: 'Ada', lastName: 'Dąbrowski', login: 'ada.d', email: 'ada@lindenhall.example' };
const MIN = { id: 5, firstName: '민수', lastName: 'O’Hara', login: 'min', email: 'min@lindenhall.example' };

test.each([
  ['ask john.smith/desk.1 first', 'ask user19/desk.1 first'],
  ['LH000019/x, x/LH000019', 'employee19/x, x/employee19'],
  ['JOHN or john, SMITH decides', '(name) or (name), (name) decides'],
  ['DĄBROWSKI, dąbrowski and dabrowski', '(name), (name) and (name)'],
  ['Dąbrowski’s, ADA DĄBROWSKI, Ądam'.normalize('NFD'), `(name)’s, First26 Last26, ${'Ądam'.normalize('NFD')}`],
  ['Ｊｏｈｎ Ｓｍｉｔｈ, ｓｍｉｔｈ', 'First19 Last19, (name)'],
  ["o'hara and O’HARA".normalize('NFD'), '(name) and (name)'],
  ['민수'.normalize('NFD'), '(name)'],
  ['j.smith＠lindenhall.example', 'person19@example.invalid'],
])('in what people wrote, however it is written: %s', (text, wanted) => {
  const table = tableOf({ ...JOHN, profile: { 'Employee ID': 'LH000019' } }, ADA, MIN);
  expect(table.replaceAll(text, shown)).toBe(wanted);
});

test('names in the store that are decomposed are found in any text', () => {
  const table = tableOf({ ...ADA, lastName: ADA.lastName.normalize('NFD') });
  expect(table.replace('Ada Dąbrowski (26) and DĄBROWSKI', shown)).toBe('First26 Last26 (26) and DĄBROWSKI');
  expect(table.replaceAll('DĄBROWSKI', shown)).toBe('(name)');
});

test('words of stand-ins stay, whatever people are called', () => {
  const table = tableOf(JOHN, { ...WILL, firstName: 'Name', lastName: 'Invalid', email: 'i@lindenhall.example' });
  expect(table.replaceAll('j.smith@lindenhall.example for smith', shown)).toBe('person19@example.invalid for (name)');
});

test('names that stand in scripts without spaces are found within them', () => {
  const table = tableOf({ ...JOHN, firstName: '太郎', lastName: '山田' }, { ...WILL, firstName: '太', lastName: '山' });
  expect(table.replaceAll('山田さんと太郎さん、太郎 山田様', shown)).toBe('(name)さんと(name)さん、First19 Last19様');
});

test('of two people of one name the ID behind it tells who is meant; without one it is nobody in particular', () => {
  const table = tableOf(JOHN, OTHER);
  expect(table.replace('John Smith (45), not John Smith (19)', shown)).toBe(
    'First45 Last45 (45), not First19 Last19 (19)',
  );
  expect(table.replace('ask John Smith', shown)).toBe('ask (name)');
});

test('whoever has one name only is hidden by it as it is written; a letter is somebody only before an ID', () => {
  const CHER = { id: 8, firstName: 'Cherilyn', lastName: ' ', login: 'cher', email: 'cher@lindenhall.example' };
  const table = tableOf(CHER, {
    ...CHER,
    id: 9,
    firstName: '',
    lastName: 'A',
    login: 'a1',
    email: 'a@lindenhall.example',
  });
  const nameOf = (id: number) => ({ 8: 'First8', 9: 'Last9' })[id] ?? '';
  expect(table.replace('Cherilyn (8): changed; Cherilyn stays.', nameOf)).toBe('First8 (8): changed; First8 stays.');
  expect(table.replace('A transfer of A (9)', nameOf)).toBe('A transfer of Last9 (9)');
  const twins = tableOf(CHER, { ...CHER, id: 10, login: 'cher2', email: 'cher2@lindenhall.example' });
  expect(twins.replace('Cherilyn (10), not Cherilyn', (id) => `First${id}`)).toBe('First10 (10), not (name)');
});

/** A name of one or two words with the mark in each, of letters that fold, join and accent in every way. */
const NAME = fc
  .array(
    fc.tuple(
      fc.string({ unit: fc.constantFrom(...'aéßİǅ’-.\u0301山_+'), maxLength: 4 }),
      fc.string({ unit: fc.constantFrom(...'bÖ’-.7ı'), maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 2 },
  )
  .map((words) => words.map(([before, after]) => `${before}${MARK}${after}`).join(' '));

test('no name of anybody is left in a sentence that names people in any of the ways in which ours do', () => {
  const person = fc.record({
    firstName: NAME,
    lastName: NAME,
    login: NAME.map((name) => name.replace(' ', '')),
    email: NAME.map((name) => `${name.replace(' ', '')}@${MARK}.example`),
  });
  fc.assert(
    fc.property(person, person, (one, other) => {
      const people = [
        { ...one, id: 1 },
        { ...other, id: 2 },
      ];
      const table = tableOf(...people);
      for (const each of people) {
        const text = `FROM ${nameAndId(each)} INTO ${each.firstName} ${each.lastName}, “${each.login}” <${each.email}>: ${each.login}`;
        expect(leakIn(table.replace(text, shown))).toBeNull();
        expect(leakIn(table.replaceAll(`${text} ${each.lastName} ${each.firstName}`, shown))).toBeNull();
      }
    }),
    { numRuns: 300 },
  );
});
