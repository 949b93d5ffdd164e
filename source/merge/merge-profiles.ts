import type { FieldRule } from '../model/catalogue.ts';
import type { FieldChange } from '../model/change.ts';
import { type MergeChoices, takenFor } from '../model/merge-choices.ts';
import type { UserPatch } from '../model/profile-field.ts';
import type { Person } from '../model/user.ts';
import { settleFields } from './settle-fields.ts';

/** What becomes of two profiles; null where nothing of one changes. */
export interface MergedProfiles {
  fields: FieldChange[];
  before: { source: UserPatch | null; target: UserPatch | null };
  after: { source: UserPatch | null; target: UserPatch | null };
}

/** Merges two profiles: the target's fields as they are settled, and the mark "merged into" on the source (C23). */
export function mergeProfiles({
  source,
  target,
  rules,
  choices,
  isProfileMerged,
}: {
  source: Person;
  target: Person;
  rules: readonly FieldRule[];
  choices: MergeChoices;
  /** False: all of the target's is kept (C18). */
  isProfileMerged: boolean;
}): MergedProfiles {
  const taken = takenFor(choices, source.id, target.id).fields;
  const { policy } = choices;
  const { fields, patch } = settleFields({ source, target, rules, isProfileMerged, policy, taken });
  const names = Object.keys(patch) as (keyof UserPatch)[];
  const former = Object.fromEntries(names.map((name) => [name, target[name]])) as UserPatch;
  const isMarked = source.mergedInto === target.id;
  return {
    fields,
    before: {
      source: isMarked ? null : { mergedInto: source.mergedInto },
      target: names.length === 0 ? null : former,
    },
    after: {
      source: isMarked ? null : { mergedInto: target.id },
      target: names.length === 0 ? null : patch,
    },
  };
}
