import { numberText } from '../../model/number-text.ts';
import type { ImportState } from '../import-state.ts';
import { typedColumns } from '../logic/import-columns.ts';

const NOT_REPLACED = 'A file that is there is not replaced unasked.';

/** What a saved mapping is. */
export function saveMappingLines(): string[] {
  return [
    'The mapping is kept in the store, for everybody who imports: which column is what, how it is read, and what blanks do.',
  ];
}

/** What a mended copy of the file holds. */
export function saveCopyLines({ edits }: ImportState): string[] {
  const count = edits.byLine.size;
  return [
    `A copy of your file with ${numberText(count)} mended ${count === 1 ? 'row' : 'rows'}; all other rows stay byte for byte.`,
    NOT_REPLACED,
  ];
}

/** What the file of the rows with problems holds. */
export function saveProblemsLines({ check }: ImportState): string[] {
  const count = check?.counts.problems ?? 0;
  return [
    `${count === 1 ? 'The row' : `The ${numberText(count)} rows`} with problems, each with its line and reasons before its cells. Mend them in a spreadsheet and import that file.`,
    NOT_REPLACED,
  ];
}

/** How words for yes and no are typed. */
export function yesAndNoLines(importing: ImportState): string[] {
  const field = typedColumns(importing)[importing.typeCursor]?.field ?? '';
  return [
    `Which words of ${field} mean yes, and which mean no? Letter case does not matter.`,
    'Words for yes, a slash, words for no: Yes, Y / No, N',
  ];
}
