import type { ImportField } from '../../model/import-field.ts';

/** What somebody is locked out by, may no longer do, or cannot be found by, once it is gone. */
const WEIGHTY: readonly string[] = [
  'Login',
  'Roles',
  'Team',
  'Full Scope',
  'Scope Teams',
  'Scope Groups',
  'Divisions',
  'QM Views',
  'Member Group',
] satisfies ImportField[];

/** Numbers of values by field: the fields that matter most first, and of the others those with the most values. */
export function sortByWeight<Counted extends { field: string; values: number }>(
  counted: readonly Counted[],
): Counted[] {
  const rankOf = (field: string) => {
    const rank = WEIGHTY.indexOf(field);
    return rank < 0 ? WEIGHTY.length : rank;
  };
  return counted.toSorted((left, right) => rankOf(left.field) - rankOf(right.field) || right.values - left.values);
}
