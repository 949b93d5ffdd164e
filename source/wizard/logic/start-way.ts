import { NO_MENDINGS } from '../../pairs/mendings.ts';
import { FRESH_IMPORT } from '../import-state.ts';
import { FRESH_MERGE, freshPicker } from '../initial-state.ts';
import { goTo } from '../navigate.ts';
import type { State } from '../state.ts';
import { nextStep } from '../steps.ts';
import { freshFile } from './file.ts';

type Way = 'single' | 'bulk' | 'merge' | 'bulk-merge' | 'import';

/** A transfer and a merge ask for the same people, or the same file: to begin with one lets go of the other. */
const RIVALS: Partial<Record<Way, Way>> = {
  single: 'merge',
  bulk: 'bulk-merge',
  merge: 'single',
  'bulk-merge': 'bulk',
};

/** Onto the way of `mode`: what was answered there is still there, unless it has been run. */
export function startWay(state: State, mode: Way): State {
  const isKept = state.drafts.includes(mode);
  const others = state.drafts.filter((draft) => draft !== RIVALS[mode]);
  const begun: State = isKept ? state : { ...state, ...freshAnswers(state, mode), drafts: [...others, mode] };
  const fresh: State = { ...begun, mode, plan: null, retry: null, resumed: null, undo: null };
  return goTo(fresh, nextStep(fresh, 'home'));
}

function freshAnswers(state: State, mode: Way): Partial<State> {
  if (mode === 'import') {
    return {
      importing: FRESH_IMPORT,
      file: { ...freshFile(state), loaded: state.file.loaded, isFound: state.file.isFound },
    };
  }
  const picker = freshPicker(state.world);
  const types = { without: new Set<string>(), typesCursor: 0, showInactive: false };
  if (mode === 'single' || mode === 'merge') {
    const pickers = { ...state.pickers, target: picker, source: picker };
    const { file, crowd, policyCursor, conflictCursor } = state.merge;
    // A file of merges that was begun keeps what was decided about it.
    const merge = { ...FRESH_MERGE, file, crowd, policyCursor, conflictCursor };
    return { ...types, pickers, chosen: { target: null, source: null }, merge };
  }
  return {
    ...types,
    merge: { ...FRESH_MERGE, choices: state.merge.choices },
    pickers: { ...state.pickers, mend: picker },
    file: freshFile(state),
    direction: null,
    readings: null,
    mendings: NO_MENDINGS,
    savedMendings: NO_MENDINGS,
    preview: { ...state.preview, match: null, filter: 'all', visible: null, cursor: 0 },
    hasExported: false,
  };
}
