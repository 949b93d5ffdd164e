import type { FieldChange } from '../model/change.ts';
import type { Warning } from '../model/pair.ts';
import { RIGHTS_FIELDS } from '../model/profile-field.ts';
import { nameAndId, type Person } from '../model/user.ts';

/** TRUE: over everybody, whatever the lists of groups and teams say. */
const FULL_SCOPE = 'Full Scope';

/**
 * A warning for each field by which the target gets more rights, naming every right that they gain: by a union that
 * somebody chose, or where a catalogue lets the source's take the place of the target's.
 */
export function warnRights(
  line: number | null,
  { source, target }: { source: Person; target: Person },
  fields: readonly FieldChange[],
): Warning[] {
  return fields.flatMap((change): Warning[] => {
    const { field } = change;
    const gained = rightsGained(change);
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

/** The rights that a field gives the target besides those that they have. */
export function rightsGained({ field, taken, source, target }: FieldChange): string[] {
  const isOfRights = RIGHTS_FIELDS.has(field) || field === FULL_SCOPE;
  if (taken === 'target' || !isOfRights) return [];
  const held = new Set(rightsIn(target));
  return rightsIn(source).filter((right) => !held.has(right));
}

/** A list of rights, one of them, or TRUE. */
function rightsIn(value: unknown): string[] {
  const rights = [value ?? []].flat().map(String);
  return rights.map((right) => (/^true$/i.test(right) ? 'TRUE' : right)).filter((right) => !/^(false)?$/i.test(right));
}
