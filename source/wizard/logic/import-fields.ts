import { IMPORT_FIELDS, type ImportField } from '../../model/import-field.ts';
import type { ColumnType, Mapping } from '../../model/mapping.ts';
import { foldText } from '../../people/fold-text.ts';
import { columnOf, headingOf, mapHeading, missingFields, unmapHeading } from '../../people/import/change-mapping.ts';
import { defaultType } from '../../people/import/field-types.ts';
import type { ImportState } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** The heading under the cursor; undefined: the file has none. */
export function headingNow({ importing }: State): string | undefined {
  return importing.file?.headings[importing.fieldCursor];
}

/** Which field each heading is mapped to: a row a heading. */
export const importFieldsLogic: Logic = {
  act(state, action) {
    const { file, mapping, fieldCursor } = state.importing;
    const heading = headingNow(state);
    if (file === null || mapping === null) return state;
    switch (action) {
      case 'enter':
        return leave(state, mapping);
      case 'toggle':
        return heading === undefined ? state : openPicker(state, mapping, heading);
      case 'remove':
        return heading === undefined ? state : leaveOut(state, mapping, heading);
      case 'as-proposed':
        return asProposed(state);
      default: {
        const page = Math.max(1, bodySize(state).height - 5);
        return withImport(
          { ...state, notice: null },
          { fieldCursor: moveCursor(fieldCursor, action, file.headings.length, page) },
        );
      }
    }
  },
};

function leave(state: State, mapping: Mapping): State {
  const missing = missingFields(mapping);
  if (missing.length === 0) return goOn(state);
  const [what, them] = missing.length === 1 ? ['is required and has', 'it'] : ['are required and have', 'them'];
  return say(
    state,
    'bad',
    `${missing.join(', ')} ${what} no column. Go to the column that holds ${them} and press Space.`,
  );
}

function openPicker(state: State, mapping: Mapping, heading: string): State {
  const field = columnOf(mapping, heading)?.field;
  const cursor = field === undefined ? 0 : IMPORT_FIELDS.indexOf(field) + 1;
  return withImport(
    { ...state, overlay: 'import-field', notice: null },
    { pickField: fieldOf(''), pickCursor: Math.max(0, cursor) },
  );
}

function leaveOut(state: State, mapping: Mapping, heading: string): State {
  const field = columnOf(mapping, heading)?.field;
  if (field === undefined) return say(state, 'info', `“${heading}” is left out already. Space chooses a field for it.`);
  const next = withMapping(state, unmapHeading(mapping, heading), [heading]);
  return say(next, 'info', `“${heading}” is left out: its cells are not read.`);
}

function asProposed(state: State): State {
  const { file, chosen } = state.importing;
  if (file === null || chosen === null) return state;
  const columns = chosen.mapping.columns.filter(({ heading }) => file.headings.includes(heading));
  const mapping = { ...chosen.mapping, columns };
  const next = withImport(state, { mapping, byHand: new Set(), decided: new Set(), weight: null });
  return say(next, 'info', 'Every column is as it was proposed at first.');
}

/** With that mapping, in which these headings were settled by hand. */
function withMapping(state: State, mapping: Mapping, headings: readonly string[]): State {
  const { byHand } = state.importing;
  return withImport(state, { mapping, byHand: new Set([...byHand, ...headings]), weight: null });
}

/** What the picker lists: to leave the column out, then the fields whose name holds what is typed. */
export function listedFields({ pickField }: ImportState): (ImportField | null)[] {
  const wanted = foldText(pickField.value.trim());
  const fields = IMPORT_FIELDS.filter((field) => foldText(field).includes(wanted));
  return wanted === '' ? [null, ...fields] : fields;
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
  const before = headingOf(mapping, field);
  if (before === heading) return say(state, 'info', `“${heading}” is ${field} already.`);
  const type = typeFor(state.importing, heading, field);
  const headings = before === undefined ? [heading] : [heading, before];
  const next = withMapping(state, mapHeading(mapping, heading, field, type), headings);
  if (before === undefined) return say(next, 'good', `“${heading}” is ${field} now.`);
  return say(next, 'info', `“${heading}” is ${field} now; “${before}” was, and is left out.`);
}

/** How the cells of a heading are read as that field: as guessed, or as the chosen or a shipped mapping reads the field. */
function typeFor({ guess, chosen, choices }: ImportState, heading: string, field: ImportField): ColumnType {
  const columns = [chosen, ...choices].flatMap((choice) => choice?.mapping.columns ?? []);
  const usual = columns.find((column) => column.field === field)?.type ?? defaultType(field);
  const guessed = guess?.mapping.columns.find((column) => column.heading === heading)?.type;
  return guessed?.kind === usual.kind ? guessed : usual;
}
