import type { Place } from './state.ts';

/** What a key of the table does. */
export type KeyAction =
  | 'up'
  | 'down'
  | 'page-up'
  | 'page-down'
  | 'first'
  | 'last'
  | 'left'
  | 'right'
  | 'enter'
  | 'complete'
  | 'show-inactive'
  | 'toggle'
  | 'toggle-all'
  | 'filter'
  | 'next-problem'
  | 'go-to-row'
  | 'rows-per-page'
  | 'detail'
  | 'records'
  | 'overwrite-changed'
  | 'pairs'
  | 'detach'
  | 'undo-pair'
  | 'mend'
  | 'undo-mending'
  | 'redo-mending'
  | 'save-mended'
  | 'take-source'
  | 'take-target'
  | 'take-both'
  | 'all-source'
  | 'all-target'
  | 'as-proposed'
  | 'only-differing'
  | 'take-back'
  | 'all-like-this'
  | 'open-pair'
  | 'why'
  | 'decide'
  | 'choose-mapping'
  | 'encoding'
  | 'delimiter'
  | 'remove'
  | 'other-type'
  | 'words'
  | 'save-mapping'
  | 'save-problems'
  | 'warnings'
  | 'go-on'
  | 'stop'
  | 'help'
  | 'back'
  | 'quit'
  | 'interrupt'
  | 'repaint'
  | 'menu';

/** Keys, what they do, and where. */
export interface Binding {
  action: KeyAction;
  /** Names of keys as keyboard.ts gives them, or single characters. None: the menu on screen hears them itself. */
  keys: readonly string[];
  /** How the key is called on screen. */
  called: string;
  label: string;
  /** The same of a run whose rows have one person each: an import, or its undo. */
  rowLabel?: string;
  places: readonly Place[] | 'everywhere';
}
