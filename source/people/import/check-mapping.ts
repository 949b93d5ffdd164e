import { cutText, makeFinding, type Place } from '../../model/finding.ts';
import type { ImportField } from '../../model/import-field.ts';
import type { MappedColumn, Mapping } from '../../model/mapping.ts';
import type { Problem, Warning } from '../../model/pair.ts';
import { absentColumns, columnOf } from './change-mapping.ts';
import { checkColumns } from './check-columns.ts';
import { matchHeadings } from './match-headings.ts';
import { ownHeadings } from './own-headings.ts';

const MOST_NAMED = 5;
const NEVER_LOST: ReadonlySet<ImportField> = new Set(['User ID', 'Active?']);

/**
 * Whether a mapping agrees with itself and with the headings of a file. A column of the mapping whose heading the file
 * has under another name, and one that is required, is a problem; other headings that are gone are fields without a
 * column (X13), and told of once. A heading of the file that is mapped to nothing is a warning.
 */
export function checkMapping(
  mapping: Mapping,
  headings: readonly string[],
): { problems: Problem[]; warnings: Warning[] } {
  const gone = absentColumns(mapping, headings);
  const own = ownHeadings(headings);
  const leftOut = headings.filter(
    (heading) => heading !== '' && !own.has(heading) && columnOf(mapping, heading) === undefined,
  );
  const renamed = findRenamed(gone, leftOut);
  const problems = [
    ...checkColumns(mapping),
    ...twiceInFile(mapping, headings),
    ...gone.flatMap((column) => goneProblem(column, mapping, renamed.get(column.field) ?? null)),
  ];
  const isProblem = new Set(problems.map(({ column }) => column));
  // Whom a row is about, and whether an account is active, is nothing that somebody loses by a column that is gone.
  const missing = gone.filter(({ heading, field }) => !isProblem.has(heading) && !NEVER_LOST.has(field));
  const warnings = leftOutWarnings([...new Set(leftOut)]);
  const lost = missing.length === 0 ? [] : [goneWarning(missing, mapping)];
  const idColumn = gone.find(({ field }) => field === 'User ID');
  const byAddress = idColumn === undefined || isProblem.has(idColumn.heading) ? [] : [byAddressWarning(idColumn)];
  return { problems, warnings: [...byAddress, ...lost, ...warnings] };
}

function twiceInFile({ columns }: Mapping, headings: readonly string[]): Problem[] {
  return [...new Set(columns.map(({ heading }) => heading))]
    .map((heading) => ({ heading, count: headings.filter((one) => one === heading).length }))
    .filter(({ count }) => count > 1)
    .map(({ heading, count }) =>
      makeFinding(
        placeOf(heading),
        'duplicate-heading',
        `${count} columns are headed ${named(heading)}, so it is not certain which counts.`,
        'Delete or rename all of them but one.',
      ),
    );
}

/** Field of a column whose heading is gone → the heading of the file that looks like it. */
function findRenamed(gone: readonly MappedColumn[], leftOut: readonly string[]): Map<ImportField, string> {
  const fields = new Set(gone.map(({ field }) => field));
  const matches = matchHeadings(leftOut, gone).filter(({ field }) => fields.has(field));
  return new Map(matches.map(({ field, heading }) => [field, heading]));
}

function goneProblem({ heading, field }: MappedColumn, { rules }: Mapping, like: string | null): Problem[] {
  const isRequired = rules.required.includes(field);
  if (like === null && !isRequired) return [];
  const what = `The file has no column ${named(heading)}, which is mapped to ${field}`;
  const message =
    like === null ? `${what} and required.` : `${what}; it has ${named(like)}, which is mapped to nothing.`;
  const cure =
    like === null
      ? 'Put the column back, or map the one that has taken its place.'
      : `Map ${named(like)} to ${field}, or take ${named(heading)} out of the mapping.`;
  return [makeFinding(placeOf(heading), 'missing-heading', message, cure)];
}

function goneWarning(missing: readonly MappedColumn[], mapping: Mapping): Warning {
  const headings = cutText(missing.map(({ heading }) => heading).join(', '), 200);
  const isOne = missing.length === 1;
  const what = isOne ? 'One column' : `${missing.length} columns`;
  const isErasing = mapping.missing === 'erase';
  return makeFinding(
    placeOf(null),
    'heading-gone',
    `${what} of the mapping ${isOne ? 'is' : 'are'} not in the file, and ${isErasing ? 'existing people lose what they have there' : 'what people have there stays'}: ${headings}.`,
    isErasing
      ? 'Put back the columns that are to stay as they are, or keep what is missing.'
      : 'Nothing needs to be done.',
  );
}

/** X18. */
function byAddressWarning({ heading }: MappedColumn): Warning {
  return makeFinding(
    placeOf(heading),
    'heading-gone',
    `The file has no column ${named(heading)}: whom a row is about is told by its address, and a changed address is somebody new.`,
    'To change addresses, put the column back.',
  );
}

/** One each; where they are many, one for all. */
function leftOutWarnings(headings: readonly string[]): Warning[] {
  if (headings.length <= MOST_NAMED) {
    return headings.map((heading) =>
      makeFinding(
        placeOf(heading),
        'column-left-out',
        `The column ${named(heading)} is mapped to nothing and left out.`,
        'Map it to a field if it is to be imported.',
      ),
    );
  }
  const message = `${headings.length} columns are mapped to nothing and left out: ${cutText(headings.join(', '), 300)}.`;
  return [makeFinding(placeOf(null), 'column-left-out', message, 'Map those to fields that are to be imported.')];
}

function placeOf(column: string | null): Place {
  return { line: null, column, value: column };
}

function named(heading: string): string {
  return `“${cutText(heading, 40)}”`;
}
