import { kindsOf } from '../people/import/field-types.ts';
import type { KeyAction } from './key-binding.ts';
import { openDates, typedColumns } from './logic/import-columns.ts';
import { rowNow } from './logic/import-rows.ts';
import { choicesHere } from './logic/import-take-back.ts';
import { unreadColumns } from './logic/import-unread.ts';
import { undoneLast } from './logic/undone.ts';
import { isImportConfirmCut } from './screens/import-confirm-text.ts';
import { placeNow, type State } from './state.ts';

/** Whether a key does anything at the moment at a place of an import; null: this place is none, or the key always does. */
export function isUsefulForImport(state: State, action: KeyAction): boolean | null {
  const { importing, plan } = state;
  const { check, edits, choices, choiceCursor, undoneEdits } = importing;
  switch (placeNow(state)) {
    case 'import-types': {
      const column = typedColumns(importing)[importing.typeCursor];
      const kind = column?.type.kind;
      if (action === 'take-back') return choicesHere(state) > 0;
      if (action === 'left' || action === 'right') return kind === 'date' || kind === 'list' || kind === 'boolean';
      if (action === 'words') return kind === 'boolean';
      if (action === 'other-type') return column !== undefined && kindsOf(column.field).length > 1;
      if (action === 'next-problem') return openDates(importing).length > 0 || unreadColumns(importing).length > 0;
      if (action === 'toggle') return column !== undefined && openDates(importing).includes(column.heading);
      return null;
    }
    case 'import-fields':
      return action === 'take-back' ? choicesHere(state) > 0 : null;
    case 'import-mappings':
      return action === 'remove' ? choices[choiceCursor]?.origin === 'saved' : null;
    case 'import-preview': {
      if (check === null) return action === 'go-on' ? true : null;
      if (action === 'save-problems' || action === 'next-problem') return check.counts.problems > 0;
      if (action === 'remove') return !['skipped', undefined].includes(rowNow(state)?.kind);
      if (action === 'warnings') return check.warnings.length > 0;
      if (action === 'undo-mending') return edits.history.length > 0;
      if (action === 'redo-mending') return undoneLast(undoneEdits, edits) !== null;
      if (action === 'save-mended') return edits.byLine.size > 0;
      return null;
    }
    case 'import-confirm':
      return SCROLLING.includes(action) ? plan !== null && isImportConfirmCut(state) : null;
    default:
      return null;
  }
}

const SCROLLING: readonly KeyAction[] = ['up', 'down', 'page-up', 'page-down'];
