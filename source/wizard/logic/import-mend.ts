import { editCell, editedCells, leaveRowOut } from '../../people/import/edit-rows.ts';
import { bodySize } from '../layout.ts';
import { say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { checkAnew } from './import-preview.ts';
import { fileRowAt, moveToLine, rowNow } from './import-rows.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** The cells of the row under the cursor as they read now. */
export function cellsNow(state: Pick<State, 'importing'>): string[] {
  const { importing } = state;
  const row = fileRowAt(importing, rowNow(state)?.line ?? 0);
  return row === undefined ? [] : editedCells(row, importing.edits);
}

/** The cells of one row, to choose the one that is to be mended. */
export const importMendLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const row = rowNow(state);
    const cells = cellsNow(state);
    if (row === undefined) return { ...state, overlay: null };
    switch (action) {
      case 'mend': {
        const cellField = fieldOf(cells[importing.cellCursor] ?? '');
        return withImport({ ...state, overlay: 'import-cell', notice: null }, { cellField });
      }
      case 'remove': {
        const edits = leaveRowOut(importing.edits, row.line);
        const said = `Line ${row.line} is left out; u takes that back, s saves a mended copy.`;
        return mended(state, edits, row.line, said);
      }
      default: {
        const page = Math.max(1, bodySize(state).height - 6);
        const cellCursor = moveCursor(importing.cellCursor, action, cells.length, page);
        return withImport({ ...state, notice: null }, { cellCursor });
      }
    }
  },
};

/** Another text for that cell. */
export const importCellLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const row = rowNow(state);
    const text = importing.cellField.value;
    if (action !== 'enter') return state;
    if (row === undefined || text === cellsNow(state)[importing.cellCursor]) return { ...state, overlay: null };
    const edits = editCell(importing.edits, row.line, importing.cellCursor, text);
    const heading = importing.file?.headings[importing.cellCursor] ?? '';
    const said = `Line ${row.line}: ${heading} is mended; u takes that back, s saves a mended copy.`;
    return mended(state, edits, row.line, said);
  },
  type: (state, press) =>
    withImport({ ...state, notice: null }, { cellField: editText(state.importing.cellField, press) }),
};

function mended(state: State, edits: State['importing']['edits'], line: number, said: string): State {
  const next = checkAnew(withImport({ ...state, overlay: null }, { edits }));
  return say(moveToLine(next, line) ?? next, 'good', said);
}
