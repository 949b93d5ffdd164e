import { IMPORT_FIELDS } from '../../model/import-field.ts';
import type { Mapping } from '../../model/mapping.ts';
import { columnOf, missingFields, unmapHeading } from '../../people/import/change-mapping.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { forgetColumns, takeColumnsBack } from './import-take-back.ts';
import { type Logic, moveCursor } from './logic.ts';
import { withImport } from './with-import.ts';

/** The heading under the cursor; undefined: the file has none. */
export function headingNow({ importing }: State): string | undefined {
  return importing.file?.headings[importing.fieldCursor];
}

/** Which field each heading is mapped to: a row a heading. */
export const importFieldsLogic: Logic = {
  enter: forgetColumns,
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

/** With a heading left out; what has no field is left out already. */
export function leaveOut(state: State, mapping: Mapping, heading: string): State {
  const field = columnOf(mapping, heading)?.field;
  if (field === undefined) return say(state, 'info', `“${heading}” is left out already. Space chooses a field for it.`);
  const next = settleHeadings(state, unmapHeading(mapping, heading), [heading]);
  return say(next, 'info', `“${heading}” is left out: its cells are not read; z takes that back.`);
}

function asProposed(state: State): State {
  const { file, chosen } = state.importing;
  if (file === null || chosen === null) return state;
  const columns = chosen.mapping.columns.filter(({ heading }) => file.headings.includes(heading));
  const mapping = { ...chosen.mapping, columns };
  const next = withImport(state, { mapping, byHand: new Set(), decided: new Set(), weight: null });
  return say(next, 'info', 'Every column is as it was proposed at first; z takes that back.');
}

/** With that mapping, in which these headings were settled by hand. */
export function settleHeadings(state: State, mapping: Mapping, headings: readonly string[]): State {
  const { byHand } = state.importing;
  return withImport(state, { mapping, byHand: new Set([...byHand, ...headings]), weight: null });
}
