import type { Catalogue, DataType, Operation } from '../model/catalogue.ts';

/** Whether a data type is carried. */
export interface Standing {
  type: DataType;
  /** Why it is not, or null where it is. */
  refusal: null | 'out-of-area' | 'declined' | 'rests-on-uncarried';
  /** Whether only what both people have is settled, and what only the source has stays behind (X20). */
  isSharedOnly: boolean;
}

/** Where these are declined, of a course that both have the better record wins all the same (C21, X20). */
export const COURSE_ENROLMENTS = 'course-enrolments';

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
    standing.set(type.id, standingOf(type));
  }
  return standing;

  function standingOf(type: DataType): Standing {
    const refused = (refusal: Standing['refusal']) => ({ type, refusal, isSharedOnly: false });
    if (!areas.includes(type.area)) return refused('out-of-area');
    const isDeclined = type.optional && !wanted.has(type.id);
    if (isDeclined && type.id === COURSE_ENROLMENTS) return { type, refusal: null, isSharedOnly: true };
    if (isDeclined) return refused('declined');
    const basis = type.dependsOn === null ? null : standing.get(type.dependsOn);
    if (basis === null) return refused(null);
    // Of a record that took the place of another's, what follows it comes along, and it counts; whatever else does not.
    const goesAlong = type.follows !== undefined || type.derive?.method === 'count';
    const isCarried = basis?.refusal === null && (!basis.isSharedOnly || goesAlong);
    return refused(isCarried ? null : 'rests-on-uncarried');
  }
}
