import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { chooseTypes } from '../../transfer/choose-types.ts';
import type { State } from '../state.ts';

/** Whether the profile is merged at all (C18). */
export function isProfileMerged({ without }: State): boolean {
  return !without.has(USER_INFORMATION);
}

/** Ids of the data types that the merge carries, the profile among them. */
export function mergedTypes({ world, without }: State): Set<string> {
  return chooseTypes(world.catalogue, 'merge', { without: [...without] });
}

/** With a data type, or the profile, switched over. */
export function switchType(state: State, id: string): State {
  const without = new Set(state.without);
  if (!without.delete(id)) without.add(id);
  return { ...state, notice: null, without };
}
