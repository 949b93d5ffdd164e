import type { ProfileValue } from '../../model/user.ts';
import { type CheckGround, type FileColumn, isSameValue } from './check-ground.ts';
import { FOREVER } from './date-text.ts';
import { addChange, addProblem, type DraftRow, heldValue, type PlaceOf, WHY } from './draft-row.ts';
import type { FileRow } from './import-check.ts';
import { readSoundCell } from './read-sound-cell.ts';
import { type StateWish, settleState } from './settle-state.ts';
import { writeCell } from './write-cell.ts';

type Place = ReturnType<PlaceOf>;

/** What a row says that only all of its cells settle. */
interface RowWish extends StateWish {
  /** Required cells that are empty, the store having nothing there either: no matter where all stays as it is. */
  lacking: Place[];
}

/**
 * Reads the cells of a row and adds to `draft` every value that they change, and what is wrong with them. A cell that
 * reads as an export would write the value that is there changes nothing, whatever else may be said of it.
 */
export function readChanges(row: FileRow, draft: DraftRow, ground: CheckGround): void {
  const wish: RowWish = { active: null, deactivated: null, erasing: null, lacking: [] };
  for (const column of ground.columns) readCellOf(row, column, draft, wish, ground);
  const { user } = draft;
  if (user !== null) {
    for (const field of ground.erased) {
      const held = heldValue(user, field);
      if (held === null) continue;
      if (field === 'Deactivated') wish.erasing = WHY.missing;
      else addChange(draft, field, null, held, WHY.missing);
    }
  }
  settleState(draft, wish, ground);
  if (draft.fields.length + draft.problems.length > 0) for (const place of wish.lacking) refuseEmpty(draft, place);
}

function refuseEmpty(draft: DraftRow, place: Place): void {
  addProblem(draft, place, 'required', `${place.column} is empty.`, 'Every row needs a value there.');
}

function readCellOf(row: FileRow, column: FileColumn, draft: DraftRow, wish: RowWish, ground: CheckGround): void {
  const { field, place, isRequired } = column;
  const text = row.cells[place] ?? '';
  const held = draft.user === null ? null : heldValue(draft.user, field);
  // Most cells are blank, or as they were: nothing else is asked of those.
  if (held === null ? text === '' && !isRequired : held === text && column.isAsWritten) return;
  readValue(text, held, column, draft, wish, ground);
}

function readValue(
  text: string,
  held: ProfileValue | null,
  { field, heading, read, type, isRequired }: FileColumn,
  draft: DraftRow,
  wish: RowWish,
  { mapping }: CheckGround,
): void {
  const isAsHeld = () => held !== null && writeCell(held, type) === text;
  const reading = readSoundCell(text, type, read);
  if ('code' in reading) {
    if (isAsHeld()) return;
    addProblem(draft, { column: heading, text }, reading.code, reading.message, reading.cure);
    return;
  }
  const { value } = reading;
  if (value === null) {
    if (isRequired) {
      if (draft.user !== null && held === null) wish.lacking.push({ column: heading, text });
      else refuseEmpty(draft, { column: heading, text });
    } else if (held !== null && mapping.blanks === 'erase' && field !== 'Active?') {
      if (field === 'Deactivated') wish.erasing = WHY.blank;
      else addChange(draft, field, null, held, WHY.blank);
    }
    return;
  }
  if (field === 'Active?') {
    wish.active = value === true;
    return;
  }
  if (isSameValue(value, held) || isAsHeld()) {
    if (field === 'Deactivated' && value === FOREVER && draft.user?.active === false) draft.note = 'still-inactive';
    return;
  }
  if (field === 'Deactivated') wish.deactivated = String(value);
  else addChange(draft, field, value, held, WHY.file);
}
