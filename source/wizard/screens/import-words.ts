import { basename } from 'node:path';
import type { FieldChange } from '../../model/change.ts';
import type { ColumnType, MappedColumn } from '../../model/mapping.ts';
import { columnOf, missingFields } from '../../people/import/change-mapping.ts';
import { howRead } from '../../people/import/how-read.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
import type { MatchedBy } from '../../people/import/match-headings.ts';
import type { ImportFilter, ImportState, MappingChoice } from '../import-state.ts';
import { openDates } from '../logic/import-types.ts';
import { profileText } from './profile-text.ts';

/** 1 row, 1,204 rows. */
export function many(count: number, noun: string, plural = `${noun}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? noun : plural}`;
}

/** "people.csv: 1,204 rows, 31 columns; UTF-8 and commas, as found". */
export function fileText({ file, reading }: ImportState): string {
  if (file === null) return '';
  const size = `${many(file.rows.length, 'row')}, ${many(file.headings.length, 'column')}`;
  const isAsked = reading.encoding !== null || reading.delimiter !== null;
  return `${basename(file.file)}: ${size}; ${howRead(file)}, ${isAsked ? 'as you chose' : 'as found'}`;
}

const ORIGINS: Record<MappingChoice['origin'], string> = {
  guessed: 'guessed from the file',
  saved: 'saved',
  shipped: 'ships with handover',
};

/** Where a mapping comes from, in a few words. */
export function originText({ origin }: MappingChoice): string {
  return ORIGINS[origin];
}

/** "Guessed (fits “Calabrio” best): 29 of 31 columns mapped". */
export function mappingText({ file, mapping, chosen, guess }: ImportState): string {
  if (file === null || mapping === null || chosen === null) return '';
  const fits = guess?.preset == null ? '' : ` (fits “${guess.preset}” best)`;
  const what = chosen.origin === 'guessed' ? `Guessed${fits}` : `Mapping “${chosen.mapping.name}”`;
  return `${what}: ${mapping.columns.length} of ${many(file.headings.length, 'column')} mapped`;
}

const MATCHED: Record<MatchedBy, string> = {
  heading: 'its name',
  synonym: 'a synonym',
  spelling: 'spelling',
  content: 'its cells',
};

/** Why a heading is mapped as it is: "by hand", "its name", "mapping"; empty where it is left out. */
export function howMapped({ mapping, chosen, guess, byHand }: ImportState, heading: string): string {
  if (byHand.has(heading)) return 'by hand';
  if (mapping === null || columnOf(mapping, heading) === undefined) return '';
  if (chosen?.origin !== 'guessed') return 'mapping';
  const by = guess?.matchedBy[heading];
  return by === undefined ? 'guessed' : MATCHED[by];
}

/** What is still wanted before the fields are settled, or that nothing is. */
export function requiredText({ mapping }: ImportState): string {
  if (mapping === null) return '';
  const missing = missingFields(mapping);
  if (missing.length === 0) return 'Every required field has a column.';
  return `Required and still without a column: ${missing.join(', ')}.`;
}

/** "date, DD/MM/YYYY": what a column holds, and how it is written. */
export function typeText(type: ColumnType): string {
  switch (type.kind) {
    case 'date':
      return `date, ${type.format}`;
    case 'boolean':
      return `${type.yes.join(' or ')} / ${type.no.join(' or ')}`;
    case 'list':
      return `list, parted by ${type.separator}`;
    case 'time-zone':
      return 'time zone';
    default:
      return type.kind;
  }
}

/** Whether somebody still has to say how a column is read. */
export function decisionText(importing: ImportState, { heading }: MappedColumn): string {
  if (openDates(importing).includes(heading)) return 'DECIDE';
  return importing.decided.has(heading) ? 'by hand' : '';
}

/** What becomes of a row, in a word. */
export function kindText({ kind, change }: ImportRow): string {
  if (kind === 'problem') return 'PROBLEM';
  if (change?.becomes === 'inactive') return `${kind}, INACTIVE`;
  if (kind === 'update' && change?.becomes === 'active') return 'update, active';
  return kind;
}

/** "3 changed, 1 ERASED". */
export function changesText({ fields, change, kind }: ImportRow): string {
  if (kind !== 'create' && kind !== 'update') return '';
  const erased = change?.erased ?? 0;
  const set = fields.length - erased;
  const parts = [
    ...(set > 0 ? [`${set} ${kind === 'create' ? 'given' : 'changed'}`] : []),
    ...(erased > 0 ? [`${erased} ERASED`] : []),
  ];
  return parts.join(', ');
}

/** "Team: Sales → Support", "Rank: 4 is ERASED". */
export function fieldText({ field, source, target }: FieldChange, arrow: string): string {
  if (source === null) return `${field}: ${profileText(target)} is ERASED`;
  if (target === null) return `${field}: ${profileText(source)}`;
  return `${field}: ${profileText(target)} ${arrow} ${profileText(source)}`;
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
    [skipped, 'skipped'],
  ];
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${count.toLocaleString('en')} ${what}`);
  return `${many(check.rows.length, 'row')}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}

/** "5 values ERASED, 2 INACTIVE, 1 active again; 208 active afterwards, 207 now; 92 of 300 seats left; 3 warnings (w)". */
export function effectsText({ check }: ImportState): string {
  if (check === null) return '';
  const { erasedValues, deactivated, reactivated } = check.counts;
  const effects = [
    ...(erasedValues > 0 ? [`${many(erasedValues, 'value')} ERASED`] : []),
    ...(deactivated > 0 ? [`${deactivated.toLocaleString('en')} INACTIVE`] : []),
    ...(reactivated > 0 ? [`${reactivated.toLocaleString('en')} active again`] : []),
  ];
  const warnings = check.warnings.length === 0 ? [] : [`${many(check.warnings.length, 'warning')} (w)`];
  const lost = effects.length === 0 ? 'nothing erased' : effects.join(', ');
  return [lost, ...warnings, seatsText(check.seats)].join('; ');
}

/** "208 people active afterwards, 207 now; 92 of 300 seats left". */
export function seatsText({ used, after, limit }: { used: number; after: number; limit: number | null }): string {
  const active = `${after.toLocaleString('en')} active afterwards, ${used.toLocaleString('en')} now`;
  if (limit === null) return active;
  return `${active}; ${Math.max(0, limit - after).toLocaleString('en')} of ${many(limit, 'seat')} left`;
}

/** What the preview shows at the moment: "problems". */
export function filterText(filter: ImportFilter): string {
  return filter === 'all' ? 'all rows' : filter;
}
