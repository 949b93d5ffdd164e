import { expect, test } from 'vitest';
import { listPeople } from '../../source/store/lowdb/list-people.ts';
import { givenPerson } from '../merge/given.ts';

test('everybody is listed by id, whoever came last into the store', () => {
  const idsOf = (...ids: number[]) => listPeople(new Map(ids.map((id) => [id, givenPerson(id)]))).map(({ id }) => id);
  expect(idsOf(1, 2, 3)).toEqual([1, 2, 3]);
  expect(idsOf(1, 12, 3, 2)).toEqual([1, 2, 3, 12]);
  expect(idsOf()).toEqual([]);
});
