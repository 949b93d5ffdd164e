import { columnTypeText } from '../model/column-type-text.ts';
import { countOf } from '../model/finding.ts';
import { numberText } from '../model/number-text.ts';
import type { Plan, PlannedPair, RowCounts } from '../model/plan.ts';
import { becomesAnother } from '../people/import/becomes-another.ts';
import { changeText } from '../people/import/change-text.ts';
import { isErased } from '../people/import/draft-row.ts';
import { alignColumns } from './align-columns.ts';
import { describeFindings } from './describe-findings.ts';
import { section } from './section.ts';
import { valueText } from './value-text.ts';

/** So many rows, and so many problems, are shown; of more their number. */
const MOST = 20;

const COUNTS: readonly (readonly [keyof RowCounts, string])[] = [
  ['create', 'created'],
  ['update', 'updated'],
  ['reactivated', 'of them active again'],
  ['deactivated', 'of them DEACTIVATED'],
  ['unchanged', 'unchanged'],
  ['skipped', 'left out (blank)'],
  ['problems', 'with problems, left out'],
];

/**
 * The plan of an import in words: how the file is read, what becomes of its rows, old values against new, what to know.
 * @param found how the mapping was found, where nobody named it
 * @param told how many of its rows, and of its problems, are told of: the first of them, or all
 */
export function describeImport(plan: Plan, ascii: boolean, told: 'first' | 'all' = 'first', found = ''): string[] {
  const most = told === 'all' ? Number.POSITIVE_INFINITY : MOST;
  const { pairs, problems, warnings, rows } = plan;
  return [
    ...readingText(plan, found),
    '',
    ...section('Columns', columnLines(plan, ascii)),
    ...section('Rows', rows === undefined ? [] : countLines(rows, ascii)),
    ...section(
      'Changes',
      cut(pairs, most, (pair) => rowText(pair, plan, ascii), 'row'),
    ),
    ...section('Warnings', describeFindings(warnings)),
    ...section(
      'Problems',
      cut(problems, most, (problem) => describeFindings([problem]), 'problem'),
    ),
    summary(plan),
  ];
}

/** Just the rows of an import: each value, that of the store against that of the file, and what to know of them. */
export function describeRows(plan: Plan, ascii: boolean): string[] {
  const { pairs, warnings } = plan;
  return [...pairs.flatMap((pair) => rowText(pair, plan, ascii)), ...section('Warnings', describeFindings(warnings))];
}

/** "IMPORT of people.csv as Calabrio reads it: blank cells ERASE what is there, missing columns too". */
function readingText({ import: made }: Plan, found: string): string[] {
  if (made === undefined) return [];
  const { blanks, missing, name } = made.mapping;
  const blank = blanks === 'erase' ? 'a blank cell ERASES the value that is there' : 'a blank cell changes nothing';
  const absent =
    missing === 'erase' ? 'a column that is missing ERASES its values' : 'a column that is missing changes nothing';
  return [
    `IMPORT of ${made.file}, read as ${name}`,
    ...(found === '' ? [] : [found]),
    `Of people who are there, ${blank}, and ${absent}.`,
  ];
}

/** "Surname  Last Name", and how it is written there; columns that are called as their fields are just counted. */
function columnLines({ import: made }: Plan, ascii: boolean): string[] {
  const columns = made?.mapping.columns ?? [];
  const same = columns.filter(({ heading, field }) => field === heading);
  const rows = columns
    .filter(({ heading, field }) => field !== heading)
    .map(({ heading, field, type }) => [heading, field, columnTypeText(type)]);
  const formats = new Set(same.flatMap(({ type }) => (type.kind === 'date' ? [type.format] : [])));
  const dates = [...formats].map((format) => {
    const written = same.filter(({ type }) => type.kind === 'date' && type.format === format);
    return formats.size === 1 ? format : `${format} (${written.map(({ heading }) => heading).join(', ')})`;
  });
  const have = same.length === 1 ? 'column has the name of its field' : 'columns have the name of their field';
  return [
    ...alignColumns(rows, { ascii }),
    ...(same.length === 0
      ? []
      : [`${numberText(same.length)} ${have}${dates.length === 0 ? '' : `; their dates are ${dates.join(' and ')}`}`]),
  ];
}

function countLines(rows: RowCounts, ascii: boolean): string[] {
  const shown = COUNTS.filter(([name]) => rows[name] > 0).map(([name, words]) => [numberText(rows[name]), words]);
  return alignColumns(shown, { right: [0], ascii });
}

/** "line 4: John Smith (19) is updated", and below it each value, that of the store against that of the file. */
function rowText({ line, source, fields, row }: PlannedPair, { import: made }: Plan, ascii: boolean): string[] {
  const isNew = row?.kind === 'create';
  const another = !isNew && becomesAnother(fields) ? ', and becomes SOMEBODY ELSE' : '';
  const state =
    row?.becomes === 'active' ? ', and active again' : row?.becomes === 'inactive' ? ', and DEACTIVATED' : '';
  const values = fields.map((change) => {
    if (isNew) return [change.field, valueText(change.source)];
    const { before, after, note } = changeText(change, valueText, made?.mapping.rules ?? null, { ascii });
    return [change.field, `${before} -> ${isErased(change) ? 'ERASED' : after}${note === '' ? '' : ` (${note})`}`];
  });
  const where = line === null ? '' : `line ${line}: `;
  return [
    `${where}${source.name} (${source.id}) is ${isNew ? 'created' : 'updated'}${another}${state}`,
    ...alignColumns(values, { ascii }).map((text) => `  ${text}`),
  ];
}

function cut<Item>(items: readonly Item[], most: number, textOf: (item: Item) => string[], noun: string): string[] {
  const rest = items.length - most;
  const shown = items.slice(0, most).flatMap(textOf);
  return rest > 0 ? [...shown, `and ${countOf(rest, `more ${noun}`)}; --json tells of all`] : shown;
}

function summary({ pairs, problems, rows }: Plan): string {
  const erased = rows?.erasedValues ?? 0;
  return `In all: ${[
    countOf(pairs.length, 'row'),
    ...(erased === 0 ? [] : [`${countOf(erased, 'value')} ERASED`]),
    countOf(problems.length, 'problem'),
  ].join(', ')}.`;
}
