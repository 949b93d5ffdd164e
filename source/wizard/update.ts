import { IMPORT_GIVEN_UP } from './import-task.ts';
import type { KeyAction } from './key-binding.ts';
import type { KeyPress } from './keyboard.ts';
import { actionOf } from './keys.ts';
import { isTooSmall } from './layout.ts';
import { bulkLogic } from './logic/bulk.ts';
import { askLogic, confirmLogic, phraseLogic } from './logic/confirm.ts';
import { conflictsLogic } from './logic/conflicts.ts';
import { coursesLogic } from './logic/courses.ts';
import { deletionLogic, deletionPhraseLogic } from './logic/deletion.ts';
import { detailLogic } from './logic/detail.ts';
import { directionLogic } from './logic/direction.ts';
import { clearDuplicateSearch, duplicatesLogic } from './logic/duplicates.ts';
import { clearAccountSearch, emptiedLogic } from './logic/emptied.ts';
import { emptiedMenuLogic } from './logic/emptied-menu.ts';
import { exportLogic } from './logic/export.ts';
import { fieldsLogic } from './logic/fields.ts';
import { fileLogic } from './logic/file.ts';
import { goToRowLogic } from './logic/go-to-row.ts';
import { historyLogic } from './logic/history.ts';
import { homeLogic } from './logic/home.ts';
import { IMPORT_LOGIC } from './logic/import-logic.ts';
import { rememberColumns } from './logic/import-take-back.ts';
import { type Logic, moveCursor } from './logic/logic.ts';
import { mendLogic, mendPersonLogic, rowsPerPageLogic } from './logic/mend.ts';
import { mergeWayLogic } from './logic/merge-way.ts';
import {
  clearSearch,
  mergeSourceLogic,
  mergeTargetLogic,
  roleAt,
  sourceLogic,
  targetLogic,
} from './logic/pick-person.ts';
import { policyLogic } from './logic/policy.ts';
import { previewLogic } from './logic/preview.ts';
import { profilesLogic } from './logic/profiles.ts';
import { resultLogic, toPairList } from './logic/result.ts';
import { reviewLogic } from './logic/review.ts';
import { runLogic, takeEvents } from './logic/run.ts';
import { pairDetailLogic, runPairsLogic } from './logic/run-pairs.ts';
import { saveMendedLogic } from './logic/save-mended.ts';
import { rememberDecided } from './logic/take-back.ts';
import { failTask, takeResult } from './logic/take-result.ts';
import { typesLogic } from './logic/types.ts';
import { undoReviewLogic } from './logic/undo-review.ts';
import { undoTypesLogic } from './logic/undo-types.ts';
import { goBack, goHome, say } from './navigate.ts';
import { fieldOf } from './parts/edit-text.ts';
import { isBusy, type OverlayId, placeBeneath, type State, stepNow } from './state.ts';
import type { StepId } from './steps.ts';
import type { Action, Task } from './task.ts';

const LOGIC: Record<StepId | OverlayId, Logic> = {
  home: homeLogic,
  target: targetLogic,
  source: sourceLogic,
  'merge-source': mergeSourceLogic,
  'merge-target': mergeTargetLogic,
  merge: mergeWayLogic,
  duplicates: duplicatesLogic,
  policy: policyLogic,
  conflicts: conflictsLogic,
  profiles: profilesLogic,
  fields: fieldsLogic,
  courses: coursesLogic,
  bulk: bulkLogic,
  file: fileLogic,
  direction: directionLogic,
  preview: previewLogic,
  types: typesLogic,
  review: reviewLogic,
  confirm: confirmLogic,
  'undo-types': undoTypesLogic,
  'undo-review': undoReviewLogic,
  'undo-confirm': confirmLogic,
  phrase: phraseLogic,
  run: runLogic,
  result: resultLogic,
  pairs: runPairsLogic,
  export: exportLogic,
  history: historyLogic,
  emptied: emptiedLogic,
  deletion: deletionLogic,
  'deletion-phrase': deletionPhraseLogic,
  'emptied-menu': emptiedMenuLogic,
  ask: askLogic,
  detail: detailLogic,
  why: detailLogic,
  records: detailLogic,
  pair: pairDetailLogic,
  mend: mendLogic,
  'mend-person': mendPersonLogic,
  'rows-per-page': rowsPerPageLogic,
  'go-to-row': goToRowLogic,
  'save-mended': saveMendedLogic,
  ...IMPORT_LOGIC,
};

/** The wizard's one reducer: what is, and what happens, give what is next. Pure. */
export function update(state: State, action: Action): State {
  const next = react(state, action);
  return next.trail === state.trail ? next : arrive(next);
}

/** On coming to a step; what was said on the way there stays said. */
function arrive(state: State): State {
  const fresh: State = { ...state, menuCursor: null };
  const entered = LOGIC[stepNow(state)].enter?.(fresh) ?? fresh;
  return entered.notice === state.notice ? entered : { ...entered, notice: state.notice };
}

