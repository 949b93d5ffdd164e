import { isDeepStrictEqual } from 'node:util';
import { columnOf } from './change-mapping.ts';
import { fitMapping } from './fit-mapping.ts';
import type { ImportCheck, PeopleFile } from './import-check.ts';

/**
 * Headings of the columns of `file` whose lists, or words for yes and no, a shipped mapping would take to be written
 * otherwise if it saw just the rows with problems. What it makes of dates can be said to it, and of these it cannot.
 */
export function readOtherwise(
  { headings, rows }: Pick<PeopleFile, 'headings' | 'rows'>,
  { mapping, rows: checked }: Pick<ImportCheck, 'mapping' | 'rows'>,
): string[] {
  const wrong = new Set(checked.filter(({ kind }) => kind === 'problem').map(({ line }) => line));
  const alone = { headings, rows: rows.filter(({ line }) => wrong.has(line)) };
  const { columns } = fitMapping({ mapping, isPreset: true }, alone).mapping;
  return columns.flatMap(({ heading, type }) => {
    const isGuessed = type.kind === 'list' || type.kind === 'boolean';
    return isGuessed && !isDeepStrictEqual(type, columnOf(mapping, heading)?.type) ? [heading] : [];
  });
}
