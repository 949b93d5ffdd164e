import { describe, expect, test } from 'vitest';
import type { User } from '../../source/model/user.ts';
import { editDistance } from '../../source/people/edit-distance.ts';
import { findDuplicates } from '../../source/people/find-duplicates.ts';
import { findNearWords } from '../../source/people/near-words.ts';
import { pickApart } from '../../source/people/write-duplicates-csv.ts';
import { fc } from '../helpers/fast-check.ts';

function user(id: number, firstName: string, lastName: string, but: Partial<User> = {}): User {
  return {
    ...{ id, firstName, lastName, login: `user${id}`, email: `user${id}@lindenhall.example`, active: true },
    ...{ access: 'user', profile: {}, mergedInto: null, ...but },
  };
}
const employee = (id: string) => ({ profile: { 'Employee ID': id } });

describe('two accounts that look like one person', () => {
  test.each<[string, User, User, string]>([
    [
      'the same e-mail address in another case',
      user(1, 'A', 'B', { email: 'Jo@x.example' }),
      user(2, 'C', 'D', { email: 'jo@X.example ' }),
      'the same e-mail address',
    ],
    [
      'the same employee ID',
      user(1, 'A', 'B', employee('LH7')),
      user(2, 'C', 'D', employee('lh7')),
      'the same employee ID LH7',
    ],
    ['the same name', user(1, 'Ann', 'Lee'), user(2, 'Ann', 'Lee'), 'the same name'],
    ['the same name', user(1, 'José', 'GARCÍA'), user(2, 'Jose', 'García'), 'the same name'],
    ['the same name', user(1, '小明', '王'), user(2, '小明', '王'), 'the same name'],
    ['first and last name swapped', user(1, 'Ann', 'Lee'), user(2, 'Lee', 'Ann'), 'first and last name swapped'],
    ['the same name', user(1, 'Mary  Ann', 'Lee Jr.'), user(2, 'Mary-Ann', 'Lee jr'), 'the same name'],
    ['the same name', user(1, 'Łukasz', 'Weiß'), user(2, 'Lukasz', 'WEISS'), 'the same name'],
    ['the same name', user(1, 'İbrahim', 'Işık'), user(2, 'ibrahim', 'ISIK'), 'the same name'],
    ['one letter more', user(1, 'Jenny', 'Andrew'), user(2, 'Jenny', 'Andrews'), 'names 1 letter apart'],
    ['two letters changed places', user(1, 'Jenny', 'Andrews'), user(2, 'Jenny', 'Adnrews'), 'names 1 letter apart'],
    [
      'a letter in each name',
      user(1, 'Katarina', 'Andersson'),
      user(2, 'Catarina', 'Anderson'),
      'names 2 letters apart',
    ],
  ])('%s', (_what, one, other, reason) => {
    expect(findDuplicates([one, other]).map(({ reasons }) => reasons)).toEqual([[reason]]);
  });

  test.each<[string, User[]]>([
    ['short names one letter apart', [user(1, 'Ann', 'Lee'), user(2, 'Ann', 'Lea')]],
    ['names two letters apart that are not long', [user(1, 'Jenny', 'Andrews'), user(2, 'Jenny', 'Anders')]],
    ['no name, no address', [user(1, '', '', { email: '' }), user(2, '', '', { email: '' })]],
    ['an address that many share', [1, 2, 3, 4, 5].map((id) => user(id, `A${id}`, 'B', { email: 'info@x.example' }))],
    ['a name that many have', [1, 2, 3, 4, 5].map((id) => user(id, 'Ann', 'Lee'))],
    ['somebody privileged', [user(1, 'Ann', 'Lee'), user(2, 'Ann', 'Lee', { access: 'superadmin' })]],
    ['somebody who is merged already', [user(1, 'Ann', 'Lee', { mergedInto: 9 }), user(2, 'Ann', 'Lee')]],
    ['father and son', [user(1, 'John', 'Smith Jr'), user(2, 'John', 'Smith Sr.')]],
    ['the second and the third', [user(1, 'William', 'Harrington II'), user(2, 'William', 'Harrington III')]],
    ['names with another number', [user(1, 'Reception', 'Desk 1'), user(2, 'Reception', 'Desk 2')]],
    ['no employee ID, said in words', [user(1, 'A', 'B', employee('N/A')), user(2, 'C', 'D', employee('n/a'))]],
    ['no employee ID, but zeros', [user(1, 'A', 'B', employee('000')), user(2, 'C', 'D', employee('000'))]],
    ['no address, said in words', [user(1, 'A', 'B', { email: 'none' }), user(2, 'C', 'D', { email: 'none' })]],
    [
      'a near name with another employee ID',
      [user(1, 'Daniel', 'Brown', employee('1')), user(2, 'Daniela', 'Brown', employee('2'))],
    ],
    [
      'a near name with another employee ID and two letters',
      [user(1, 'Katarina', 'Andersson', employee('1')), user(2, 'Catarina', 'Anderson', employee('2'))],
    ],
  ])('not so: %s', (_what, users) => {
    expect(findDuplicates(users)).toEqual([]);
  });
});

