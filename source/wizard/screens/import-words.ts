import { basename } from 'node:path';
import type { FieldChange } from '../../model/change.ts';
import type { ColumnType, MappedColumn } from '../../model/mapping.ts';
import { missingFields } from '../../people/import/change-mapping.ts';
import { howRead } from '../../people/import/how-read.ts';
import type { ImportRow } from '../../people/import/import-check.ts';
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
  return `${basename(file.file)}: ${size}; read as ${howRead(file)}${isAsked ? ', as you chose' : ''}`;
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

/** "Mapping “Calabrio”, guessed: 29 of 31 columns mapped". */
export function mappingText({ file, mapping, chosen, guess }: ImportState): string {
  if (file === null || mapping === null || chosen === null) return '';
  const fits = chosen.origin === 'guessed' && guess?.preset != null ? `, as the file fits “${guess.preset}” best` : '';
  const what = chosen.origin === 'guessed' ? 'Columns guessed' : `Mapping “${chosen.mapping.name}”`;
  return `${what}${fits}: ${mapping.columns.length} of ${many(file.headings.length, 'column')} mapped; m takes another one`;
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

/** "1,204 rows: 12 create, 30 update, 1,150 unchanged, 2 skipped, 10 problems". */
export function countsText({ check }: ImportState): string {
  if (check === null) return '';
  const { create, update, unchanged, skipped, problems } = check.counts;
  const number = (count: number) => count.toLocaleString('en');
  const parts = [
    `${number(create)} create`,
    `${number(update)} update`,
    `${number(unchanged)} unchanged`,
    `${number(skipped)} skipped`,
    many(problems, 'problem'),
  ];
  return `${many(check.rows.length, 'row')}: ${parts.join(', ')}`;
}

/** "5 values ERASED, 2 people INACTIVE, 1 active again; 12 seats left of 300; 3 warnings". */
export function effectsText({ check }: ImportState): string {
  if (check === null) return '';
  const { erasedValues, deactivated, reactivated } = check.counts;
  const parts = [
    `${many(erasedValues, 'value')} ${erasedValues > 0 ? 'ERASED' : 'erased'}`,
    ...(deactivated > 0 ? [`${many(deactivated, 'person', 'people')} INACTIVE`] : []),
    ...(reactivated > 0 ? [`${reactivated.toLocaleString('en')} active again`] : []),
  ];
  const warnings = check.warnings.length === 0 ? [] : [`${many(check.warnings.length, 'warning')} (w)`];
  return [parts.join(', '), seatsText(check.seats), ...warnings].join('; ');
}

/** "252 people active afterwards, 240 now; 48 of 300 seats left". */
export function seatsText({ used, after, limit }: { used: number; after: number; limit: number | null }): string {
  const active = `${after.toLocaleString('en')} active afterwards, ${used.toLocaleString('en')} now`;
  if (limit === null) return active;
  return `${active}; ${Math.max(0, limit - after).toLocaleString('en')} of ${many(limit, 'seat')} left`;
}

/** What the preview shows at the moment: "problems". */
export function filterText(filter: ImportFilter): string {
  return filter === 'all' ? 'all rows' : filter;
}
