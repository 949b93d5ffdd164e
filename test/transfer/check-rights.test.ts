import { expect, test } from 'vitest';
import type { FieldChange } from '../../source/model/change.ts';
import type { Permission } from '../../source/model/operator.ts';
import type { Plan } from '../../source/model/plan.ts';
import type { Person } from '../../source/model/user.ts';
import { checkRights } from '../../source/transfer/check-rights.ts';
import { givenPerson } from '../merge/given.ts';
import { pairsOf, planOn } from './given-plan.ts';

const NAMED = { login: 'erin', name: 'Erin Editor', view: null, divisions: [] };
const operator = (...permissions: Permission[]) => ({ ...NAMED, permissions });
const MAY_ALL = operator('assign-user-roles', 'edit-qm-views');

/** A plan that merges 19 into 21, by which the target gets the rights of both in `fields`. */
function planOf(...fields: string[]): Plan {
  const rights = (id: number, of: string): Person => ({
    ...givenPerson(id),
    profile: { Roles: [`Role ${of}`], 'QM Views': [`View ${of}`] },
  });
  const taken = Object.fromEntries(fields.map((field) => [field, 'both' as const]));
  const choices = { policy: 'source' as const, every: { fields: taken, courses: {} }, byPair: {} };
  const people = [rights(19, 'of source'), rights(21, 'of target')];
  return planOn({ id: 'store', people }, pairsOf([19, 21]), { operation: 'merge', choices });
}

/** The plan with other words for each field in which somebody gains rights. */
function withFields(plan: Plan, change: (field: FieldChange) => FieldChange): Plan {
  return { ...plan, pairs: plan.pairs.map((pair) => ({ ...pair, fields: pair.fields.map(change) })) };
}

test('rights are gained by whoever warns of them and may give them', () => {
  expect(checkRights(planOf(), operator())).toBeNull();
  expect(checkRights(planOf('Roles', 'QM Views'), MAY_ALL)).toBeNull();
});

test.each([
  ['Roles', operator('edit-qm-views'), 'Assign User Roles'],
  ['QM Views', operator('assign-user-roles'), 'Edit QM Views'],
] as const)('%s are given by nobody who may not', (field, who, permission) => {
  const refusal = checkRights(planOf(field), who);
  expect(refusal).toMatchObject({ code: 'not-permitted', exitStatus: 7 });
  expect(refusal?.message).toContain(`Test 21 (21) gets more in ${field}`);
  expect(refusal?.message).toContain(permission);
});

test.each([
  ['does not warn', (plan: Plan): Plan => ({ ...plan, warnings: [] })],
  [
    'warns of another field',
    (plan: Plan): Plan => ({ ...plan, warnings: plan.warnings.map((one) => ({ ...one, column: 'QM Views' })) }),
  ],
  [
    'warns of fewer rights than it gives',
    (plan: Plan): Plan =>
      withFields(plan, (one) => (one.field === 'Roles' ? { ...one, source: ['Role of source', 'Root'] } : one)),
  ],
])('a plan that %s is none that may run', (_what, forge) => {
  expect(checkRights(forge(planOf('Roles')), MAY_ALL)).toMatchObject({ code: 'broken-plan', exitStatus: 4 });
});
