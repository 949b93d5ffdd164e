import { isDeepStrictEqual } from 'node:util';
import type { ImportField } from '../../model/import-field.ts';
import { nameOfFields } from '../../model/name-of-fields.ts';
import type { Warning } from '../../model/pair.ts';
import type { Plan } from '../../model/plan.ts';
import { fullName, type User } from '../../model/user.ts';
import { draftOfPlanned } from './check-planned-rows.ts';
import { heldValue } from './draft-row.ts';
import { warnAnother } from './warn-another.ts';
import { warnGained } from './warn-gained.ts';
import { warnErased } from './warn-import.ts';

/** What of the warnings of an import follows from its rows alone; the others need its file. */
export const WARNED_BY_ROWS: ReadonlySet<string> = new Set(['somebody-else', 'values-erased', 'rights-gained']);

/**
 * What the rows of an import tell otherwise than `users`, everybody as they are, and than their own fields, in words: "the
 * name in line 3"; null: nothing. With it the warnings that follow from the rows. Pure.
 */
export function findEditedRow(
  { pairs, problems, rows }: Plan,
  users: ReadonlyMap<number, User>,
): { part: string | null; warnings: Warning[] } {
  const drafts = pairs.map((pair) => draftOfPlanned(pair, users.get(pair.source.id) ?? null));
  const edited = drafts.flatMap((draft, place) => {
    const { user, line, fields } = draft;
    const name = user === null ? nameOfFields(fields) : fullName(user);
    if (name !== pairs[place]?.source.name) return `the name in line ${line}`;
    const isAsHeld = fields.every(({ field, target }) =>
      isDeepStrictEqual(user === null ? null : heldValue(user, field as ImportField), target ?? null),
    );
    return isAsHeld ? [] : `what line ${line} replaces`;
  });
  const wrong = new Set(problems.map(({ line }) => line)).size;
  const miscounted = rows?.problems === wrong ? [] : ['its problems'];
  const inFile = drafts.toSorted((one, other) => one.line - other.line);
  return {
    part: [...edited, ...miscounted][0] ?? null,
    warnings: [...warnAnother(inFile), ...warnErased(inFile), ...warnGained(inFile)],
  };
}
