import { unguardFormula } from '../csv/formula-guard.ts';
import type { User } from '../model/user.ts';
import { mayName } from '../redact/may-name.ts';
import { HIDDEN, standInOf } from '../redact/stand-in.ts';
import type { Veil } from '../redact/veil.ts';
import type { PairRow, PairsFile, RowClaims } from './pair-row.ts';

/** What a cell says that does not say what the store does. */
const OTHER = '(another)';

/**
 * A file of pairs as it is shown: what its rows say of people is put in stand-ins, and says the same as the store where it
 * did. Id cells that hold no id may hold a name.
 * @param users as they are
 */
export function redactPairsFile(file: PairsFile, users: ReadonlyMap<number, User>, veil: Veil): PairsFile {
  const { headings, rows, problems, warnings } = file;
  veil.learnHeadings(headings);
  const shown = {
    ...file,
    rows: rows.map((row) => redactRow(row, users)),
    problems: veil.findings(problems),
    warnings: veil.findings(warnings),
  };
  return veil.keep(shown, file);
}

function redactRow(row: PairRow, users: ReadonlyMap<number, User>): PairRow {
  const { from, to, claims } = row;
  const cell = (text: string) => (mayName(text) ? HIDDEN : text);
  const user = users.get(Number(from.trim()));
  return { ...row, from: cell(from), to: cell(to), claims: claims === null ? null : redactClaims(claims, user) };
}

function redactClaims(claims: RowClaims, user: User | undefined): RowClaims {
  const shown = { ...claims };
  for (const name of ['email', 'firstName', 'lastName'] as const) {
    const claim = claims[name];
    if (claim === null || claim === '') continue;
    shown[name] = user !== undefined && unguardFormula(claim) === user[name] ? standInOf(user.id)[name] : OTHER;
  }
  return shown;
}