function react(state: State, action: Action): State {
  switch (action.type) {
    case 'key':
      return takeKey(state, action.press);
    case 'menu-chosen':
      if (state.cover !== null || isBusy(state)) return state;
      return LOGIC[placeBeneath(state)].choose?.(state, action.value) ?? state;
    case 'menu-highlighted':
      return { ...(LOGIC[placeBeneath(state)].highlight?.(state, action.value) ?? state), menuCursor: action.value };
    case 'resized':
      if (action.columns === state.size.columns && action.rows === state.size.rows) return state;
      return { ...state, size: { columns: action.columns, rows: action.rows } };
    case 'past-end':
      return boundScroll(state, action.limit);
    case 'task-done':
      return state.task?.id === action.id ? takeResult({ ...state, task: null }, action.result) : state;
    case 'task-failed':
      return state.task?.id === action.id ? failTask({ ...state, task: null }, state.task.job, action) : state;
    case 'task-progress':
      return state.task?.id === action.id ? { ...state, progress: action.share } : state;
    case 'run-events':
      return takeEvents(state, action.events, action.at);
    case 'lost-sight':
      return say(state, 'bad', `The store cannot be read: ${action.message} A run goes on all the same.`);
    case 'store-changed': {
      const { runs, holder, donePairs } = action;
      return { ...state, world: { ...state.world, runs, holder, donePairs } };
    }
  }
}

/** Whether a run is being started: it can be stopped before it is on screen. */
function isStarting({ task }: State): boolean {
  return task?.job.kind === 'start-run' || task?.job.kind === 'resume-run';
}

function boundScroll(state: State, limit: number): State {
  if (state.cover === 'help') return { ...state, helpScroll: Math.min(state.helpScroll, limit) };
  if (state.overlay !== null) return { ...state, overlayScroll: Math.min(state.overlayScroll, limit) };
  return { ...state, scroll: Math.min(state.scroll, limit) };
}

function takeKey(state: State, press: KeyPress): State {
  const action = actionOf(state, press);
  if (action === 'repaint') return { ...state, repaints: state.repaints + 1 };
  if (state.cover === 'quit') return answerQuit(state, action);
  if (action === 'quit' || action === 'interrupt') return { ...state, cover: 'quit' };
  if (isTooSmall(state)) return state;
  if (action === 'help') return { ...state, cover: 'help', helpScroll: 0 };
  if (state.cover === 'help') return scrollHelp(state, action);
  if (action === 'back') return stepBack(state);
  if (isStarting(state) && press.text === 's') return { ...state, stopWanted: state.tasks };
  if (isBusy(state)) return state;
  if (action === 'why') return { ...state, overlay: 'why', overlayScroll: 0, notice: null };
  const logic = LOGIC[placeBeneath(state)];
  const next = (action === null ? logic.type?.(state, press) : logic.act?.(state, action)) ?? state;
  return action === 'take-back' ? next : rememberColumns(state, rememberDecided(state, next));
}

/** Quitting takes two steps; a second Ctrl+C is an interruption. */
function answerQuit(state: State, action: KeyAction | null): State {
  if (action === 'quit') return { ...state, exit: 0 };
  if (action === 'interrupt') return { ...state, exit: 130 };
  return action === 'back' ? { ...state, cover: null } : state;
}

function scrollHelp(state: State, action: KeyAction | null): State {
  if (action === 'back') return { ...state, cover: null };
  return action === null ? state : { ...state, helpScroll: moveCursor(state.helpScroll, action, 1000, 10) };
}

/** Slow work that Escape gives up: it only reads. */
const GIVEN_UP: readonly Task['kind'][] = [
  ...IMPORT_GIVEN_UP,
  'read-file',
  'open-profiles',
  'open-crowd',
  'records',
  'open-run',
  'open-plan',
  'retry',
  'open-undo',
  'retry-undo',
  'list-emptied',
  'find-duplicates',
  'open-deletion',
];

/** Escape: gives up slow work that can be given up, closes what lies on top, empties a search, or goes a step back. */
function stepBack(state: State): State {
  const { task, overlay, pickers, historyField } = state;
  if (task !== null && isBusy(state)) return GIVEN_UP.includes(task.job.kind) ? { ...state, task: null } : state;
  const place = placeBeneath(state);
  const role = roleAt(place);
  if (role !== null && pickers[role].field.value !== '') return clearSearch(state, role);
  if (place === 'history' && historyField.value !== '')
    return { ...state, historyField: fieldOf(''), historyCursor: 0 };
  if (place === 'emptied' && state.care.field.value !== '') return clearAccountSearch(state);
  if (place === 'duplicates' && state.duplicates.field.value !== '') return clearDuplicateSearch(state);
  if (place === 'pairs' && state.pairField.value !== '') return { ...state, pairField: fieldOf(''), pairCursor: 0 };
  if (overlay === 'mend-person') return { ...state, overlay: 'mend', menuCursor: state.mendSide, notice: null };
  if (overlay === 'import-cell') return { ...state, overlay: 'import-mend', notice: null };
  if (overlay !== null) return { ...state, overlay: null, question: null, notice: null };
  const before = state.trail.at(-2);
  const isOver = stepNow(state) === 'run' || before === 'run';
  const idle = { ...state, task: null };
  return isOver ? (toPairList(idle) ?? goHome(idle)) : goBack(idle);
}
