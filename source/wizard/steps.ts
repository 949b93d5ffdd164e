import type { State } from './state.ts';

export type StepId =
  | 'home'
  | 'target'
  | 'source'
  | 'bulk'
  | 'file'
  | 'direction'
  | 'preview'
  | 'types'
  | 'review'
  | 'confirm'
  | 'phrase'
  | 'run'
  | 'result'
  | 'export'
  | 'history';

export interface Step {
  id: StepId;
  /** What the operator does there, for the header. */
  title: string;
  /** Whether it belongs to the way that the operator is on. */
  applies(state: State): boolean;
}

const isSingle = ({ mode }: State): boolean => mode === 'single';
const isBulk = ({ mode }: State): boolean => mode === 'bulk';
const isTransfer = ({ mode }: State): boolean => mode !== null;
const never = (): boolean => false;

/** The wizard's steps in the operator's order. Those that never apply are doors off the first screen. */
export const STEPS: readonly Step[] = [
  { id: 'home', title: 'Start', applies: () => true },
  { id: 'target', title: 'Target user', applies: isSingle },
  { id: 'source', title: 'Source user', applies: isSingle },
  { id: 'bulk', title: 'Run a new bulk data transfer', applies: isBulk },
  { id: 'file', title: 'Choose the edited file', applies: isBulk },
  { id: 'direction', title: 'Direction', applies: (state) => isBulk(state) && mayNeedDirection(state) },
  { id: 'preview', title: 'Preview', applies: isBulk },
  { id: 'types', title: 'What is carried', applies: (state) => isSingle(state) || isBulk(state) },
  { id: 'review', title: 'Review', applies: isTransfer },
  { id: 'confirm', title: 'Run Transfer', applies: isTransfer },
  { id: 'phrase', title: 'Confirm', applies: isTransfer },
  { id: 'run', title: 'Run', applies: isTransfer },
  { id: 'result', title: 'Result', applies: isTransfer },
  { id: 'export', title: 'Export of all users', applies: never },
  { id: 'history', title: 'History', applies: never },
];

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
