import { undoEdit } from '../../people/import/edit-rows.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { fieldOf } from '../parts/edit-text.ts';
import { ROWS_PER_PAGE } from '../preview-state.ts';
import type { State } from '../state.ts';
import { checkAnew } from './check-anew.ts';
import { findingsOf } from './import-findings.ts';
import { leaveOut } from './import-mend.ts';
import { moveTo, moveToLine, nextFilter, rowNow, visibleRows, withFilter } from './import-rows.ts';
import type { Logic } from './logic.ts';
import { moveInPages } from './pages.ts';
import { besidePath } from './save-mended.ts';
import { noteUndone, undoneLast } from './undone.ts';
import { withImport } from './with-import.ts';

/** The rows of an import and what becomes of each: pages, filters, problems, mending in place. */
export const importPreviewLogic: Logic = {
  enter(before) {
    const state = withFittingPage(before);
    const { importing } = state;
    const { checkedOf, mapping, edits } = importing;
    const isChecked = importing.check !== null && checkedOf?.mapping === mapping && checkedOf.edits === edits;
    return isChecked ? state : checkAnew(withImport(state, { check: null, visible: null }));
  },
  act(state, action) {
    const { importing, preview } = state;
    if (importing.check === null) return action === 'go-on' ? checkAnew(state) : state;
    switch (action) {
      case 'filter':
        return withFilter(state, nextFilter(importing));
      case 'next-problem':
        return toNextProblem(state);
      case 'go-to-row':
        return { ...state, overlay: 'go-to-row', goToField: fieldOf(''), notice: null };
      case 'rows-per-page':
        return { ...state, overlay: 'rows-per-page', notice: null };
      case 'detail':
        return rowNow(state) === undefined ? state : open(state, 'import-row');
      case 'warnings':
        return open(state, 'import-warnings');
      case 'mend':
        return rowNow(state) === undefined ? state : openMending(state);
      case 'remove': {
        const row = rowNow(state);
        return row === undefined ? state : leaveOut(state, row.line);
      }
      case 'undo-mending':
        return takeBack(state);
      case 'redo-mending':
        return mendAgain(state);
      case 'save-mended':
        if (importing.edits.byLine.size === 0) return say(state, 'info', 'Nothing has been mended yet.');
        return openSaving(state, 'import-save-copy', 'mended');
      case 'save-problems':
        if (importing.check.counts.problems === 0) return toNextProblem(state);
        return openSaving(state, 'import-save-problems', 'problems');
      case 'go-on':
        return leave(state);
      default: {
        const cursor = moveInPages(importing.cursor, action, visibleRows(importing), preview.rowsPerPage);
        return cursor === null ? state : moveTo(state, cursor);
      }
    }
  },
};

/** Lines of the body that are no rows: those above and below the table, and its frame. */
const NO_ROWS = 7;

/** With pages of as many rows as the window shows, of the sizes that there are; unless the operator chose one. */
function withFittingPage(state: State): State {
  if (state.preview.isPageChosen) return state;
  const room = bodySize(state).height - NO_ROWS;
  const rowsPerPage = ROWS_PER_PAGE.findLast((rows) => rows <= room) ?? ROWS_PER_PAGE[0];
  return { ...state, preview: { ...state.preview, rowsPerPage } };
}

function open(state: State, overlay: 'import-row' | 'import-warnings'): State {
  return { ...state, overlay, overlayScroll: 0, notice: null };
}

/** On the first cell of the row that has a problem, or its first. */
function openMending(state: State): State {
  const { importing } = state;
  const [problem] = findingsOf(importing.check).problems.get(rowNow(state)?.line ?? 0) ?? [];
  const place = importing.file?.headings.indexOf(problem?.column ?? '') ?? -1;
  return withImport({ ...state, overlay: 'import-mend', notice: null }, { cellCursor: Math.max(0, place) });
}

function openSaving(state: State, overlay: 'import-save-copy' | 'import-save-problems', ending: string): State {
  const path = besidePath(state.importing.file?.file ?? 'people.csv', ending);
  return withImport({ ...state, overlay, notice: null }, { nameField: fieldOf(path) });
}

function takeBack(state: State): State {
  const { edits, undoneEdits } = state.importing;
  const last = edits.history.at(-1);
  if (last === undefined) return say(state, 'info', 'There is no mending to undo.');
  const left = undoEdit(edits);
  const undone = checkAnew(
    withImport(state, { edits: left, undoneEdits: noteUndone(undoneEdits, edits, left), weight: null }),
  );
  const said = `Line ${last.line} is as it was before; y mends it again.`;
  return say(moveToLine(undone, last.line) ?? undone, 'good', said);
}

function mendAgain(state: State): State {
  const { edits, undoneEdits } = state.importing;
  const again = undoneLast(undoneEdits, edits);
  if (again === null) return say(state, 'info', 'No mending was undone.');
  const line = again.history.at(-1)?.line ?? 0;
  const mended = checkAnew(withImport(state, { edits: again, undoneEdits: undoneEdits.slice(0, -1), weight: null }));
  return say(moveToLine(mended, line) ?? mended, 'good', `Line ${line} is mended again; u takes that back.`);
}

function toNextProblem(state: State): State {
  const { check, filter } = state.importing;
  const { problems, whole } = findingsOf(check);
  const [first] = whole;
  if (problems.size === 0) {
    return first === undefined
      ? say(state, 'good', 'No row has a problem.')
      : say(state, 'bad', `${first.message} ${first.cure}`);
  }
  const here = rowNow(state)?.line ?? 0;
  const lines = [...problems.keys()];
  const next = lines.find((line) => line > here) ?? lines[0] ?? 0;
  const shown = filter === 'all' || filter === 'problems' ? state : withFilter(state, 'all');
  return moveToLine(shown, next) ?? shown;
}

/** Rows with problems stay out; the others go on (no row has to wait for another). */
function leave(state: State): State {
  const { check } = state.importing;
  if (check === null) return state;
  const { create, update, problems } = check.counts;
  const [whole] = findingsOf(check).whole;
  if (whole !== undefined) return say(state, 'bad', `${whole.message} ${whole.cure}`);
  if (create + update > 0) return goOn(state);
  const why = problems > 0 ? 'every row that would change something has a problem' : 'the store has it all already';
  return say(state, 'bad', `Nothing would happen: ${why}.`);
}
