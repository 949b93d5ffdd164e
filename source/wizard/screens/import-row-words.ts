import type { FieldChange } from '../../model/change.ts';
import { countOf } from '../../model/finding.ts';
import type { MappingRules } from '../../model/mapping.ts';
import { numberText } from '../../model/number-text.ts';
import type { TextOptions } from '../../model/visible-text.ts';
import { becomesAnother } from '../../people/import/becomes-another.ts';
import { changeText } from '../../people/import/change-text.ts';
import { isErased } from '../../people/import/draft-row.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
import type { ImportFilter, ImportState } from '../import-state.ts';
import { accountsShort } from './account-words.ts';
import { profileText } from './profile-text.ts';

/** What becomes of a row, in a word. */
export function kindText({ kind, change, fields }: ImportRow): string {
  if (kind === 'problem') return 'PROBLEM';
  if (kind === 'skipped') return 'left out';
  if (kind === 'update' && becomesAnother(fields)) return 'OTHER PERSON';
  if (change?.becomes === 'inactive') return `${kind}, INACTIVE`;
  if (kind === 'update' && change?.becomes === 'active') return 'update, active';
  return kind;
}

/** "1 ERASED, 3 changed". */
export function changesText({ fields, change, kind }: ImportRow): string {
  if (kind !== 'create' && kind !== 'update') return '';
  const erased = change?.erased ?? 0;
  const set = fields.length - erased;
  const parts = [
    ...(erased > 0 ? [`${erased} ERASED`] : []),
    ...(set > 0 ? [`${set} ${kind === 'create' ? 'given' : 'changed'}`] : []),
  ];
  return parts.join(', ');
}

/** "Team: Sales → Support", "Rank: 4 is ERASED", "Deactivated: 2026-11-05 goes" of an account that opens again. @param rules of the mapping by which the file is read */
export function fieldText(
  change: FieldChange,
  arrow: string,
  rules: MappingRules | null,
  options: TextOptions = {},
): string {
  const { field, source, target } = change;
  if (source === null) return `${field}: ${profileText(target)} ${isErased(change) ? 'is ERASED' : 'goes'}`;
  if (target === null) return `${field}: ${profileText(source)}`;
  const { before, after, note } = changeText(change, profileText, rules, options);
  return `${field}: ${before} ${arrow} ${after}${note === '' ? '' : ` (${note})`}`;
}

/** That the row makes somebody else of its person; empty where it does not. */
export function anotherText({ name, kind, fields }: ImportRow): string {
  if (kind !== 'update' || !becomesAnother(fields)) return '';
  return `${name} becomes SOMEBODY ELSE: make sure that no column has slipped by a row, User ID above all.`;
}

/** "1,204 rows: 10 PROBLEMS, 12 create, 30 update, 1,150 unchanged"; what there is none of is not named. */
export function countsText({ check }: ImportState): string {
  if (check === null) return '';
  const { create, update, unchanged, skipped, problems } = check.counts;
  const parts: [number, string][] = [
    [problems, problems === 1 ? 'PROBLEM' : 'PROBLEMS'],
    [create, 'create'],
    [update, 'update'],
    [unchanged, 'unchanged'],
    [skipped, 'left out'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${numberText(count)} ${what}`);
  return `${countOf(check.rows.length, 'row')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}

/** "5 values ERASED, 2 INACTIVE, 1 active again; 3 warnings (w); seats left 92 of 300; active 207, then 208". */
export function effectsText({ check }: ImportState): string {
  if (check === null) return '';
  const { erasedValues } = check.counts;
  const effects = [
    ...(erasedValues > 0 ? [`${countOf(erasedValues, 'value')} ERASED`] : []),
    ...accountsShort(check.counts),
  ];
  const warnings = check.warnings.length === 0 ? [] : [`${countOf(check.warnings.length, 'warning')} (w)`];
  const lost = effects.length === 0 ? 'nothing erased' : effects.join(', ');
  const { used, after, limit } = check.seats;
  const seats = limit === null ? [] : [`seats left ${numberText(Math.max(0, limit - after))} of ${numberText(limit)}`];
  const active =
    used === after ? `active ${numberText(used)}, as before` : `active ${numberText(used)}, then ${numberText(after)}`;
  return [lost, ...warnings, ...seats, active].join('; ');
}

/** The same in lines of `width` columns, broken where one thing ends. */
export function effectLines(importing: ImportState, width: number): string[] {
  const lines: string[] = [];
  for (const part of effectsText(importing).split('; ')) {
    const longer = `${lines.at(-1)}; ${part}`;
    if (lines.length > 0 && longer.length < width) lines[lines.length - 1] = longer;
    else lines.push(part);
  }
  return lines.map((line, index) => (index < lines.length - 1 ? `${line};` : line));
}

/** "208 people active afterwards, 207 now; 92 of 300 seats left". */
export function seatsText({ used, after, limit }: { used: number; after: number; limit: number | null }): string {
  const active = `${numberText(after)} active afterwards, ${numberText(used)} now`;
  if (limit === null) return active;
  return `${active}; ${numberText(Math.max(0, limit - after))} of ${countOf(limit, 'seat')} left`;
}

/** What the preview shows at the moment: "problems". */
export function filterText(filter: ImportFilter): string {
  if (filter === 'all') return 'all rows';
  return filter === 'skipped' ? 'left out' : filter;
}

/** What is told of a row beside what becomes of it: that it was mended; of one that is left out, by whom. */
export function mendingText(importing: Pick<ImportState, 'edits'>, { line, kind }: ImportRow): string {
  const mended = mendedText(importing, line);
  if (kind !== 'skipped') return mended;
  return mended === 'left out' ? 'by you' : 'blank';
}

/** Whether the operator has mended the row that starts at `line`, or left it out; '' where it is as the file has it. */
export function mendedText({ edits }: Pick<ImportState, 'edits'>, line: number): '' | 'mended' | 'left out' {
  const edit = edits.byLine.get(line);
  return edit === undefined ? '' : edit === 'left-out' ? 'left out' : 'mended';
}
