import { editCell, editedCells, leaveRowOut } from '../../people/import/edit-rows.ts';
import { bodySize } from '../layout.ts';
import { say } from '../navigate.ts';
import { beginsText, editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { checkAnew } from './check-anew.ts';
import { fileRowAt, moveToLine, rowNow } from './import-rows.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** The cells of the row under the cursor as they read now. */
export function cellsNow(state: Pick<State, 'importing'>): string[] {
  const { importing } = state;
  const row = fileRowAt(importing, rowNow(state)?.line ?? 0);
  return row === undefined ? [] : editedCells(row, importing.edits);
}

/** What stands behind the cells of a row that is mended. */
export const LEAVE_OUT = { label: 'Leave this row out', detail: 'nothing happens for it' } as const;

/** The cells of one row, and leaving it out; what is typed on a cell is another text for it, as in a spreadsheet. */
export const importMendLogic: Logic = {
  act(state, action) {
    const { importing } = state;
    const row = rowNow(state);
    const cells = cellsNow(state);
    if (row === undefined) return { ...state, overlay: null };
    if (action === 'enter') {
      return importing.cellCursor < cells.length
        ? openCell(state, cells[importing.cellCursor] ?? '')
        : leaveOut(state, row.line);
    }
    const page = Math.max(1, bodySize(state).height - 6);
    const cellCursor = moveCursor(importing.cellCursor, action, cells.length + 1, page);
    return withImport({ ...state, notice: null }, { cellCursor });
  },
  type(state, press) {
    const isEmptied = press.name === 'delete' || press.name === 'backspace';
    if (!isEmptied && !beginsText(press)) return state;
    if (state.importing.cellCursor >= cellsNow(state).length) return say(state, 'info', NO_CELL);
    return openCell(state, editText(fieldOf(''), press).value);
  },
};

const NO_CELL = 'This line is no cell and takes no text. Nothing was changed.';

function openCell(state: State, text: string): State {
  return withImport({ ...state, overlay: 'import-cell', notice: null }, { cellField: fieldOf(text) });
}

/** With the row of that line left out, unless it is so already. */
export function leaveOut(state: State, line: number): State {
  const { edits } = state.importing;
  if (edits.byLine.get(line) === 'left-out') return say(state, 'info', `Line ${line} is left out already.`);
  const said = `Line ${line} is left out; u takes that back, s saves a mended copy.`;
  return mended(state, leaveRowOut(edits, line), line, said);
}

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

/** What is said of a mending is ticked once the rows have been checked, by `sayMended`. */
function mended(state: State, edits: State['importing']['edits'], line: number, said: string): State {
  const next = checkAnew(withImport({ ...state, overlay: null }, { edits, weight: null }));
  return say(moveToLine(next, line) ?? next, 'info', said);
}