test('signs add up, another employee ID takes away, and the most certain pair comes first', () => {
  const users = [
    user(1, 'Ann', 'Lee', { email: 'ann@x.example' }),
    user(2, 'Ann', 'Lee', { email: 'ANN@x.example' }),
    user(3, 'Bob', 'Ray', employee('1')),
    user(4, 'Bob', 'Ray', employee('2')),
    user(5, 'Eve', 'Fox'),
    user(6, 'Eve', 'Fox'),
  ];
  const found = findDuplicates(users);
  expect(found.map(({ source, target, score }) => [target.id, source.id, score])).toEqual([
    [1, 2, 99],
    [5, 6, 70],
    [3, 4, 42],
  ]);
  expect(found[0]?.reasons).toEqual(['the same e-mail address', 'the same name']);
  expect(found[2]?.reasons).toEqual(['the same name, but another employee ID']);
});

test.each<[string, Partial<User>, Partial<User>, (id: number) => number, number]>([
  ['who is inactive', { active: false, ...employee('1') }, {}, (id) => (id === 1 ? 9 : 0), 1],
  ['else who owns less', employee('1'), {}, (id) => (id === 1 ? 1 : 5), 1],
  ['else of whom less is known', {}, employee('1'), () => 3, 1],
  ['else the younger account', {}, {}, () => 0, 2],
])('merged into the other is %s', (_what, one, other, ownedBy, source) => {
  const [found] = findDuplicates([user(1, 'Ann', 'Lee', one), user(2, 'Ann', 'Lee', other)], ownedBy);
  expect(found?.source.id).toBe(source);
});

test('of pairs that share somebody, the more certain one is kept', () => {
  const users = [
    user(1, 'Ann', 'Lee', { email: 'a@x' }),
    user(2, 'Ann', 'Lee', { email: 'A@x' }),
    user(3, 'Ann', 'Lee'),
  ];
  const found = findDuplicates(users);
  expect(found).toHaveLength(3);
  expect(pickApart(found).map(({ source, target }) => [source.id, target.id])).toEqual([[2, 1]]);
});

/** The plainest way to reckon it, by its definition. */
function slowDistance(left: string, right: string): number {
  if (left === '' || right === '') return left.length + right.length;
  const [a, b] = [left.slice(1), right.slice(1)];
  const isSame = left[0] === right[0];
  const least = Math.min(slowDistance(a, right) + 1, slowDistance(left, b) + 1, slowDistance(a, b) + Number(!isSame));
  const isSwapped = left.length > 1 && right.length > 1 && left[0] === right[1] && left[1] === right[0];
  return isSwapped ? Math.min(least, slowDistance(left.slice(2), right.slice(2)) + 1) : least;
}

test('the distance of two words is that of its definition', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 5 });
  fc.assert(fc.property(word, word, (left, right) => editDistance(left, right) === slowDistance(left, right)));
});

test('near words are those, and all of those, that comparing each with each finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 3, maxLength: 10 });
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 12 }), (words) => {
      const near = findNearWords(words);
      for (const [one, left] of words.entries()) {
        for (const [other, right] of words.entries()) {
          const least = Math.min(left.length, right.length);
          const distance = editDistance(left, right);
          const isNear = one !== other && least >= 4 && distance <= (least >= 8 ? 2 : 1);
          expect(near.get(one)?.get(other), `${left} ${right}`).toBe(isNear ? distance : undefined);
        }
      }
    }),
    { numRuns: 300 },
  );
});
