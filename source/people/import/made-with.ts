import { countOf } from '../../model/finding.ts';
import type { Mapping } from '../../model/mapping.ts';
import type { PeopleFile } from './import-check.ts';

/** What the list of mappings says of one that was made from a file: "Made with staff.csv, of 8 of its 9 columns." */
export function madeWith({ file, headings }: Pick<PeopleFile, 'file' | 'headings'>, { columns }: Mapping): string {
  const name = file.split(/[\\/]/).at(-1) ?? file;
  const read = columns.filter(({ heading }) => headings.includes(heading)).length;
  const count = headings.filter((heading) => heading !== '').length;
  return `Made with ${name}, of ${read} of its ${countOf(count, 'column')}.`;
}
