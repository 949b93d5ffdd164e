import { compareEnrolments, type EnrolmentRow } from '../../merge/compare-enrolments.ts';
import { settleFields } from '../../merge/settle-fields.ts';
import type { FieldRule } from '../../model/catalogue.ts';
import type { FieldChange } from '../../model/change.ts';
import { type MergeChoices, NOTHING_TAKEN, type Taken, takenFor } from '../../model/merge-choices.ts';
import { pairKey } from '../../pairs/check-pair.ts';
import type { MergedPeople } from '../merge-state.ts';
import type { State } from '../state.ts';
import { choicesForPair } from './file-choices.ts';
import { isProfileMerged, mergedTypes } from './merge-switches.ts';
import { withHand } from './pair-choices.ts';

/** A profile field of the merge, how the catalogue settles it, and whether the two differ in it. */
export interface FieldRow extends FieldChange {
  rule: FieldRule;
  differs: boolean;
}

/** Both people whose fields and courses are chosen: of a file, those of the pair that is looked into; null: not read yet. */
export function peopleNow({ mode, merge }: State): MergedPeople | null {
  const { people, pair } = merge;
  if (mode !== 'bulk-merge' || people === null) return people;
  return people.source.id === pair?.source && people.target.id === pair.target ? people : null;
}

function choicesOf(state: State, people: MergedPeople): MergeChoices {
  return state.mode === 'bulk-merge' ? choicesForPair(state, people) : state.merge.choices;
}

/** The fields that either person has a value for, those that differ first; only these where the operator wants that (C20). */
export function fieldRows(state: State): FieldRow[] {
  const people = peopleNow(state);
  if (people === null) return [];
  const { source, target } = people;
  const { fields: rules } = state.world.catalogue;
  const { policy, ...choices } = choicesOf(state, people);
  const taken = takenFor({ policy, ...choices }, source.id, target.id).fields;
  const isMerged = isProfileMerged(state);
  const { fields } = settleFields({ source, target, rules, isProfileMerged: isMerged, policy, taken });
  return orderFields(fields, rules).filter(({ differs }) => differs || !state.merge.onlyDiffering);
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
  const people = peopleNow(state);
  if (people === null) return [];
  const { catalogue } = state.world;
  return compareEnrolments({ ...people, catalogue, carried: mergedTypes(state), choices: choicesOf(state, people) });
}

/** With what `change` makes of what was taken by hand for the two people; of a file, for that pair of it alone. */
export function withTaken(state: State, change: (taken: Taken) => Taken): State {
  const { merge } = state;
  const people = peopleNow(state);
  if (people === null) return state;
  const key = pairKey(people.source.id, people.target.id);
  if (state.mode === 'bulk-merge') return withHand(state, key, change);
  const taken = change(merge.choices.byPair[key] ?? NOTHING_TAKEN);
  const choices = { ...merge.choices, byPair: { ...merge.choices.byPair, [key]: taken } };
  return { ...state, notice: null, merge: { ...merge, choices } };
}
