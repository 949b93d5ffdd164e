import type { FieldRule } from '../model/catalogue.ts';
import type { FieldChange } from '../model/change.ts';
import type { FieldPolicy, Taken } from '../model/merge-choices.ts';
import { fieldValue, isFilled, patchFields, type UserPatch } from '../model/profile-field.ts';
import type { Person, ProfileValue } from '../model/user.ts';
import { pickField } from './pick-field.ts';

export interface FieldsInput {
  source: Person;
  target: Person;
  /** The catalogue's, in its order. */
  rules: readonly FieldRule[];
  /** False: all of the target's is kept (C18). */
  isProfileMerged: boolean;
  policy: FieldPolicy;
  taken: Taken['fields'];
}

export interface SettledFields {
  /** A line for each field that either of them has a value for; exactly one mark each (C19). */
  fields: FieldChange[];
  /** What changes in the target's profile. */
  patch: UserPatch;
}

/** Settles the profile of a merge, field by field (C12, C18, C19, X19). Pure. */
export function settleFields({ source, target, rules, isProfileMerged, policy, taken }: FieldsInput): SettledFields {
  const newer = newerOf(source, target);
  const hasSourceLeft = !source.active && target.active;
  const fields: FieldChange[] = [];
  const changed = new Map<string, ProfileValue | undefined>();
  for (const rule of rules) {
    const values = { source: fieldValue(source, rule.field), target: fieldValue(target, rule.field) };
    if (!isFilled(values.source) && !isFilled(values.target)) continue;
    const change = isProfileMerged
      ? pickField({ rule, ...values, policy, newer, hasSourceLeft, chosen: taken[rule.field] ?? null })
      : { field: rule.field, ...shown(values), taken: 'target' as const, why: 'User information is not merged.' };
    fields.push(change);
    const value = change.taken === 'both' ? unionIn(values.source, values.target) : values[change.taken];
    if (!isSameValue(value, values.target)) changed.set(rule.field, value);
  }
  return { fields, patch: patchFields(target, changed) };
}

function shown({ source, target }: { source: ProfileValue | undefined; target: ProfileValue | undefined }) {
  return { source: source ?? null, target: target ?? null };
}

/** Whose account was used last; null where that is not known of both. */
function newerOf(source: Person, target: Person): 'source' | 'target' | null {
  const lastUsed = (person: Person): string | null => {
    const times = (person.records['last-access'] ?? []).flatMap(({ at }) => (typeof at === 'string' ? at : []));
    return times.toSorted().at(-1) ?? null;
  };
  const [ofSource, ofTarget] = [lastUsed(source), lastUsed(target)];
  if (ofSource === null || ofTarget === null || ofSource === ofTarget) return null;
  return ofSource > ofTarget ? 'source' : 'target';
}

/** The union as the target's profile holds it; where the source adds nothing, the target's value as it stands. */
function unionIn(source: ProfileValue | undefined, target: ProfileValue | undefined): ProfileValue | undefined {
  const union = unionOf(source, target);
  return union.every((value) => listOf(target).includes(value)) ? target : union;
}

/** The target's values, then those of the source that it lacks. */
export function unionOf(source: ProfileValue | undefined, target: ProfileValue | undefined): string[] {
  return [...new Set([...listOf(target), ...listOf(source)])];
}

function listOf(value: ProfileValue | undefined): string[] {
  return [value ?? []].flat().filter((entry) => typeof entry === 'string' && isFilled(entry));
}

function isSameValue(left: ProfileValue | undefined, right: ProfileValue | undefined): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}
