import type { ImportState } from '../import-state.ts';
import type { ImportWish } from '../import-task.ts';
import type { State } from '../state.ts';

/** With these answers about the import. */
export function withImport(state: State, parts: Partial<ImportState>): State {
  return { ...state, importing: { ...state.importing, ...parts } };
}

/** What the rows are checked with; null: no file has been read. */
export function wishOf({ importing }: Pick<State, 'importing'>): ImportWish | null {
  const { file, edits, mapping } = importing;
  return file === null || mapping === null ? null : { file, edits, mapping };
}

/** Whether rows of the file were mended that no saved copy of it has. */
export function hasUnsavedEdits({ importing, drafts }: Pick<State, 'importing' | 'drafts'>): boolean {
  const { edits, savedEdits } = importing;
  return drafts.includes('import') && edits.byLine.size > 0 && edits !== savedEdits;
}
