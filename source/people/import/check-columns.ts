import { cutText, makeFinding } from '../../model/finding.ts';
import type { MappedColumn, Mapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/pair.ts';
import { kindsOf } from './field-types.ts';
import { isTransferColumn } from './own-headings.ts';

/**
 * What does not agree within a mapping, whatever the file: a heading or a field that stands twice, a column without a
 * heading, a column of transfers, a kind that the field does not hold, a word that is blank or means yes and no, a required
 * field without a column.
 */
export function checkColumns({ columns, rules, name }: Mapping): Problem[] {
  const lacking = rules.required.filter((field) => !columns.some((column) => column.field === field));
  return [
    ...twiceMapped(columns),
    ...columns.filter(({ heading }) => heading.trim() === '').map(headless),
    ...columns.filter(isTransferColumn).map(ofTransfers),
    ...columns.flatMap((column) => [...wrongKind(column), ...badWords(column)]),
    ...lacking.map((field) =>
      bad(
        field,
        `No column is mapped to ${field}, which “${cutText(name, 40)}” requires.`,
        `Map the column with each person's ${field} to it.`,
      ),
    ),
  ];
}

function twiceMapped(columns: readonly MappedColumn[]): Problem[] {
  const isTwice = ([, mapped]: [string, unknown[]]) => mapped.length > 1;
  const headings = [...Map.groupBy(columns, ({ heading }) => heading)].filter(isTwice);
  const fields = [...Map.groupBy(columns, ({ field }) => field)].filter(isTwice);
  return [
    ...headings.map(([heading, mapped]) => {
      const names = cutText(mapped.map(({ field }) => field).join(' and '), 200);
      return bad(heading, `The column ${named(heading)} is mapped to ${names}.`, 'Map it to one of them.');
    }),
    ...fields.map(([field, mapped]) => {
      const names = cutText(mapped.map(({ heading }) => named(heading)).join(' and '), 200);
      return bad(field, `${names} are all mapped to ${field}.`, 'Leave all of them out but one.');
    }),
  ];
}

/** Spreadsheets add columns without a name and without a value, which would count as blank. */
function headless({ field }: MappedColumn): Problem {
  return bad(field, `A column without a heading is mapped to ${field}.`, 'Give it a heading in the file and map that.');
}

function ofTransfers({ heading, field }: MappedColumn): Problem {
  const message = `The column ${named(heading)} is mapped to ${field}; it is one of the two that say who goes into whom in a transfer, and every export has it.`;
  return bad(
    heading,
    message,
    `Take it out of the mapping, or give the column with each person's ${field} another heading.`,
  );
}

function wrongKind({ heading, field, type }: MappedColumn): Problem[] {
  const kinds = kindsOf(field);
  if (kinds.includes(type.kind)) return [];
  const message = `The column ${named(heading)} is mapped to ${field}, which is no ${type.kind}.`;
  return [bad(heading, message, `Choose ${kinds.join(' or ')} for it.`)];
}

function badWords({ heading, type }: MappedColumn): Problem[] {
  if (type.kind !== 'boolean') return [];
  if ([...type.yes, ...type.no].some((word) => word.trim() === '')) {
    const message = `In the column ${named(heading)} a word for yes or no is blank, and so are cells that say neither.`;
    return [bad(heading, message, 'Take the blank one out.')];
  }
  const no = new Set(type.no.map((word) => word.trim().toLowerCase()));
  const both = type.yes.find((word) => no.has(word.trim().toLowerCase()));
  if (both === undefined) return [];
  const message = `In the column ${named(heading)} the word ${named(both)} means yes and no.`;
  return [bad(heading, message, 'Take it out of one of them.')];
}

function bad(column: string, message: string, cure: string): Problem {
  return makeFinding({ line: null, column, value: column }, 'bad-mapping', message, cure);
}

function named(heading: string): string {
  return `“${cutText(heading, 40)}”`;
}
