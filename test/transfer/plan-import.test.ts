import { describe, expect, it } from 'vitest';
import { NOBODY } from '../../source/model/plan.ts';
import { parsePlan } from '../../source/transfer/parse-plan.ts';
import { planImport } from '../../source/transfer/plan-import.ts';
import { STANDARD } from '../merge/given.ts';
import { checkRows, contextOf, person } from '../people/import/given-import.ts';

const USERS = [person(19), person(20), person(21, { active: false }), person(22)];
const FIELDS = ['User ID', 'Email', 'Team', 'Active?'] as const;

function planOf(rows: string[][], users = USERS) {
  return planImport({
    id: 'plan',
    store: 'store',
    check: checkRows(FIELDS, rows, contextOf(users), { blanks: 'erase' }),
    users: new Map(users.map((user) => [user.id, user])),
    operator: 'admin',
    createdAt: new Date('2026-03-02T09:15:00Z'),
    catalogue: STANDARD,
    allOrNothing: false,
    file: 'people.csv',
  });
}

const emailOf = (id: number) => `person${id}@example.com`;
const orderOf = (plan: ReturnType<typeof planOf>) => plan.pairs.map(({ line }) => line);

describe('the plan of an import', () => {
  it('has the rows that change or create somebody, who stands on both sides, and can be read again', () => {
    const plan = planOf([
      ['19', emailOf(19), '', ''],
      ['20', emailOf(20), 'North', ''],
      ['0', 'new@example.com', 'South', ''],
      ['22', 'nobody', 'South', ''],
      ['', '', '', ''],
    ]);
    expect(plan.pairs.map(({ line, source, row }) => [line, source.id, row])).toEqual([
      [2, 19, { kind: 'update', erased: 1 }],
      [4, 23, { kind: 'create', erased: 0 }],
    ]);
    for (const { source, target } of plan.pairs) expect(target).toEqual(source);
    expect(plan.pairs[1]?.source.fingerprint).toBe(NOBODY);
    expect(plan.rows).toEqual({
      create: 1,
      update: 1,
      unchanged: 1,
      skipped: 1,
      problems: 1,
      reactivated: 0,
      deactivated: 0,
      erasedValues: 1,
    });
    expect(plan).toMatchObject({ operation: 'import', confirm: 'IMPORT 2 ERASE 1', import: { file: 'people.csv' } });
    expect(plan.problems.map(({ line }) => line)).toEqual([5]);
    expect(parsePlan(JSON.stringify(plan), 'plan.json')).toEqual(plan);
  });

  it('asks to type how many are deactivated', () => {
    expect(planOf([['19', emailOf(19), 'North', 'FALSE']]).confirm).toBe('IMPORT 1 DEACTIVATE 1');
  });

  it('is of nothing where nothing changes', () => {
    expect(planOf([['19', emailOf(19), 'North', '']]).pairs).toEqual([]);
  });
});

describe('the order of rows', () => {
  it.each<[string, string[][], number[]]>([
    [
      'is that of the file',
      [
        ['19', emailOf(19), 'South', ''],
        ['20', emailOf(20), 'South', ''],
      ],
      [2, 3],
    ],
    [
      'has those first who free a seat',
      [
        ['21', emailOf(21), 'North', 'TRUE'],
        ['20', emailOf(20), 'North', 'FALSE'],
      ],
      [3, 2],
    ],
    [
      'has whoever gives up an address before whoever gets it, down the line',
      [
        ['0', emailOf(19), 'North', ''],
        ['19', emailOf(20), 'North', ''],
        ['20', 'other@example.com', 'North', ''],
      ],
      [4, 3, 2],
    ],
    [
      'lets nobody wait for ever who swaps with another',
      [
        ['19', emailOf(20), 'North', ''],
        ['20', emailOf(19), 'North', ''],
      ],
      [3, 2],
    ],
    [
      'has whoever waits behind a swap after it',
      [
        ['0', emailOf(22), 'North', ''],
        ['19', emailOf(20), 'North', ''],
        ['20', emailOf(19), 'North', ''],
        ['22', 'other@example.com', 'North', 'FALSE'],
      ],
      [5, 2, 4, 3],
    ],
  ])('%s', (_what, rows, lines) => {
    expect(orderOf(planOf(rows))).toEqual(lines);
  });

  it('of twenty thousand who each get the address of the next is found', () => {
    const users = Array.from({ length: 20_000 }, (_, index) => person(index + 1));
    const rows = users.map(({ id }) => [
      String(id),
      id === users.length ? 'last@example.com' : emailOf(id + 1),
      'North',
      '',
    ]);
    const order = orderOf(planOf(rows, users));
    expect(order.slice(0, 3)).toEqual([20_001, 20_000, 19_999]);
    expect(order).toHaveLength(users.length);
  });
});
