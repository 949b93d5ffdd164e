import { countOf } from '../../model/finding.ts';
import { accessLabel, fullName, type User } from '../../model/user.ts';
import { rowNow } from '../logic/preview.ts';
import { operationNow } from '../operation.ts';
import type { PickerState, State } from '../state.ts';

const TRANSFER_SIDES = { target: 'Target User (data goes into)', source: 'Source User (data moves from)' };

const MERGE_SIDES = { target: 'Target User (is kept)', source: 'Source User (is merged into the target)' };

/** Whom a picker is for. */
export type Role = keyof State['pickers'];

/** Whom to pick here, in a sentence. */
export function headOf(side: Role, state: State): string {
  if (state.mode === 'merge' && side === 'source')
    return 'Source User: whose profile is merged into another; it stays, marked.';
  if (state.mode === 'merge' && side === 'target')
    return 'Whom to merge them into: this account is kept and gets what you choose.';
  if (side === 'target') return 'Target User: whose data is overwritten or combined; this account is kept.';
  if (side === 'source') return 'Source User: whose data moves into the target.';
  const words = operationNow(state) === 'merge' ? MERGE_SIDES : TRANSFER_SIDES;
  return `Another ${words[state.mendSide]} for line ${rowNow(state)?.line ?? ''}.`;
}

/** A person in cells: id, name, login, e-mail, state. */
export function cellsOf(user: User): string[] {
  const state = user.access === 'user' ? standingOf(user) : accessLabel(user.access);
  return [String(user.id), fullName(user), user.login, user.email, state];
}

function standingOf({ active, mergedInto }: User): string {
  return mergedInto === null ? (active ? 'active' : 'inactive') : 'merged';
}

/** Why nobody is listed in a picker, and what to do: whether it is inactive people who match is found out first. */
export function nobodyText({ world, showInactive }: State, { field }: PickerState): string {
  const inactive = showInactive ? 0 : world.search.search(field.value, { showInactive: true }).length;
  if (inactive === 0) return 'Nobody matches. Try less of the name, login, e-mail or ID; Esc empties it.';
  return `No active user matches, ${countOf(inactive, 'inactive does', 'inactive do')}: Tab shows them.`;
}
