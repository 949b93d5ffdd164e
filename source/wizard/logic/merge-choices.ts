import { compareEnrolments, type EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { settleFields } from '../../merge/settle-fields.ts';
import type { FieldRule } from '../../model/catalogue.ts';
import type { FieldChange } from '../../model/change.ts';
import { NOTHING_TAKEN, type Taken, takenFor, USER_INFORMATION } from '../../model/merge-choices.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import { chooseTypes } from '../../transfer/choose-types.ts';
import type { State } from '../state.ts';

/** A profile field of the merge, how the catalogue settles it, and whether the two differ in it. */
export interface FieldRow extends FieldChange {
  rule: FieldRule;
  differs: boolean;
}

/** Whether the profile is merged at all (C18). */
export function isProfileMerged({ without }: State): boolean {
  return !without.has(USER_INFORMATION);
}

/** The fields that either person has a value for, those that differ first; only these where the operator wants that (C20). */
export function fieldRows(state: State): FieldRow[] {
  const { merge, world } = state;
  if (merge.people === null) return [];
  const { source, target } = merge.people;
  const { fields } = settleFields({
    source,
    target,
    rules: world.catalogue.fields,
    isProfileMerged: isProfileMerged(state),
    policy: merge.choices.policy,
    taken: takenFor(merge.choices, source.id, target.id).fields,
  });
  return orderFields(fields, world.catalogue.fields).filter(({ differs }) => differs || !merge.onlyDiffering);
}

/** Those that differ first, and among them those first that can be chosen. */
export function orderFields(fields: readonly FieldChange[], rules: readonly FieldRule[]): FieldRow[] {
  const known = new Map(rules.map((rule) => [rule.field, rule]));
  const rows = fields.flatMap((change): FieldRow[] => {
    const rule = known.get(change.field);
    const differs = JSON.stringify(change.source) !== JSON.stringify(change.target);
    return rule === undefined ? [] : [{ ...change, rule, differs }];
  });
  const rank = ({ differs, rule }: FieldRow) => (differs ? 0 : 2) + (rule.rule === 'keep-target' ? 1 : 0);
  return rows.toSorted((left, right) => rank(left) - rank(right));
}

/** The courses of both people and who wins each (C21). */
export function courseRows(state: State): EnrolmentRow[] {
  const { people, choices } = state.merge;
  if (people === null) return [];
  return compareEnrolments({ ...people, catalogue: state.world.catalogue, carried: mergedTypes(state), choices });
}

/** Ids of the data types that the merge carries, the profile among them. */
export function mergedTypes({ world, without }: State): Set<string> {
  return chooseTypes(world.catalogue, 'merge', { without: [...without] });
}

/** With what `change` makes of what was taken by hand for the two people chosen. */
export function withTaken(state: State, change: (taken: Taken) => Taken): State {
  const { merge, chosen } = state;
  const key = pairKey(chosen.source ?? 0, chosen.target ?? 0);
  const taken = change(merge.choices.byPair[key] ?? NOTHING_TAKEN);
  const choices = { ...merge.choices, byPair: { ...merge.choices.byPair, [key]: taken } };
  return { ...state, notice: null, merge: { ...merge, choices } };
}

/** With a data type, or the profile, switched over. */
export function switchType(state: State, id: string): State {
  const without = new Set(state.without);
  if (!without.delete(id)) without.add(id);
  return { ...state, notice: null, without };
}
