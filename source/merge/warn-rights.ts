import type { FieldChange } from '../model/change.ts';
import type { Warning } from '../model/pair.ts';
import { RIGHTS_FIELDS } from '../model/profile-field.ts';
import { nameAndId, type Person } from '../model/user.ts';

/** A warning for each list of rights that the target gets more of, naming every right that they gain. */
export function warnRights(
  line: number | null,
  { source, target }: { source: Person; target: Person },
  fields: readonly FieldChange[],
): Warning[] {
  return fields.flatMap(({ field, taken, ...values }): Warning[] => {
    if (taken !== 'both' || !RIGHTS_FIELDS.has(field)) return [];
    const held = new Set([values.target ?? []].flat());
    const gained = [values.source ?? []].flat().filter((right) => !held.has(right));
    if (gained.length === 0) return [];
    return [
      {
        line,
        column: field,
        value: null,
        code: 'rights-gained',
        message: `${nameAndId(target)} gains in ${field}: ${gained.join(', ')}, which ${nameAndId(source)} had.`,
        cure: `Leave ${field} as the target has it, unless these rights are meant.`,
      },
    ];
  });
}
