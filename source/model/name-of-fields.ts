import type { FieldChange } from './change.ts';
import { fullName } from './user.ts';

/** How somebody is called who comes into being with these values: by name, or else by their login or their address. */
export function nameOfFields(fields: readonly Pick<FieldChange, 'field' | 'source'>[]): string {
  const text = (name: string) => {
    const value = fields.find(({ field }) => field === name)?.source;
    return typeof value === 'string' ? value : '';
  };
  return fullName({
    firstName: text('First Name'),
    lastName: text('Last Name'),
    login: text('Login') || text('Email'),
  });
}
