import type { Mapping } from '../../model/mapping.ts';
import { nameOfFields } from '../../model/name-of-fields.ts';
import type { Problem, Warning } from '../../model/pair.ts';
import type { RowChange, RowCounts } from '../../model/plan.ts';
import { fullName } from '../../model/user.ts';
import { countSeats } from './check-seats.ts';
import { countErased, type DraftRow, isGood } from './draft-row.ts';
import { giveIds } from './give-ids.ts';
import type { ImportCheck, ImportContext, ImportRow } from './import-check.ts';

interface CheckParts {
  mapping: Mapping;
  context: ImportContext;
  /** Of the file as a whole. */
  problems: Problem[];
  warnings: Warning[];
}

/** All rows as the check of an import tells of them, with their numbers. */
export function sumCheck(
  drafts: readonly DraftRow[],
  { mapping, context, problems, warnings }: CheckParts,
): ImportCheck {
  const counts: RowCounts = {
    create: 0,
    update: 0,
    unchanged: 0,
    skipped: 0,
    problems: 0,
    reactivated: 0,
    deactivated: 0,
    erasedValues: 0,
  };
  const kinds = drafts.map(kindOf);
  const given = giveIds(kinds, context.lastId);
  const rows = drafts.map((draft, place): ImportRow => {
    const kind = kinds[place] ?? kindOf(draft);
    counts[kind === 'problem' ? 'problems' : kind] += 1;
    const { line, user, becomes } = draft;
    const isKept = kind === 'create' || kind === 'update';
    const change: RowChange | null = isKept
      ? { kind, ...(becomes === null ? {} : { becomes }), erased: countErased(draft) }
      : null;
    if (change?.becomes === 'active') counts.reactivated += 1;
    if (change?.becomes === 'inactive') counts.deactivated += 1;
    counts.erasedValues += change?.erased ?? 0;
    const person = user?.id ?? given[place] ?? null;
    const name = user === null ? nameOfFields(draft.fields) : fullName(user);
    return { line, kind, person, name, fields: isKept ? draft.fields : [], change };
  });
  const found = drafts.flatMap((draft) => draft.problems);
  const { used, after } = countSeats(drafts, context.users);
  return {
    mapping,
    rows,
    problems: [...problems, ...found],
    warnings,
    counts,
    seats: { used, after, limit: context.seats },
  };
}

function kindOf(draft: DraftRow): ImportRow['kind'] {
  if (draft.isSkipped) return 'skipped';
  if (!isGood(draft)) return 'problem';
  if (draft.user === null) return 'create';
  return draft.fields.length > 0 ? 'update' : 'unchanged';
}
