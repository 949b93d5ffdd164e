export const RULES = [
  'combine',
  'overwrite',
  'keep-best',
  'keep-latest',
  'sum',
  'derive',
  'skip',
  'keep-target',
  'pick',
] as const;
export type Rule = (typeof RULES)[number];

export const OPERATIONS = ['transfer', 'merge'] as const;
export type Operation = (typeof OPERATIONS)[number];

/** One criterion of "best": the highest or lowest value of a field, or the place of its value in a list, best first. */
export interface Criterion {
  field: string;
  order: 'highest' | 'lowest' | string[];
}

/** How derived records come from those of the type `from` once that one has been carried. */
export interface Derivation {
  from: string;
  /** Only records whose fields equal these count. */
  where: Record<string, string | number | boolean>;
  /** `certify`: one record per value of `field` (C14); `count`: one record that counts them. */
  method: 'certify' | 'count';
  field: string;
  /** Certify: further fields that the new record takes over from the one it rests on. */
  copies?: string[];
}

/** One kind of data that a person may own, and what happens to it. */
export interface DataType {
  id: string;
  label: string;
  area: string;
  rule: Rule;
  /** `move`: it leaves the source; `copy`: the source keeps it as well. */
  carry: 'move' | 'copy';
  /** Why this rule, in one sentence for the operator. */
  why: string;
  /** Fields that make two records the same thing; empty: records never clash. */
  key: string[];
  /** For keep-best and keep-latest: criteria, the most important first. */
  best: Criterion[];
  /** For sum: the number fields that are added up. */
  sum: string[];
  derive: Derivation | null;
  /** Renumber `field` 1, 2, 3 … by the order of `by` once combined; afresh for each value of `within`. */
  renumber: { field: string; by: string; within?: string } | null;
  /** Field that names another person: a record that would point at its own owner stays behind. */
  otherPerson: string | null;
  /** Only those records are carried whose `field` names something that came over from the source's records of `type`. */
  follows?: { type: string; field: string };
  /** Only those are carried whose list `field` names a value that the target has as `holds` among its records of `type` (C8). */
  visibleThrough?: { field: string; type: string; holds: string };
  /** Records whose fields equal these stay where they are: the source's are not carried, the target's not replaced. */
  leaves?: Record<string, string | number | boolean>;
  /** Carried only when this type is carried too. */
  dependsOn: string | null;
  /** Whether the operator may decline it. */
  optional: boolean;
  /** Why it may not be declined, or why it is never carried; null where there is a switch. */
  locked: string | null;
}

/** How one profile field is settled in a merge. */
export interface FieldRule {
  field: string;
  label: string;
  rule: 'pick' | 'keep-target' | 'combine';
  why: string;
}

/** Every data type with its rule. Shipped in data/catalogues; another may be named with --catalogue. */
export interface Catalogue {
  version: 1;
  name: string;
  /** Which areas each operation carries, and what is said of the rest. */
  operations: Record<Operation, { areas: string[]; why: string }>;
  types: DataType[];
  fields: FieldRule[];
}
