import { cutText, makeFinding } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import type { Problem } from '../../model/pair.ts';
import { kindsOf } from './field-types.ts';

/** What does not agree within a mapping, whatever the file: a heading or a field twice, a kind that the field does not hold, a word for yes and for no, a required field that is left out. */
export function checkColumns({ columns, rules, name }: Mapping): Problem[] {
  const problems: Problem[] = [];
  const byHeading = Map.groupBy(columns, ({ heading }) => heading);
  for (const [heading, mapped] of byHeading) {
    if (mapped.length < 2) continue;
    const fields = mapped.map(({ field }) => field).join(' and ');
    problems.push(bad(heading, `The column ${named(heading)} is mapped to ${fields}.`, 'Map it to one of them.'));
  }
  for (const [field, mapped] of Map.groupBy(columns, (column) => column.field)) {
    if (mapped.length < 2) continue;
    const headings = mapped.map(({ heading }) => named(heading)).join(' and ');
    problems.push(bad(field, `${headings} are both mapped to ${field}.`, 'Leave all of them out but one.'));
  }
  for (const { heading, field, type } of columns) {
    const kinds = kindsOf(field);
    if (kinds.includes(type.kind)) continue;
    const message = `The column ${named(heading)} is mapped to ${field}, which is no ${type.kind}.`;
    problems.push(bad(heading, message, `Choose ${kinds.join(' or ')} for it.`));
  }
  for (const { heading, type } of columns) {
    if (type.kind !== 'boolean') continue;
    const no = new Set(type.no.map((word) => word.trim().toLowerCase()));
    const both = type.yes.find((word) => no.has(word.trim().toLowerCase()));
    if (both === undefined) continue;
    const message = `In the column ${named(heading)} the word ${named(both)} means yes and no.`;
    problems.push(bad(heading, message, 'Take it out of one of them.'));
  }
  for (const field of rules.required.filter((required) => !columns.some((column) => column.field === required))) {
    const message = `No column is mapped to ${field}, which “${cutText(name, 40)}” requires.`;
    problems.push(bad(field, message, `Map the column with each person's ${field} to it.`));
  }
  return problems;
}

function bad(column: string, message: string, cure: string): Problem {
  return makeFinding({ line: null, column, value: column }, 'bad-mapping', message, cure);
}

function named(heading: string): string {
  return `“${cutText(heading, 40)}”`;
}
