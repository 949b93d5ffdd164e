import type { ColumnType, MappedColumn } from '../../model/mapping.ts';
import { columnOf, retypeHeading } from '../../people/import/change-mapping.ts';
import type { ImportState } from '../import-state.ts';
import type { State } from '../state.ts';
import { withImport } from './with-import.ts';

/** The mapped columns in the order of the file. */
export function typedColumns({ file, mapping }: ImportState): MappedColumn[] {
  if (file === null || mapping === null) return [];
  return file.headings.flatMap((heading) => columnOf(mapping, heading) ?? []);
}

/** Headings of dates that read in two ways and of which nothing was decided; a saved mapping has decided. */
export function openDates({ guess, chosen, decided, byHand, mapping }: ImportState): string[] {
  if (guess === null || mapping === null) return [];
  return guess.ambiguousDates.filter((heading) => {
    const isSaved = chosen?.origin === 'saved' && !byHand.has(heading);
    return columnOf(mapping, heading)?.type.kind === 'date' && !decided.has(heading) && !isSaved;
  });
}

/** With the cells of a column read otherwise; that is decided then. */
export function withType(state: State, { heading }: MappedColumn, type: ColumnType): State {
  const { mapping, decided } = state.importing;
  if (mapping === null) return state;
  const next = {
    mapping: retypeHeading(mapping, heading, type),
    decided: new Set([...decided, heading]),
    weight: null,
  };
  return withImport({ ...state, notice: null }, next);
}

/** The one that is `step` places on; behind the last comes the first. */
export function nextIn<Value>(values: readonly Value[], value: Value, step: number): Value {
  return values[(values.indexOf(value) + step + values.length) % values.length] ?? value;
}
