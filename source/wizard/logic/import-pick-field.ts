import { IMPORT_FIELDS, type ImportField } from '../../model/import-field.ts';
import type { Mapping } from '../../model/mapping.ts';
import { foldText } from '../../people/fold-text.ts';
import { headingOf, mapHeading } from '../../people/import/change-mapping.ts';
import { guessType, type TypeGuess } from '../../people/import/guess-type.ts';
import { isTransferColumn } from '../../people/import/own-headings.ts';
import type { ImportState } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { say } from '../navigate.ts';
import { editText } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { erasedText, headingNow, isAbsent, leaveOut, settleHeadings } from './import-fields.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** What the picker lists: to leave the column out, then the fields whose name holds what is typed, the nearest first. */
export function listedFields({ pickField }: ImportState): (ImportField | null)[] {
  const wanted = foldText(pickField.value.trim());
  if (wanted === '') return [null, ...IMPORT_FIELDS];
  const places = IMPORT_FIELDS.map((field) => ({ field, place: nearness(foldText(field), wanted) }));
  return places
    .filter(({ place }) => place !== null)
    .sort((left, right) => Number(left.place) - Number(right.place))
    .map(({ field }) => field);
}

/** 0: it is called so, 1: it begins so, 2: it holds that; null: it does not. */
function nearness(name: string, wanted: string): number | null {
  if (name === wanted) return 0;
  return name.startsWith(wanted) ? 1 : name.includes(wanted) ? 2 : null;
}

/** Choosing the field for the heading under the cursor. */
export const importFieldLogic: Logic = {
  act(state, action) {
    const { mapping, pickCursor } = state.importing;
    const heading = headingNow(state);
    const listed = listedFields(state.importing);
    if (mapping === null || heading === undefined) return { ...state, overlay: null };
    if (action !== 'enter') {
      const page = Math.max(1, bodySize(state).height - 2);
      return withImport(
        { ...state, notice: null },
        { pickCursor: moveCursor(pickCursor, action, listed.length, page) },
      );
    }
    const field = listed[pickCursor];
    const closed: State = { ...state, overlay: null };
    if (field === undefined) return say(state, 'bad', 'No field is called that. Esc closes this list.');
    return field === null ? leaveOut(closed, mapping, heading) : take(closed, mapping, heading, field);
  },
  type(state, press) {
    const pickField = editText(state.importing.pickField, press);
    const isOther = pickField.value !== state.importing.pickField.value;
    return withImport({ ...state, notice: null }, { pickField, ...(isOther ? { pickCursor: 0 } : {}) });
  },
};

function take(state: State, mapping: Mapping, heading: string, field: ImportField): State {
  if (isTransferColumn({ heading, field })) {
    return say(state, 'bad', `“${heading}” says who goes into whom in a transfer, and cannot be ${field}.`);
  }
  const before = headingOf(mapping, field);
  if (before === heading) return say(state, 'info', `“${heading}” is ${field} already.`);
  const { type, isAmbiguous } = typeFor(state.importing, mapping, heading, field);
  const headings = before === undefined ? [heading] : [heading, before];
  const mapped = settleHeadings(state, mapHeading(mapping, heading, field, type), headings);
  const next = withAmbiguity(mapped, heading, isAmbiguous);
  const lost = erasedText(mapping, next.importing);
  const erased = lost === '' ? '' : ` ${lost}`;
  const tone = erased === '' ? (before === undefined ? 'good' : 'info') : 'bad';
  if (before === undefined) return say(next, tone, `“${heading}” is ${field} now.${erased}`);
  const was = isAbsent(state.importing, before) ? 'was, and is not in this file' : 'was, and is left out';
  return say(next, tone, `“${heading}” is ${field} now; “${before}” ${was}.${erased}`);
}

/** How the cells of a heading are written as that field: as all of them say, or as a mapping writes the field. */
function typeFor(
  { file, chosen, choices }: ImportState,
  { rules }: Mapping,
  heading: string,
  field: ImportField,
): TypeGuess {
  const columns = [chosen, ...choices].flatMap((choice) => choice?.mapping.columns ?? []);
  const usual = columns.find((column) => column.field === field)?.type ?? null;
  const place = file?.headings.indexOf(heading) ?? -1;
  const cells = new Set(file?.rows.map((row) => row.cells[place] ?? ''));
  return guessType(field, cells, usual, rules.separatorSpaces === 'refused');
}

/** What was decided about its dates was of another field; where they read in two ways they are asked about. */
function withAmbiguity(state: State, heading: string, isAmbiguous: boolean): State {
  const { guess, decided } = state.importing;
  if (guess === null) return state;
  const others = guess.ambiguousDates.filter((other) => other !== heading);
  return withImport(state, {
    guess: { ...guess, ambiguousDates: isAmbiguous ? [...others, heading] : others },
    decided: new Set([...decided].filter((other) => other !== heading)),
  });
}
