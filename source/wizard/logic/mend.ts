import { nameAndId } from '../../model/user.ts';
import { leaveOut, mendSource, mendTarget } from '../../pairs/mendings.ts';
import { say } from '../navigate.ts';
import { operationNow } from '../operation.ts';
import { beginsText } from '../parts/edit-text.ts';
import type { MenuItem } from '../parts/menu.tsx';
import { ROWS_PER_PAGE } from '../preview-state.ts';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';
import { clearSearch, pickPerson } from './pick-person.ts';
import { matchRows, moveToLine, rowNow } from './preview.ts';

/** What can be done with the row under the cursor. */
export function mendItems(state: State): MenuItem<string>[] {
  const [target, source, out] = operationNow(state) === 'merge' ? MERGE_DETAILS : TRANSFER_DETAILS;
  return [
    { value: 'target', label: 'Another target', detail: target },
    { value: 'source', label: 'Another source', detail: source },
    { value: 'leave-out', label: 'Leave this row out', detail: out },
    { value: 'nothing', label: 'Leave it as it is', detail: '' },
  ];
}

const TRANSFER_DETAILS = [
  'whose data is combined or overwritten',
  'whose data moves',
  'nothing is carried for it',
] as const;
const MERGE_DETAILS = ['who is kept', 'who is merged into the target', 'nobody is merged for it'] as const;

export const mendLogic: Logic = {
  choose(state, value) {
    const row = rowNow(state);
    if (row === undefined || value === 'nothing') return { ...state, overlay: null };
    if (value === 'leave-out') {
      if (state.mendings.byLine.get(row.line)?.kind === 'left-out')
        return say(state, 'info', `Line ${row.line} is left out already.`);
      const mended = matchRows({ ...state, overlay: null, mendings: leaveOut(state.mendings, row.line) });
      return say(
        backTo(mended, row.line),
        'good',
        `Line ${row.line} is left out; u takes that back, s saves a mended copy.`,
      );
    }
    return openPicker(state, value === 'source' ? 'source' : 'target');
  },
  type(state, press) {
    if (rowNow(state) === undefined || !beginsText(press)) return state;
    const here = state.menuCursor ?? 'target';
    if (here !== 'source' && here !== 'target') return say(state, 'info', NO_PERSON);
    const picking = openPicker(state, here);
    return mendPersonLogic.type?.(picking, press) ?? picking;
  },
};

const NO_PERSON = 'A name is typed on “Another target” or “Another source”. Nothing was changed.';

/** The choice of a person for that side. */
function openPicker(state: State, mendSide: State['mendSide']): State {
  return clearSearch({ ...state, overlay: 'mend-person', mendSide }, 'mend');
}

/** Another person for one side of the row under the cursor. */
export const mendPersonLogic: Logic = pickPerson('mend', (state, user) => {
  const row = rowNow(state);
  if (row === undefined) return { ...state, overlay: null };
  const mend = state.mendSide === 'source' ? mendSource : mendTarget;
  const mended = matchRows({ ...state, overlay: null, mendings: mend(state.mendings, row.line, user.id) });
  const said = `Line ${row.line}: the ${state.mendSide} is ${nameAndId(user)} now`;
  const [still] = mended.preview.match?.problemsByLine.get(row.line) ?? [];
  return still === undefined
    ? say(backTo(mended, row.line), 'good', `${said}; u takes that back, s saves a mended copy.`)
    : say(backTo(mended, row.line), 'bad', `${said}, and it still has a problem: ${still.message} u takes that back.`);
});

export const rowsPerPageLogic: Logic = {
  choose(state, value) {
    const rowsPerPage = ROWS_PER_PAGE.find((rows) => String(rows) === value) ?? state.preview.rowsPerPage;
    return { ...state, overlay: null, preview: { ...state.preview, rowsPerPage, isPageChosen: true } };
  },
};

function backTo(state: State, line: number): State {
  return moveToLine(state, line) ?? state;
}
