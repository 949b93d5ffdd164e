import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { mergePair } from '../../../source/merge/merge-pair.ts';
import { PEOPLE_COLUMNS } from '../../../source/model/import-field.ts';
import { PERMISSIONS } from '../../../source/model/operator.ts';
import { fullName, type Person } from '../../../source/model/user.ts';
import { demoText } from '../../../source/people/demo/demo-text.ts';
import { makeDemo } from '../../../source/people/demo/make-demo.ts';
import { countsOf, STANDARD } from '../../merge/given.ts';

const demo = makeDemo({ users: 240, seed: 1 });

function person(id: number): Person {
  const found = demo.people.find((each) => each.id === id);
  if (found === undefined) throw new Error(`The demonstration has nobody with the id ${id}`);
  return found;
}

function countsBetween(source: number, target: number, operation: 'transfer' | 'merge', type: string) {
  const carried = new Set(STANDARD.types.map(({ id }) => id));
  const merge = mergePair({ source: person(source), target: person(target), catalogue: STANDARD, operation, carried });
  return countsOf(merge.changes[type] ?? {});
}

test('the shipped store is what the generator makes; else run `npm run demo:data`', () => {
  const shipped = readFileSync(new URL('../../../data/demo/store.json', import.meta.url), 'utf8');
  expect(demoText(demo) === shipped).toBe(true);
  expect(JSON.parse(shipped)).toEqual(demo);
});

test('the same seed gives the same store, another seed another one', () => {
  expect(makeDemo({ users: 60, seed: 7 })).toEqual(makeDemo({ users: 60, seed: 7 }));
  expect(makeDemo({ users: 60, seed: 8 }).people).not.toEqual(makeDemo({ users: 60, seed: 7 }).people);
});

test.each([1, 2, 20, 30, 3000])('%d people have the ids 1 to that, and logins and records of their own', (users) => {
  const { people } = makeDemo({ users, seed: 3 });
  const records = people.flatMap((each) => Object.values(each.records).flat());
  expect(people.map(({ id }) => id)).toEqual(Array.from({ length: users }, (_, index) => index + 1));
  expect(new Set(people.map(({ login }) => login)).size).toBe(users);
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
});

describe('the people', () => {
  test.each([
    [19, 'John Smith', false],
    [20, 'James Anderson', false],
    [21, 'Jenny Andrews', true],
    [22, 'Sam Rodgers', true],
    [23, 'Agent 1', true],
    [24, 'Agent 2', true],
  ])('%d is %s', (id, name, active) => {
    expect(fullName(person(id))).toBe(name);
    expect(person(id)).toMatchObject({ active, access: 'user' });
  });

  test('one tenant administrator, one superadmin, several power users, some inactive', () => {
    const access = Object.groupBy(demo.people, (each) => each.access);
    expect(access['tenant-administrator']).toHaveLength(1);
    expect(access.superadmin).toHaveLength(1);
    expect(access['power-user']?.length).toBeGreaterThan(2);
    expect(demo.people.filter(({ active }) => !active).length).toBeGreaterThan(20);
  });

  test('names with accents, an apostrophe, other scripts, right to left, and a very long one', () => {
    const names = demo.people.map(fullName).join('\n');
    for (const kind of [/[éøąö]/, /'/, /\p{Script=Han}/u, /\p{Script=Arabic}/u, /^.{70,}$/m])
      expect(names).toMatch(kind);
  });

  test('addresses are of a reserved domain and plain enough for any mail system', () => {
    for (const { email } of demo.people) expect(email).toMatch(/^[a-z0-9.-]+@lindenhall\.example$/);
  });

  test('profiles hold columns of the import file only; everybody has a team and a group', () => {
    const columns = new Set<string>(PEOPLE_COLUMNS);
    for (const { profile } of demo.people) {
      expect(Object.keys(profile).filter((column) => !columns.has(column))).toEqual([]);
      expect(demo.teams).toContain(profile.Team);
      expect(demo.groups).toContain(profile['Member Group']);
    }
  });
});

test('operators with different rights; a guest works as the one who may do everything', () => {
  const operator = (login: string) => demo.operators.find((each) => each.login === login);
  expect(operator('admin')).toMatchObject({ permissions: PERMISSIONS, view: null });
  expect(operator('team-lead')?.permissions).toContain('transfer-user-data');
  expect(demo.views.map(({ name }) => name)).toContain(operator('team-lead')?.view);
  expect(operator('auditor')?.permissions).toEqual(['users-view']);
  expect(demo.settings.guest).toBe('admin');
  expect(demo.views.length).toBeGreaterThanOrEqual(3);
});

describe('the records', () => {
  const held = new Set(demo.people.flatMap(({ records }) => Object.keys(records)));

  test('of every type of the catalogue, and of one that it does not name', () => {
    expect([...held].toSorted()).toEqual([...STANDARD.types.map(({ id }) => id), 'desk-bookings'].toSorted());
  });

  test('John and Jenny both own some of every type', () => {
    for (const { id } of STANDARD.types) {
      expect(person(19).records[id], id).not.toHaveLength(0);
      expect(person(21).records[id], id).not.toHaveLength(0);
    }
  });

  test.each([
    ['transfer', 'evaluation-comments', ['combined', 'deduplicated', 'kept']],
    ['transfer', 'agent-schedules', ['combined', 'replaced']],
    ['merge', 'course-enrolments', ['combined', 'deduplicated', 'kept', 'replaced', 'skipped']],
    ['merge', 'course-certifications', ['derived', 'kept', 'skipped']],
    ['merge', 'external-certifications', ['combined', 'deduplicated', 'kept', 'replaced']],
    ['merge', 'points', ['kept', 'summed']],
    ['merge', 'licences', ['combined', 'deduplicated', 'kept', 'skipped']],
    ['merge', 'contacts', ['deduplicated', 'kept', 'skipped']],
    ['merge', 'learning-plan-enrolments', ['kept', 'skipped']],
  ] as const)('a %s of John into Jenny shows what becomes of %s', (operation, type, expected) => {
    expect(Object.keys(countsBetween(19, 21, operation, type)).toSorted()).toEqual(expected);
  });

  test('counts are right to begin with', () => {
    for (const { records } of demo.people) {
      const completed = records['course-enrolments']?.filter(({ status }) => status === 'completed').length;
      const counted = records['learning-statistics']?.[0]?.coursesCompleted;
      if (counted !== undefined) expect(counted).toBe(completed);
      const evaluations = records['evaluation-statistics']?.[0]?.evaluations;
      if (evaluations !== undefined) expect(evaluations).toBe(records['evaluations-as-evaluator']?.length);
    }
  });
});

test('a person takes about a kilobyte, and the shipped store less than half a megabyte', () => {
  const big = makeDemo({ users: 5000, seed: 2 });
  expect(demoText(big).length / 5000).toBeGreaterThan(1000);
  expect(demoText(big).length / 5000).toBeLessThan(1300);
  expect(Buffer.byteLength(demoText(demo))).toBeLessThan(500_000);
});
