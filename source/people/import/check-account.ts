import type { MappingRules } from '../../model/mapping.ts';
import { addProblem, changeOf, type DraftRow, type PlaceOf } from './draft-row.ts';
import { explainBadEmail } from './explain-bad-email.ts';
import { explainBadLogin } from './explain-bad-login.ts';

/** Whether the address and the login that a row sets can be ones (D4). */
export function checkAccount(
  row: DraftRow,
  { emailCharacters }: Pick<MappingRules, 'emailCharacters'>,
  placeOf: PlaceOf,
): void {
  const email = changeOf(row, 'Email')?.source;
  const badEmail = typeof email === 'string' ? explainBadEmail(email, emailCharacters) : null;
  if (badEmail !== null) addProblem(row, placeOf(row, 'Email'), 'bad-email', badEmail.message, badEmail.cure);
  const login = changeOf(row, 'Login')?.source;
  const badLogin = typeof login === 'string' ? explainBadLogin(login) : null;
  if (badLogin !== null) addProblem(row, placeOf(row, 'Login'), 'unreadable', badLogin.message, badLogin.cure);
}
