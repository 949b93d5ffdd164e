import { emailKey } from '../../model/account-keys.ts';
import type { FieldChange } from '../../model/change.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { MappingRules } from '../../model/mapping.ts';

const EMAIL: ImportField = 'Email';

/** Whether a change gives an address that is the same as before by the mapping (D7): only its letter case is another. */
export function isRespelt({ field, source, target }: FieldChange, rules: Pick<MappingRules, 'emailCase'>): boolean {
  if (field !== EMAIL || typeof source !== 'string' || typeof target !== 'string') return false;
  return emailKey(source, rules.emailCase) === emailKey(target, rules.emailCase);
}

/** Whether the values that a row changes give somebody another address, to which activation mail goes (B12). */
export function setsNewAddress(fields: readonly FieldChange[], rules: Pick<MappingRules, 'emailCase'>): boolean {
  return fields.some(
    (change) => change.field === EMAIL && typeof change.source === 'string' && !isRespelt(change, rules),
  );
}
