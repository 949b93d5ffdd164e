import { describe, expect, it } from 'vitest';
import type { User } from '../../source/model/user.ts';
import { foldText } from '../../source/people/fold-text.ts';
import { makePeopleSearch } from '../../source/people/search-people.ts';
import { fc } from '../helpers/fast-check.ts';

function user(id: number, firstName: string, lastName: string, more: Partial<User> = {}): User {
  const login = foldText(`${firstName}.${lastName}`).replaceAll(' ', '');
  const rest = { active: true, access: 'user', profile: {}, mergedInto: null } as const;
  return { id, login, email: `${login}@contact.example`, firstName, lastName, ...rest, ...more };
}

const PEOPLE = [
  user(190, 'Nineteen', 'Hundred'),
  user(19, 'John', 'Smith'),
  user(20, 'James', 'Anderson'),
  user(21, 'Jenny', 'Andrews', { login: 'jandrews', email: 'jenny@elsewhere.example' }),
  user(22, 'Sam', 'Rodgers', { active: false }),
  user(23, 'José', 'Sørensen'),
  user(24, '太郎', '山田', { login: 'ytaro' }),
  user(25, 'משה', 'כהן', { login: 'moshe' }),
  user(26, 'Олег', 'Петров', { login: 'opetrov' }),
  user(27, 'Sean', "O'Neil"),
  user(28, 'Anna', 'Johnson'),
];

function idsFor(query: string, showInactive = true): number[] {
  const found = makePeopleSearch(PEOPLE).search(query, { showInactive });
  return Array.from(found, (index) => PEOPLE[index]?.id ?? -1);
}

describe('people search', () => {
  it('finds everybody in order for an empty query, inactive ones only when asked', () => {
    expect(idsFor('  ')).toEqual(PEOPLE.map(({ id }) => id));
    expect(idsFor('', false)).toEqual(PEOPLE.filter(({ active }) => active).map(({ id }) => id));
    expect(idsFor('rodgers', false)).toEqual([]);
    expect(idsFor('rodgers')).toEqual([22]);
  });

  it('puts the exact id before ids and addresses that merely begin with it', () => {
    expect(idsFor('19').slice(0, 2)).toEqual([19, 190]);
  });

  it.each([
    ['login', 'jandrews', 21],
    ['e-mail', 'jenny@elsewhere.example', 21],
    ['part of an e-mail across the at sign', 'smith@cont', 19],
    ['first and last name', 'john smith', 19],
    ['last and first name', 'Smith, John', 19],
    ['capitals', 'JENNY ANDREWS', 21],
    ['plain letters for accents', 'jose sorensen', 23],
    ['accents as written', 'José Sørensen', 23],
    ['letters out of their composed form', 'Jose\u0301', 23],
    ['full-width letters', 'ｊｅｎｎｙ', 21],
    ['Chinese characters', '太郎', 24],
    ['Japanese name written together', '山田太郎', 24],
    ['Hebrew', 'כהן', 25],
    ['Cyrillic capitals', 'ПЕТРОВ', 26],
    ['no apostrophe', 'oneil', 27],
    ['another apostrophe', 'o’neil', 27],
  ])('finds a person by %s', (_what, query, id) => {
    expect(idsFor(query)[0]).toBe(id);
  });

  it.each([
    ['two letters swapped', 'adnerson', 20],
    ['one letter wrong', 'andrevs', 21],
    ['one letter missing', 'rodgrs', 22],
    ['one letter too many', 'sorrensen', 23],
    ['a wrong letter in each name', 'jemes andarson', 20],
    ['a wrong letter in Cyrillic', 'петрав', 26],
  ])('forgives %s', (_what, query, id) => {
    expect(idsFor(query)).toContain(id);
  });

  it('never guesses at a number', () => {
    expect(idsFor('1990')).toEqual([]);
    expect(idsFor('29')).toEqual([]);
  });

  it('puts the beginning of a word before its inside, and a guess last', () => {
    const people = [user(1, 'Marjohn', 'Abel'), user(2, 'Jhon', 'Baker'), user(3, 'John', 'Clark')];
    const found = makePeopleSearch(people).search('john', { showInactive: true });
    expect(Array.from(found)).toEqual([2, 0, 1]);
  });

  it('finds nobody rather than somebody for what nobody has', () => {
    expect(idsFor('qqqqq')).toEqual([]);
    expect(idsFor('.*')).toEqual([]);
    expect(idsFor('[')).toEqual([]);
  });

  it('answers the same whatever was typed before', () => {
    const text = fc.constantFrom(
      'j',
      'jo',
      'joh',
      'john s',
      'sm',
      '1',
      '19',
      'contact',
      'and',
      'andr',
      'adnr',
      '@c',
      '',
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 8 }), fc.boolean(), (queries, showInactive) => {
        const one = makePeopleSearch(PEOPLE);
        for (const query of queries) {
          const fresh = makePeopleSearch(PEOPLE).search(query, { showInactive });
          expect(Array.from(one.search(query, { showInactive }))).toEqual(Array.from(fresh));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('guesses no word of more than 32 letters, which no name has, and still finds it as it is written', () => {
    const letters = 'abcdefghijklmnopqrstuvwxyzabcdef';
    const people = [user(1, letters, 'Short'), user(2, `${letters}g`, 'Long')];
    const search = (query: string) =>
      Array.from(makePeopleSearch(people).search(query, { showInactive: true }), (index) => people[index]?.id);
    expect(search(letters.replace('h', 'x'))).toContain(1);
    expect(search(`${letters}g`)).toEqual([2]);
    expect(search(`${letters}g`.replace('h', 'x'))).toEqual([]);
    expect(search('ab'.repeat(50_000))).toEqual([]);
  });

  it('finds exactly those who hold every term somewhere, when guesses are left out', () => {
    const term = fc.stringMatching(/^[a-d]{1,3}$/);
    const name = fc.stringMatching(/^[a-d]{1,6}$/);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(name, name), { maxLength: 20 }),
        fc.array(term, { minLength: 1, maxLength: 3 }),
        (names, terms) => {
          const people = names.map(([first, last], index) =>
            user(index + 1, first, last, { login: 'x', email: `x${index}@y.z` }),
          );
          const wanted = people
            .filter(({ firstName, lastName }) =>
              terms.every((each) =>
                [`${firstName} ${lastName}`, `${lastName}${firstName}`].some((text) => text.includes(each)),
              ),
            )
            .map(({ id }) => id);
          const found = makePeopleSearch(people).search(terms.join(' '), { showInactive: true });
          expect(Array.from(found, (index) => index + 1).sort((left, right) => left - right)).toEqual(wanted);
        },
      ),
    );
  });
});
