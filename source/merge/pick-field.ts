import type { FieldRule } from '../model/catalogue.ts';
import type { FieldChange } from '../model/change.ts';
import type { FieldPolicy } from '../model/merge-choices.ts';
import { isFilled, LEAVING_FIELDS, RIGHTS_FIELDS } from '../model/profile-field.ts';
import type { ProfileValue } from '../model/user.ts';

export interface FieldInput {
  rule: FieldRule;
  source: ProfileValue | undefined;
  target: ProfileValue | undefined;
  policy: FieldPolicy;
  /** Whose account was used last; null where that is not known. */
  newer: 'source' | 'target' | null;
  /** Whether the source's account is closed and the target's is in use. */
  hasSourceLeft: boolean;
  /** What the operator chose for this very field, if anything. */
  chosen: FieldChange['taken'] | null;
}

/**
 * Settles one profile field of a merge (C12, C18, C19, X19). `keep-target` fields cannot be chosen, but for a union of
 * rights that somebody wants (RIGHTS_FIELDS); `combine` takes both values where they differ. Policies: `source` takes
 * the source's value where it has one, `filled` the target's where it has one, `target` always the target's, `newest`
 * that of the account used last, where that is known, else the source's. Never the empty one of two by policy, except by
 * `target`; and of a source who has left, never the end of their employment (LEAVING_FIELDS): that has to be chosen.
 */
export function pickField({ rule, source, target, policy, newer, hasSourceLeft, chosen }: FieldInput): FieldChange {
  const settle = (taken: FieldChange['taken'], why: string): FieldChange => ({
    field: rule.field,
    source: source ?? null,
    target: target ?? null,
    taken,
    why,
  });
  const isUnion = isListed(source) && isListed(target);
  const mayUnite = isUnion && isFilled(source) && (rule.rule === 'combine' || RIGHTS_FIELDS.has(rule.field));
  if (chosen === 'both' && mayUnite && !isSame(source, target)) return settle('both', 'You chose both.');
  if (rule.rule === 'keep-target') return settle('target', rule.why);
  if (chosen !== null && chosen !== 'both') {
    const isErased = chosen === 'source' && isFilled(target) && !isFilled(source);
    return settle(chosen, isErased ? "You chose it; it is empty, so the target's value goes." : 'You chose it.');
  }
  if (isSame(source, target)) return settle('target', 'Both are the same.');
  if (rule.rule === 'combine' && isUnion && isFilled(source) && isFilled(target)) return settle('both', rule.why);
  if (policy === 'target' && rule.rule === 'pick') return settle('target', "The target's information takes priority.");
  if (!isFilled(source)) return settle('target', 'The source has no value.');
  if (hasSourceLeft && LEAVING_FIELDS.has(rule.field)) return settle('target', LEAVER);
  if (!isFilled(target)) return settle('source', 'The target has no value.');
  if (policy === 'filled') return settle('target', 'The target has a value of its own.');
  if (policy === 'newest' && newer !== null) return settle(newer, `The ${newer}'s account was used last.`);
  if (policy === 'newest')
    return settle('source', "Which account was used last cannot be told: the source's is taken.");
  return settle('source', "The source's information takes the place of the target's.");
}

const LEAVER =
  'The source has left and the target has not: the end of an employment is taken only where somebody chooses it.';

/** Whether a value can be part of a union: a list, one entry of it, or nothing; never true or false. */
function isListed(value: ProfileValue | undefined): boolean {
  return typeof value !== 'boolean';
}

function isSame(source: ProfileValue | undefined, target: ProfileValue | undefined): boolean {
  return JSON.stringify(source ?? null) === JSON.stringify(target ?? null);
}
