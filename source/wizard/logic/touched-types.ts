import type { Catalogue, DataType, Rule } from '../../model/catalogue.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import type { PlanOperation } from '../../model/plan.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { State } from '../state.ts';

/** A data type, or the profile, that a plan does something to. */
export interface TouchedType {
  id: string;
  label: string;
  rule: Rule;
  why: string;
  /** What happens besides, in a few words each. */
  notes: readonly string[];
}

/** The data types that the plan touches, in the catalogue's order; an undo that puts back a profile has it first. */
export function touchedTypes({ plan, world }: State): TouchedType[] {
  if (plan === null) return [];
  const touched = new Set(plan.pairs.flatMap(({ changes, undo }) => [...Object.keys(changes), ...Object.keys(undo)]));
  const types = world.catalogue.types
    .filter(({ id }) => touched.has(id))
    .map(({ id, label, rule, why, ...type }) => ({ id, label, rule, why, notes: notesOn(type, plan.operation) }));
  return touched.has(USER_INFORMATION) ? [profileOf(world.catalogue), ...types] : types;
}

/** Of a merge most kinds are copied, so it is said of which the source keeps nothing. */
function notesOn({ carry, renumber }: Pick<DataType, 'carry' | 'renumber'>, operation: PlanOperation): string[] {
  return [
    ...(renumber === null ? [] : ['numbered anew']),
    ...(operation === 'merge' && carry === 'move' ? ['what moves or is in both leaves the source'] : []),
  ];
}

function profileOf(catalogue: Catalogue): TouchedType {
  const why = 'The fields of the profile, and the mark of the source that was merged.';
  return { id: USER_INFORMATION, label: typeLabel(catalogue, USER_INFORMATION), rule: 'pick', why, notes: [] };
}
