import { emailKey, loginKey } from '../model/account-keys.ts';
import type { MappingRules } from '../model/mapping.ts';
import type { Plan } from '../model/plan.ts';
import type { User } from '../model/user.ts';

/** Fields that no two people share. */
export const UNIQUE_FIELDS = ['Email', 'Login'] as const;
export type UniqueField = (typeof UNIQUE_FIELDS)[number];
/** Where a person has them. */
export const PROPERTY_OF = { Email: 'email', Login: 'login' } as const satisfies Record<UniqueField, keyof User>;

/** What two people cannot both have: the field and its value in the form in which values are compared. Null: no value. */
export function uniqueKey(field: string, value: unknown, emailCase: MappingRules['emailCase']): string | null {
  if (typeof value !== 'string') return null;
  const key = field === 'Email' ? emailKey(value, emailCase) : field === 'Login' ? loginKey(value) : '';
  return key === '' ? null : `${field}:${key}`;
}

/**
 * How an import compares addresses, as do its run, its undos and all checks of them.
 * @param plan that of the import; an undo goes by the import that it puts back in the end
 */
export function emailCaseOf({ import: made }: Pick<Plan, 'import'>): MappingRules['emailCase'] {
  return made?.mapping.rules.emailCase ?? 'ignored';
}
