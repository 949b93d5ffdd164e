import { HandoverError } from '../errors.ts';
import type { Catalogue, DataType } from '../model/catalogue.ts';
import { USER_INFORMATION } from '../model/merge-choices.ts';
import type { TypeSwitch } from './choose-types.ts';

/**
 * The data types that an undo may put back, in the catalogue's order: those of `carried`, the ids that its run carried.
 * One that rests on another of them is locked, with the reason: it goes back when that one does.
 */
export function listUndoSwitches(catalogue: Catalogue, carried: readonly string[]): TypeSwitch[] {
  const known = carriedTypes(catalogue, carried);
  return [...known.values()].map((type) => {
    const basis = basisOf(type, known);
    return { type, carries: true, locked: basis === type ? null : `It goes along with ${basis.label}.` };
  });
}

/**
 * The ids of the types that an undo puts back. Types that rest on another go where that one goes: taken or left by
 * itself, such a type would no longer fit the records that it was made from. The profile of a merge stands for itself.
 * @param choice `only`: just these; `without`: all but these
 * @throws HandoverError `unknown-type`, or `locked-type` for one that rests on another
 */
export function chooseUndoTypes(
  catalogue: Catalogue,
  carried: readonly string[],
  choice: { only?: readonly string[]; without?: readonly string[] },
): Set<string> {
  const known = carriedTypes(catalogue, carried);
  const isProfile = (id: string) => id === USER_INFORMATION && carried.includes(USER_INFORMATION);
  for (const id of [...(choice.only ?? []), ...(choice.without ?? [])]) if (!isProfile(id)) refuse(id, known, carried);
  const only = choice.only?.length ? new Set(choice.only) : null;
  const without = new Set(choice.without);
  const isWanted = (id: string) => (only === null || only.has(id)) && !without.has(id);
  const profile = isProfile(USER_INFORMATION) && isWanted(USER_INFORMATION) ? [USER_INFORMATION] : [];
  const types = [...known.values()].filter((type) => isWanted(basisOf(type, known).id)).map(({ id }) => id);
  return new Set([...profile, ...types]);
}

function carriedTypes(catalogue: Catalogue, carried: readonly string[]): Map<string, DataType> {
  const ids = new Set(carried);
  return new Map(catalogue.types.filter(({ id }) => ids.has(id)).map((type) => [type.id, type]));
}

/** What `type` rests on among `known`, at the bottom; itself where it rests on nothing. */
function basisOf(type: DataType, known: ReadonlyMap<string, DataType>): DataType {
  const basis = known.get(type.dependsOn ?? type.derive?.from ?? type.follows?.type ?? '');
  return basis === undefined ? type : basisOf(basis, known);
}

function refuse(id: string, known: ReadonlyMap<string, DataType>, carried: readonly string[]): void {
  const type = known.get(id);
  if (type === undefined) {
    throw new HandoverError(
      'usage',
      'unknown-type',
      `"${id}" is no data type that the run carried.`,
      `It carried: ${[...carried.filter((each) => each === USER_INFORMATION), ...known.keys()].join(', ')}.`,
    );
  }
  const basis = basisOf(type, known);
  if (basis === type) return;
  throw new HandoverError(
    'usage',
    'locked-type',
    `"${id}" cannot be chosen by itself: it goes along with ${basis.label}.`,
    `Name "${basis.id}" instead; both are put back together, or neither.`,
  );
}
