import { cutText, makeFinding } from '../model/finding.ts';
import type { Problem, Warning } from '../model/pair.ts';
import { holdsPeople } from './holds-people.ts';
import { FROM_HEADING, TO_HEADING } from './pair-row.ts';

/** Where the columns that count stand, counted from 0; -1: absent. */
export interface PairColumns {
  from: number;
  to: number;
  email: number;
  firstName: number;
  lastName: number;
}

/** What the heading line says; `columns` is null where the id columns cannot be told for certain. */
export interface HeadingsCheck {
  columns: PairColumns | null;
  problems: Problem[];
  warnings: Warning[];
}

/** Finds the columns by their headings, whatever their letter case and spaces, and says what is wrong (X11, X12). */
export function findColumns(headings: readonly string[], line: number): HeadingsCheck {
  const keys = headings.map(keyOf);
  const at = (heading: string): number => keys.indexOf(keyOf(heading));
  const columns: PairColumns = {
    from: at(FROM_HEADING),
    to: at(TO_HEADING),
    email: at('Email'),
    firstName: at('First Name'),
    lastName: at('Last Name'),
  };
  const problems = [...checkMissing(headings, columns, line), ...checkDuplicates(headings, keys, line)];
  const warnings: Warning[] = [];
  const isInPlace = columns.from === 0 && columns.to === 1;
  if (problems.length === 0 && !isInPlace) {
    const where = `${FROM_HEADING} is column ${columns.from + 1} and ${TO_HEADING} is column ${columns.to + 1}`;
    warnings.push(
      makeFinding(
        { line, column: FROM_HEADING, value: headings[columns.from] ?? null },
        'columns-out-of-place',
        `The headings decide here: ${where}; in an export they are the first two.`,
        'Check that the columns were moved on purpose and that the numbers moved with their headings.',
      ),
    );
  }
  return { columns: problems.length === 0 ? columns : null, problems, warnings };
}

function keyOf(heading: string): string {
  return heading.replace(/[\s_\ufeff-]+/g, '').toLowerCase();
}

function checkMissing(headings: readonly string[], columns: PairColumns, line: number): Problem[] {
  const missing = [...(columns.from < 0 ? [FROM_HEADING] : []), ...(columns.to < 0 ? [TO_HEADING] : [])];
  const value = headings.join(', ');
  if (missing.length === 2 && holdsPeople(headings)) {
    return [
      makeFinding(
        { line, column: FROM_HEADING, value },
        'missing-heading',
        `This is the file for importing people, not one of pairs: it has no ${FROM_HEADING} and no ${TO_HEADING}.`,
        'To import the people: handover import FILE. For a transfer export all users, fill in To User ID there, and take that file.',
      ),
    ];
  }
  const saw = cutText(value, 60);
  return missing.map((heading) =>
    makeFinding(
      { line, column: heading, value },
      'missing-heading',
      `No column is headed ${heading}; the heading line reads “${saw}”.`,
      `Put the heading line of the export back: its first two columns are ${FROM_HEADING} and ${TO_HEADING}.`,
    ),
  );
}

function checkDuplicates(headings: readonly string[], keys: readonly string[], line: number): Problem[] {
  const places = Map.groupBy(keys.keys(), (index) => keys[index] ?? '');
  places.delete('');
  return [...places.values()]
    .filter((indexes) => indexes.length > 1)
    .map((indexes) => {
      const heading = headings[indexes[0] ?? 0] ?? '';
      const where = indexes.map((index) => String(index + 1)).join(' and ');
      return makeFinding(
        { line, column: heading, value: heading },
        'duplicate-heading',
        `${indexes.length} columns are headed “${cutText(heading, 40)}” (columns ${cutText(where, 60)}), so it is not certain which counts.`,
        'Delete or rename all of them but one.',
      );
    });
}
