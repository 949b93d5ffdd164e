import type { UndoCounts } from './change.ts';

/** "122 returned, 47 restored, 2 REMOVED, 3 OVERWRITTEN": what an undo did, what is gone in capitals. */
export function undoCountsText({ returned, restored, removed, overwritten }: UndoCounts): string {
  return [
    `${returned} returned`,
    `${restored} restored`,
    ...(removed === 0 ? [] : [`${removed} REMOVED`]),
    ...(overwritten === 0 ? [] : [`${overwritten} OVERWRITTEN`]),
  ].join(', ');
}
