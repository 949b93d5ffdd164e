import type { UndoCounts } from './change.ts';
import { countOf } from './finding.ts';
import { numberText } from './number-text.ts';

/**
 * "122 returned, 47 restored, 4 copies removed, 2 REMOVED, 3 OVERWRITTEN, 9 fields put back": what an undo did, what is
 * gone in capitals.
 */
export function undoCountsText({
  returned,
  restored,
  removed,
  overwritten,
  copies = 0,
  fields = 0,
}: UndoCounts & { copies?: number; fields?: number }): string {
  return [
    `${numberText(returned)} returned`,
    `${numberText(restored)} restored`,
    ...(copies === 0 ? [] : [copiesText(copies)]),
    ...(removed === 0 ? [] : [`${numberText(removed)} REMOVED`]),
    ...(overwritten === 0 ? [] : [`${numberText(overwritten)} OVERWRITTEN`]),
    ...(fields === 0 ? [] : [fieldsText(fields)]),
  ].join(', ');
}

/** "1 copy removed", "4 copies removed". */
export function copiesText(copies: number): string {
  return `${countOf(copies, 'copy', 'copies')} removed`;
}

/** "1 field put back", "9 fields put back". */
export function fieldsText(fields: number): string {
  return `${countOf(fields, 'field')} put back`;
}
