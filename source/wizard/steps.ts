import { IMPORT_STEPS, type ImportStepId, isImporting } from './import-steps.ts';
import { hasConflictsToDecide } from './logic/file-choices.ts';
import { isFromFile, type State } from './state.ts';

export type StepId =
  | ImportStepId
  | 'home'
  | 'target'
  | 'source'
  | 'merge-source'
  | 'merge-target'
  | 'merge'
  | 'duplicates'
  | 'profiles'
  | 'policy'
  | 'conflicts'
  | 'fields'
  | 'courses'
  | 'bulk'
  | 'file'
  | 'direction'
  | 'preview'
  | 'types'
  | 'review'
  | 'confirm'
  | 'undo-types'
  | 'undo-review'
  | 'undo-confirm'
  | 'phrase'
  | 'run'
  | 'result'
  | 'pairs'
  | 'export'
  | 'history'
  | 'emptied'
  | 'deletion'
  | 'deletion-phrase';

export interface Step {
  id: StepId;
  /** What the operator does there, for the header. */
  title: string;
  /** The same where it is another thing in a merge. */
  mergeTitle?: string;
  /** Whether it belongs to the way that the operator is on. */
  applies(state: State): boolean;
}

const isSingle = ({ mode }: State): boolean => mode === 'single';
const isBulk = isFromFile;
/** Of pairs that were found nothing is left to choose before their preview. */
const isOfFile = (state: State): boolean => isBulk(state) && !state.file.isFound;
const isBulkMerge = ({ mode }: State): boolean => mode === 'bulk-merge';
const isMerge = ({ mode }: State): boolean => mode === 'merge';
const mayDecline = (state: State): boolean => isSingle(state) || isBulk(state) || isMerge(state);
const isCarrying = (state: State): boolean => state.mode !== null && !isUndoing(state) && !isImporting(state);
const isOnWay = ({ mode }: State): boolean => mode !== null;
const never = (): boolean => false;

/** The wizard's steps in the operator's order. Those that never apply are doors off the first screen. */
export const STEPS: readonly Step[] = [
  { id: 'home', title: 'Start', applies: () => true },
  { id: 'target', title: 'Target user', applies: isSingle },
  { id: 'source', title: 'Source user', applies: isSingle },
  { id: 'merge', title: 'Merge', applies: never },
  { id: 'duplicates', title: 'Duplicates', applies: never },
  { id: 'merge-source', title: 'Source profile', applies: isMerge },
  { id: 'merge-target', title: 'Destination', applies: isMerge },
  { id: 'profiles', title: 'Both profiles', applies: isMerge },
  { id: 'bulk', title: 'Run a new bulk data transfer', mergeTitle: 'Run a new bulk merge', applies: isOfFile },
  { id: 'file', title: 'Choose the edited file', applies: isOfFile },
  { id: 'direction', title: 'Direction', applies: (state) => isOfFile(state) && mayNeedDirection(state) },
  { id: 'preview', title: 'Preview', applies: isBulk },
  { id: 'policy', title: 'Whose values win', applies: isBulkMerge },
  { id: 'conflicts', title: 'Conflicts', applies: (state) => isBulkMerge(state) && hasConflictsToDecide(state) },
  { id: 'fields', title: 'User information', applies: isMerge },
  { id: 'courses', title: 'Enrolments', applies: isMerge },
  { id: 'types', title: 'What is carried', mergeTitle: 'What is merged', applies: mayDecline },
  { id: 'review', title: 'Review', applies: isCarrying },
  { id: 'confirm', title: 'Run Transfer', mergeTitle: 'Merge Users', applies: isCarrying },
  ...IMPORT_STEPS,
  { id: 'undo-types', title: 'What is put back', applies: ({ mode, undo }) => mode === 'undo' && hasChoice(undo) },
  { id: 'undo-review', title: 'Review the undo', applies: isUndoing },
  { id: 'undo-confirm', title: 'Undo', applies: isUndoing },
  { id: 'phrase', title: 'Confirm', applies: isOnWay },
  { id: 'run', title: 'Run', applies: isOnWay },
  { id: 'result', title: 'Result', applies: isOnWay },
  { id: 'pairs', title: 'Pairs of the run', applies: never },
  { id: 'export', title: 'Export of all users', applies: never },
  { id: 'history', title: 'History', applies: never },
  { id: 'emptied', title: 'Emptied accounts', applies: never },
  { id: 'deletion', title: 'Delete an account', applies: never },
  { id: 'deletion-phrase', title: 'Confirm the deletion', applies: never },
];

/** Whether the operator is about to put back what a run did: from its beginning, or what an unfinished undo has left. */
export function isUndoing({ mode, plan }: State): boolean {
  return mode === 'undo' || (mode === 'resume' && plan?.operation === 'undo');
}

/** A single data type leaves nothing to choose. */
function hasChoice(undo: State['undo']): boolean {
  return (undo?.types.length ?? 0) > 1;
}

/** Where no row of the file names two people there is nothing to ask about their direction. */
function mayNeedDirection({ file, world }: State): boolean {
  const isNamed = (id: string) => world.byId.has(Number(id));
  return file.loaded === null || file.loaded.rows.some(({ from, to }) => to !== '' && isNamed(from) && isNamed(to));
}

/** The step of that id. */
export function stepOf(id: StepId): Step {
  const step = STEPS.find((each) => each.id === id);
  if (step === undefined) throw new Error(`There is no step "${id}"`);
  return step;
}

/** The step that follows `id` on the operator's way. */
export function nextStep(state: State, id: StepId): StepId {
  const here = STEPS.findIndex((step) => step.id === id);
  return STEPS.slice(here + 1).find((step) => step.applies(state))?.id ?? 'home';
}

/** "3 of 9": where the operator is on their way; null off it. */
export function placeOf(state: State, id: StepId): { number: number; of: number } | null {
  const way = STEPS.filter((step) => step.id !== 'home' && step.applies(state));
  const index = way.findIndex((step) => step.id === id);
  return index === -1 ? null : { number: index + 1, of: way.length };
}
