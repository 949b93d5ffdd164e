import { nameAndId, type User } from '../../model/user.ts';
import { whyNotPickable } from '../../pairs/check-pair.ts';
import { bodySize } from '../layout.ts';
import { goOn, say } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { PickerState, Place, State } from '../state.ts';
import { donePairOf } from './done-pair.ts';
import { type Logic, moveCursor } from './logic.ts';
import { cureOfMark, sayMark, whyNotMergedAgain } from './merged-mark.ts';

type Role = keyof State['pickers'];

/** Whom the picker at a place is for; null: there is none. */
export function roleAt(place: Place): Role | null {
  return ROLES.get(place) ?? null;
}

const ROLES: ReadonlyMap<Place, Role> = new Map([
  ['target', 'target'],
  ['source', 'source'],
  ['merge-source', 'source'],
  ['merge-target', 'target'],
  ['mend-person', 'mend'],
]);

/** The people whom the picker lists, by their index among those found. */
export function foundUser({ world }: State, picker: PickerState, index: number): User | undefined {
  const position = picker.found[index];
  return position === undefined ? undefined : world.users[position];
}

/** Why `user` may not be picked in this role, or null (A20, A56, X7). */
export function reasonAgainst(state: State, role: Role, user: User): string | null {
  const { view } = state.world;
  // Whoever is asked for last must be somebody else: the source of a transfer, the destination of a merge (X24).
  const other = state.mode === 'merge' ? 'target' : 'source';
  const first = other === 'target' ? 'source' : 'target';
  if (role === other && state.chosen[first] === user.id) return `is the ${first} already`;
  const person = whyNotPickable(user, { view }) ?? whyNotMergedAgain(state, sideOf(state, role), user);
  return person ?? (role === 'source' ? (donePairOf(state, user)?.reason ?? null) : null);
}

/** What to do instead of picking somebody whom `reason` speaks against, a sentence. */
function cureOf(state: State, role: Role, user: User, reason: string): string {
  if (reason === whyNotMergedAgain(state, sideOf(state, role), user)) return cureOfMark(state, user);
  const done = donePairOf(state, user);
  return done?.reason === reason ? done.cure : 'Pick somebody else.';
}

/** Which side of a pair a picker is for. */
function sideOf({ mendSide }: State, role: Role): 'source' | 'target' {
  return role === 'mend' ? mendSide : role;
}

/** The logic of a picker: typing searches, Tab shows inactive people, Enter hands the person to `picked`. */
export function pickPerson(role: Role, picked: (state: State, user: User) => State): Logic {
  return {
    enter: (state) => toChosen(search(state, role), role),
    act(state, action) {
      const picker = state.pickers[role];
      switch (action) {
        case 'show-inactive': {
          const here = picker.found[picker.cursor];
          const shown = search({ ...state, notice: null, showInactive: !state.showInactive }, role);
          // Of what is typed the best match is looked at, unless the operator has gone to somebody else.
          return picker.cursor === 0 && picker.field.value !== '' ? shown : onPlace(shown, role, here);
        }
        case 'enter': {
          const user = foundUser(state, picker, picker.cursor);
          if (user === undefined)
            return say(state, 'bad', 'Nobody is picked: no person matches what is typed. Esc empties the search.');
          const reason = reasonAgainst(state, role, user);
          const side = sideOf(state, role);
          if (reason !== null) {
            const cure = cureOf(state, role, user, reason);
            return say(state, 'bad', `${nameAndId(user)} cannot be picked: ${reason}. ${cure}`);
          }
          const known = role === 'mend' ? null : sayMark(state, side, user);
          return known === null ? picked(state, user) : say(picked(state, user), 'info', known);
        }
        default: {
          const cursor = moveCursor(picker.cursor, action, picker.found.length, bodySize(state).height - 3);
          return withPicker({ ...state, notice: null }, role, { ...picker, cursor });
        }
      }
    },
    type(state, press) {
      const picker = state.pickers[role];
      const field = editText(picker.field, press);
      if (field.value === picker.field.value) return withPicker(state, role, { ...picker, field });
      return search(withPicker({ ...state, notice: null }, role, { ...picker, field, cursor: 0 }), role);
    },
  };
}

/** Empties the search field of `role`. */
export function clearSearch(state: State, role: Role): State {
  const emptied = withPicker({ ...state, notice: null }, role, {
    ...state.pickers[role],
    field: fieldOf(''),
    cursor: 0,
  });
  return toChosen(search(emptied, role), role);
}

/** The cursor on whoever is chosen already, where the list holds them: Enter keeps the answer. */
function toChosen(state: State, role: Role): State {
  const chosen = role === 'mend' ? null : state.chosen[role];
  if (chosen === null) return state;
  return onPlace(
    state,
    role,
    state.world.users.findIndex(({ id }) => id === chosen),
  );
}

/** The cursor on whoever has this place among the world's users, where the list holds them. */
function onPlace(state: State, role: Role, place: number | undefined): State {
  const picker = state.pickers[role];
  const index = Array.prototype.indexOf.call(picker.found, place);
  return index === -1 ? state : withPicker(state, role, { ...picker, cursor: index });
}

function search(state: State, role: Role): State {
  const { showInactive } = state;
  const picker = state.pickers[role];
  const found = state.world.search.search(picker.field.value, { showInactive });
  const cursor = Math.max(0, Math.min(picker.cursor, found.length - 1));
  return withPicker(state, role, { ...picker, found, cursor });
}

function withPicker(state: State, role: Role, picker: PickerState): State {
  return { ...state, pickers: { ...state.pickers, [role]: picker } };
}

export const targetLogic = pickPerson('target', (state, { id }) => {
  const source = state.chosen.source === id ? null : state.chosen.source;
  return goOn({ ...state, chosen: { target: id, source } });
});

/** The source of a merge, who is asked for first (C16). */
export const mergeSourceLogic = pickPerson('source', (state, { id }) => {
  const target = state.chosen.target === id ? null : state.chosen.target;
  return goOn({ ...state, chosen: { source: id, target } });
});

/** The destination of a merge (C17). */
export const mergeTargetLogic = pickPerson('target', (state, { id }) => {
  return goOn({ ...state, chosen: { ...state.chosen, target: id } });
});

export const sourceLogic = pickPerson('source', (state, { id }) => {
  return goOn({ ...state, chosen: { ...state.chosen, source: id } });
});
