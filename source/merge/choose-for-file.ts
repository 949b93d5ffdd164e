import type { FieldRule } from '../model/catalogue.ts';
import type { FieldPolicy, MergeChoices, Taken } from '../model/merge-choices.ts';
import { NOTHING_TAKEN } from '../model/merge-choices.ts';
import { fieldValue, isFilled, LEAVING_FIELDS } from '../model/profile-field.ts';
import type { Person, ProfileValue } from '../model/user.ts';
import { settleFields } from './settle-fields.ts';

/** Whose value wins where a file of merges holds two; `ask`: the operator says so, conflict by conflict. */
export type FilePolicy = FieldPolicy | 'ask';

/** What is decided about the profile fields of many merges. */
export interface FileChoices {
  policy: FilePolicy;
  /** Profile field → its own policy, before that of the file. */
  byField: Readonly<Record<string, FilePolicy>>;
  /** "source:target" → profile field → whose value, where the policy is to ask. */
  decided: Readonly<Record<string, Readonly<Record<string, 'source' | 'target'>>>>;
  /** "source:target" → what was chosen by hand for that pair alone, before any policy. */
  byHand: Readonly<Record<string, Taken>>;
}

/**
 * A field of a pair for which both have a value, and not the same one; or the end of an employment, of a source who has
 * left, that a target who has not would get.
 */
export interface FieldConflict {
  source: Person;
  target: Person;
  rule: FieldRule;
  values: { source: ProfileValue; target: ProfileValue | null };
}

export interface FileInput {
  pairs: readonly { source: number; target: number }[];
  /** Whoever is missing is passed over. */
  people: ReadonlyMap<number, Person>;
  /** The catalogue's, in its order. */
  rules: readonly FieldRule[];
}

/** Every conflict of a file that a policy has to settle, field by field in the catalogue's order. Pure. */
export function findConflicts({ pairs, people, rules }: FileInput): FieldConflict[] {
  return rules
    .filter(({ rule }) => rule === 'pick')
    .flatMap((rule) =>
      pairs.flatMap((pair): FieldConflict[] => {
        const [source, target] = [people.get(pair.source), people.get(pair.target)];
        if (source === undefined || target === undefined) return [];
        const values = { source: fieldValue(source, rule.field), target: fieldValue(target, rule.field) };
        if (!isFilled(values.source) || isSame(values.source, values.target)) return [];
        if (!isFilled(values.target) && !isEndOfEmployment(rule.field, source, target)) return [];
        const held = isFilled(values.target) ? values.target : null;
        return [{ source, target, rule, values: { source: values.source, target: held } }];
      }),
    );
}

/** Whether a field would end the employment of a target who is there because the source has left: no policy of a file does. */
export function isEndOfEmployment(field: string, source: Person, target: Person): boolean {
  return LEAVING_FIELDS.has(field) && !source.active && target.active;
}

/** The policy of a field: its own, else that of the file. */
export function policyOf({ policy, byField }: FileChoices, field: string): FilePolicy {
  return byField[field] ?? policy;
}

/** Whose value was decided on for a conflict; null: it is open. */
export function decisionOn({ decided, byHand }: FileChoices, conflict: FieldConflict): 'source' | 'target' | null {
  const key = `${conflict.source.id}:${conflict.target.id}`;
  const { field } = conflict.rule;
  const hand = byHand[key]?.fields[field];
  return hand === 'source' || hand === 'target' ? hand : (decided[key]?.[field] ?? null);
}

/**
 * The choices of a plan for what was decided about a file: the policy for all pairs, and for a pair what differs from
 * it, or was chosen by hand. Where the policy is to ask, a value that only one of them has is taken; an open conflict
 * goes by the source's, the end of an employment by the target's: only `source` for that very field takes it. Pure.
 */
export function chooseForFile(input: FileInput, choices: FileChoices): MergeChoices {
  const policy = choices.policy === 'ask' ? 'source' : choices.policy;
  const byPair: Record<string, Taken> = {};
  const isMeant = (field: string) => LEAVING_FIELDS.has(field) && choices.byField[field] === 'source';
  const own = input.rules.filter(
    ({ field, rule }) => rule === 'pick' && (policyOf(choices, field) !== policy || isMeant(field)),
  );
  for (const pair of input.pairs) {
    const key = `${pair.source}:${pair.target}`;
    const hand = choices.byHand[key];
    if (own.length === 0 && hand === undefined) continue;
    const [source, target] = [input.people.get(pair.source), input.people.get(pair.target)];
    if (source === undefined || target === undefined) continue;
    const fields: Taken['fields'] = {};
    for (const rule of own) {
      const wanted = policyOf(choices, rule.field);
      const decided = wanted === 'ask' ? choices.decided[key]?.[rule.field] : undefined;
      const byPolicy = isMeant(rule.field)
        ? 'source'
        : takenBy(wanted === 'ask' ? 'source' : wanted, rule, source, target);
      const taken = decided ?? byPolicy;
      const isProposed = decided === undefined && taken === 'target' && isEndOfEmployment(rule.field, source, target);
      if (!isProposed && saysSomething(rule, source, target, taken)) fields[rule.field] = taken;
    }
    const taken = { fields: { ...fields, ...hand?.fields }, courses: { ...hand?.courses } };
    if (Object.keys(taken.fields).length + Object.keys(taken.courses).length > 0) byPair[key] = taken;
  }
  return { policy, every: NOTHING_TAKEN, byPair };
}

/** Whose value a policy takes for one field of one pair. */
function takenBy(policy: FieldPolicy, rule: FieldRule, source: Person, target: Person): 'source' | 'target' {
  const { fields } = settleFields({ source, target, rules: [rule], isProfileMerged: true, policy, taken: {} });
  return fields[0]?.taken === 'source' ? 'source' : 'target';
}

/** Whether taking this side says something: the two have not the same value. */
function saysSomething(rule: FieldRule, source: Person, target: Person, taken: 'source' | 'target'): boolean {
  const values = { source: fieldValue(source, rule.field), target: fieldValue(target, rule.field) };
  return !isSame(values.source, values.target) && (isFilled(values[taken]) || taken === 'target');
}

function isSame(left: ProfileValue | undefined, right: ProfileValue | undefined): boolean {
  return JSON.stringify(left ?? null) === JSON.stringify(right ?? null);
}
