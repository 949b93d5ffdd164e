import type { MappingRules } from '../../model/mapping.ts';
import { checkAccount } from './check-account.ts';
import { checkEnds } from './check-ends.ts';
import { checkNameable } from './check-nameable.ts';
import type { DraftRow, PlaceOf } from './draft-row.ts';
import { refuseStandIns } from './refuse-stand-ins.ts';

/** What is wrong with the values that a row sets, whether a file or a plan tells of them. */
export function checkValues(row: DraftRow, rules: Pick<MappingRules, 'emailCharacters'>, placeOf: PlaceOf): void {
  if (!row.isUnknown) checkNameable(row, placeOf);
  checkAccount(row, rules, placeOf);
  checkEnds(row, placeOf);
  refuseStandIns(row, placeOf);
}
