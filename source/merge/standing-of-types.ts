import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';

/** Why a data type is not carried, or null where it is. */
export type Standing = { type: DataType; refusal: null | 'out-of-area' | 'declined' | 'rests-on-uncarried' };

/**
 * Every type of the catalogue, in its order, and whether the operation carries it: its area belongs to the operation,
 * the operator wants it or has no choice (C10), and the type that it rests on is carried as well (C9, C11).
 */
export function standingOfTypes(
  catalogue: Catalogue,
  operation: Operation,
  wanted: ReadonlySet<string>,
): Map<string, Standing> {
  const { areas } = catalogue.operations[operation];
  const standing = new Map<string, Standing>();
  for (const type of catalogue.types) {
    standing.set(type.id, { type, refusal: refusalOf(type) });
  }
  return standing;

  function refusalOf(type: DataType): Standing['refusal'] {
    if (!areas.includes(type.area)) return 'out-of-area';
    if (type.optional && !wanted.has(type.id)) return 'declined';
    if (type.dependsOn !== null && standing.get(type.dependsOn)?.refusal !== null) return 'rests-on-uncarried';
    return null;
  }
}
