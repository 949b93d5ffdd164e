/**
 * The profile of a merge, by the name under which a plan carries it like a data type; without it all of the target's is
 * kept (C18).
 */
export const USER_INFORMATION = 'user-information';

/** Whose value a profile field takes: the source's or the target's where it has one, always the target's, or that of the account used last. */
export const FIELD_POLICIES = ['source', 'target', 'filled', 'newest'] as const;
export type FieldPolicy = (typeof FIELD_POLICIES)[number];

/** What the operator took by hand. */
export interface Taken {
  /** Profile field → whose value; `both` only where a union is possible. */
  fields: Record<string, 'source' | 'target' | 'both'>;
  /** Course → whose enrolment. */
  courses: Record<string, 'source' | 'target'>;
}

/** Everything that an operator decides about a merge, beside the data types that it carries. */
export interface MergeChoices {
  policy: FieldPolicy;
  /** For every pair. */
  every: Taken;
  /** "source:target" → for that pair, before what is said for every pair. */
  byPair: Record<string, Taken>;
}

/** Nothing taken by hand. */
export const NOTHING_TAKEN: Taken = { fields: {}, courses: {} };

/** What a merge does unless somebody says otherwise: the source's value where it has one (X19). */
export const STANDARD_CHOICES: MergeChoices = {
  policy: 'source',
  every: NOTHING_TAKEN,
  byPair: {},
};

/** What was taken by hand for one pair: for it alone, else for every pair. */
export function takenFor(choices: MergeChoices, source: number, target: number): Taken {
  const own = choices.byPair[`${source}:${target}`] ?? NOTHING_TAKEN;
  return {
    fields: { ...choices.every.fields, ...own.fields },
    courses: { ...choices.every.courses, ...own.courses },
  };
}
