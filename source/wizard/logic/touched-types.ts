import type { Catalogue, Rule } from '../../model/catalogue.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { typeLabel } from '../../model/type-label.ts';
import type { State } from '../state.ts';

/** A data type, or the profile, that a plan does something to. */
export interface TouchedType {
  id: string;
  label: string;
  rule: Rule;
  why: string;
}

/** The data types that the plan touches, in the catalogue's order; an undo that puts back a profile has it first. */
export function touchedTypes({ plan, world }: State): TouchedType[] {
  if (plan === null) return [];
  const touched = new Set(plan.pairs.flatMap(({ changes, undo }) => [...Object.keys(changes), ...Object.keys(undo)]));
  const types = world.catalogue.types.filter(({ id }) => touched.has(id));
  return touched.has(USER_INFORMATION) ? [profileOf(world.catalogue), ...types] : types;
}

function profileOf(catalogue: Catalogue): TouchedType {
  const why = 'The fields of the profile, and the mark of the source that was merged.';
  return { id: USER_INFORMATION, label: typeLabel(catalogue, USER_INFORMATION), rule: 'pick', why };
}
