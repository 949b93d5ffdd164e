import { carriesAgain } from '../../model/carries-again.ts';
import { USER_INFORMATION } from '../../model/merge-choices.ts';
import { typeLabel } from '../../model/type-label.ts';
import { chooseUndoTypes, listUndoSwitches } from '../../transfer/choose-undo-types.ts';
import { begin, goTo } from '../navigate.ts';
import type { State, UndoState } from '../state.ts';
import { nextStep } from '../steps.ts';
import type { UndoStart } from '../task.ts';

/** On the way of an undo: what to put back where there is a choice, else its review. */
export function beginUndo(state: State, start: UndoStart): State {
  const next: State = {
    ...state,
    mode: 'undo',
    undo: { ...start, cursor: 0 },
    plan: null,
    resumed: null,
    reviewTab: 0,
  };
  return goTo(next, nextStep(next, 'confirm'));
}

/** The data types of which something still stands, as switches, with the reason where one cannot be chosen by itself. */
export function undoSwitches({ undo, world }: State): UndoSwitch[] {
  const ids = undo?.types.map(({ id }) => id) ?? [];
  const switches = listUndoSwitches(world.catalogue, ids).map(({ type, locked }) => ({ ...type, locked }));
  if (!ids.includes(USER_INFORMATION)) return switches;
  const label = typeLabel(world.catalogue, USER_INFORMATION);
  return [{ id: USER_INFORMATION, label, locked: null }, ...switches];
}

/** A data type that can be put back, or the profile. */
export interface UndoSwitch {
  id: string;
  label: string;
  /** Why it cannot be chosen by itself, or null. */
  locked: string | null;
}

/** Ids of the data types that are put back. */
export function typesPutBack({ undo, world }: State): Set<string> {
  const types = undo?.types.map(({ id }) => id) ?? [];
  return chooseUndoTypes(world.catalogue, types, { without: [...(undo?.without ?? [])] });
}

/**
 * Whether what is put back, or has been, is itself an undo: then data goes from the source into the target again.
 * @param run id of the run that is put back; null: nothing is
 */
export function isCarriedAgain({ undo, result, resumed, world }: State, run: string | null): boolean {
  if (run === null) return false;
  if (undo?.run === run) return undo.isAgain;
  return carriesAgain(
    run,
    [result?.run, resumed, ...world.runs].filter((each) => each != null),
  );
}

/** With the plan of `undo` being made. */
export function planUndoOf(state: State, undo: UndoState): State {
  const { run, pairs, without, overwriteChanged } = undo;
  const types = without.size === 0 ? null : [...typesPutBack({ ...state, undo })];
  return begin({ ...state, undo, plan: null }, { kind: 'plan-undo', run, pairs, types, overwriteChanged });
}
