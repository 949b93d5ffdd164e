import { STANDARD_CHOICES } from '../model/merge-choices.ts';
import { NO_MENDINGS } from '../pairs/mendings.ts';
import { FRESH_CARE } from './care-state.ts';
import { FRESH_DUPLICATES } from './duplicates-state.ts';
import { FRESH_IMPORT } from './import-state.ts';
import type { MergeState } from './merge-state.ts';
import { fieldOf } from './parts/edit-text.ts';
import type { PickerState, State } from './state.ts';
import type { World } from './world.ts';

/** A picker before anything was typed. */
export function freshPicker(world: World): PickerState {
  return { field: fieldOf(''), found: world.search.search('', { showInactive: false }), cursor: 0 };
}

/** A merge before anything was decided. */
export const FRESH_MERGE: MergeState = {
  people: null,
  choices: STANDARD_CHOICES,
  fieldCursor: 0,
  courseCursor: 0,
  file: { policy: 'source', byField: {}, decided: {}, byHand: {} },
  pair: null,
  crowd: null,
  policyCursor: 0,
  conflictCursor: 0,
  onlyDiffering: false,
  past: [],
};

/** The wizard as it opens. */
export function initialState(world: World, size: State['size']): State {
  const picker = freshPicker(world);
  return {
    world,
    size,
    trail: ['home'],
    overlay: null,
    cover: null,
    helpScroll: 0,
    notice: null,
    task: null,
    tasks: 0,
    stopWanted: null,
    progress: null,
    mode: null,
    menuCursor: null,
    lastChoice: '',
    lastMerge: 'merge',
    drafts: [],
    showInactive: false,
    pickers: { target: picker, source: picker, mend: picker },
    chosen: { target: null, source: null },
    file: {
      field: fieldOf(''),
      folder: world.cwd,
      entries: [],
      cursor: 0,
      awaited: null,
      loaded: null,
      isFound: false,
    },
    exportField: fieldOf('people.csv'),
    exportMappings: [],
    exportMapping: null,
    hasExported: false,
    direction: null,
    leaning: 'from-to',
    readings: null,
    mendings: NO_MENDINGS,
    savedMendings: NO_MENDINGS,
    undoneMendings: [],
    mendSide: 'target',
    mendedField: fieldOf(''),
    goToField: fieldOf(''),
    preview: { match: null, filter: 'all', rowsPerPage: 10, isPageChosen: false, visible: null, cursor: 0 },
    without: new Set(),
    typesCursor: 0,
    retry: null,
    undo: null,
    merge: FRESH_MERGE,
    care: FRESH_CARE,
    duplicates: FRESH_DUPLICATES,
    importing: FRESH_IMPORT,
    plan: null,
    accountsBack: null,
    resumed: null,
    reviewTab: 0,
    records: [],
    scroll: 0,
    overlayScroll: 0,
    confirmFocus: 0,
    phrase: fieldOf(''),
    question: null,
    run: null,
    result: null,
    pairFilter: 'all',
    pairField: fieldOf(''),
    pairCursor: 0,
    pairList: null,
    historyCursor: 0,
    historyField: fieldOf(''),
    repaints: 0,
    summary: [],
    exit: null,
  };
}
