import { IMPORT_FIELDS } from '../../model/import-field.ts';
import type { Mapping } from '../../model/mapping.ts';
import { absentColumns, columnOf, missingFields, unmapHeading } from '../../people/import/change-mapping.ts';
import { erasedFields } from '../../people/import/erased-fields.ts';
import type { ImportState } from '../import-state.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { takeColumnsBack } from './import-take-back.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** The headings of the file, then those of the columns that the mapping has and the file lacks. */
export function listedHeadings({ file, mapping }: Pick<ImportState, 'file' | 'mapping'>): readonly string[] {
  if (file === null || mapping === null) return [];
  return [...file.headings, ...absentColumns(mapping, file.headings).map(({ heading }) => heading)];
}

/** The heading under the cursor; undefined: there is none. */
export function headingNow({ importing }: State): string | undefined {
  return listedHeadings(importing)[importing.fieldCursor];
}

/** Whether this heading is one of the mapping that the file lacks. */
export function isAbsent({ file }: Pick<ImportState, 'file'>, heading: string): boolean {
  return file !== null && !file.headings.includes(heading);
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
      case 'take-back':
        return takeColumnsBack(state);
      default: {
        const page = Math.max(1, bodySize(state).height - 5);
        return withImport(
          { ...state, notice: null },
          { fieldCursor: moveCursor(fieldCursor, action, listedHeadings(state.importing).length, page) },
        );
      }
    }
  },
};

function leave(state: State, mapping: Mapping): State {
  const missing = missingFields(mapping, state.importing.file?.headings ?? []);
  if (missing.length === 0) return goOn(state);
  const [what, them] = missing.length === 1 ? ['is required and has', 'it'] : ['are required and have', 'them'];
  return say(
    state,
    'bad',
    `${missing.join(', ')} ${what} no column. Go to the column that holds ${them} and press Space.`,
  );
}

function openPicker(state: State, mapping: Mapping, heading: string): State {
  if (isAbsent(state.importing, heading)) {
    return say(state, 'info', `“${heading}” is not in this file; x takes it out of the mapping.`);
  }
  const field = columnOf(mapping, heading)?.field;
  const cursor = field === undefined ? 0 : IMPORT_FIELDS.indexOf(field) + 1;
  return withImport(
    { ...state, overlay: 'import-field', notice: null },
    { pickField: fieldOf(''), pickCursor: Math.max(0, cursor) },
  );
}

/** With a heading left out; what has no field is left out already. */
export function leaveOut(state: State, mapping: Mapping, heading: string): State {
  const field = columnOf(mapping, heading)?.field;
  if (field === undefined) return say(state, 'info', `“${heading}” is left out already. Space chooses a field for it.`);
  const next = settleHeadings(state, unmapHeading(mapping, heading), [heading]);
  if (!isAbsent(state.importing, heading)) {
    const erased = erasedText(mapping, next.importing);
    return erased === ''
      ? say(next, 'info', `“${heading}” is left out: its cells are not read; z takes that back.`)
      : say(next, 'bad', `“${heading}” is left out. ${erased} z takes that back.`);
  }
  const fieldCursor = Math.min(state.importing.fieldCursor, listedHeadings(next.importing).length - 1);
  const isErased = erasedFields(unmapHeading(mapping, heading), state.importing.file?.headings ?? []).includes(field);
  const still = isErased ? `; what people have in ${field} is still ERASED, for want of a column` : '';
  const text = `“${heading}” is out of the mapping, which says nothing of ${field} now${still}; z takes that back.`;
  return say(withImport(next, { fieldCursor: Math.max(0, fieldCursor) }), 'info', text);
}

/**
 * "What people have in ACD ID will be ERASED, …": of fields that are to be erased for want of a column as they were not
 * by the mapping `before`; empty where there are none.
 */
export function erasedText(before: Mapping, { file, mapping }: Pick<ImportState, 'file' | 'mapping'>): string {
  if (file === null || mapping === null) return '';
  const already = new Set(erasedFields(before, file.headings));
  const gone = erasedFields(mapping, file.headings).filter((field) => !already.has(field));
  if (gone.length === 0) return '';
  return `What people have in ${gone.join(' and ')} will be ERASED, unless “What is blank or missing” keeps what is missing.`;
}

function asProposed(state: State): State {
  const { proposed: mapping } = state.importing;
  if (mapping === null) return state;
  const next = withImport(state, { mapping, byHand: new Set(), decided: new Set(), weight: null });
  return say(next, 'info', 'Every column is as it was proposed at first; z takes that back.');
}

/** With that mapping, in which these headings were settled by hand. */
export function settleHeadings(state: State, mapping: Mapping, headings: readonly string[]): State {
  const { byHand } = state.importing;
  return withImport(state, { mapping, byHand: new Set([...byHand, ...headings]), weight: null });
}
