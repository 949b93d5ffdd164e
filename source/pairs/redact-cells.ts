import { IMPORT_FIELDS, type ImportField } from '../model/import-field.ts';
import { parseId } from '../model/parse-id.ts';
import { mayName } from '../redact/may-name.ts';
import { HIDDEN, standInValue } from '../redact/stand-in.ts';
import type { PairColumns } from './find-columns.ts';

const FIELDS: ReadonlyMap<string, ImportField> = new Map(IMPORT_FIELDS.map((field) => [keyOf(field), field]));

/**
 * What cells of a row hold in a copy that names nobody, by their place: stand-ins of the person whose From User ID it is.
 * What a column holds that no export has is not known, and hidden unless it is a number.
 */
export function redactCells(
  headings: readonly string[],
  cells: readonly string[],
  { from, to }: PairColumns,
): Map<number, string> {
  const id = parseId(cells[from] ?? '');
  return new Map(
    cells.flatMap((cell, place): [number, string][] => {
      const field = place === from || place === to ? undefined : FIELDS.get(keyOf(headings[place] ?? ''));
      if (field === undefined) return mayName(cell) ? [[place, HIDDEN]] : [];
      const standIn = standInValue(field, id ?? 0);
      if (standIn === null || cell.trim() === '') return [];
      return [[place, id === null ? HIDDEN : standIn]];
    }),
  );
}

function keyOf(heading: string): string {
  return heading.trim().toLowerCase();
}
