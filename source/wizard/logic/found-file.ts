import { FROM_HEADING, type PairsFile, TO_HEADING } from '../../pairs/pair-row.ts';
import type { Duplicate } from '../../people/find-duplicates.ts';

/** Pairs that were found, as the rows of a file that is nowhere on the disk. */
export function foundFile(pairs: readonly Duplicate[]): PairsFile {
  return {
    file: 'duplicates.csv',
    encoding: { name: 'utf-8', bom: 0, guessed: false },
    delimiter: ',',
    newline: '\n',
    bytes: 0,
    fault: null,
    headings: [FROM_HEADING, TO_HEADING],
    rows: pairs.map(({ source, target }, index) => ({
      line: index + 2,
      from: String(source.id),
      to: String(target.id),
      claims: null,
      ragged: null,
    })),
    problems: [],
    warnings: [],
  };
}
