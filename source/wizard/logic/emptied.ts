import { fullName, type User } from '../../model/user.ts';
import { foldText } from '../../people/fold-text.ts';
import { type EmptiedAccount, FRESH_CARE } from '../care-state.ts';
import { bodySize } from '../layout.ts';
import { begin, goTo } from '../navigate.ts';
import { editText, fieldOf } from '../parts/edit-text.ts';
import type { State } from '../state.ts';
import { type Logic, moveCursor } from './logic.ts';

/**
 * The emptied accounts that have each word that is typed: in what they are called, their ID, or where their data went;
 * "active", "inactive", "merged", "transferred", or the beginning of it.
 */
export function listedAccounts({ care, world }: State): EmptiedAccount[] {
  const words = foldText(care.field.value.trim()).split(/\s+/);
  const accounts = care.accounts ?? [];
  if (words.join('') === '') return [...accounts];
  return accounts.filter(({ person, handovers }) => {
    const { id, login, email, active } = person;
    const targets = handovers.map(({ target, run }) => `${personText(world.byId.get(target))} ${run}`);
    const text = foldText([id, fullName(person), login, email, ...targets].join(' '));
    const ways = handovers.map(({ operation }) => WORDS[operation]);
    const standing = [active ? 'active' : 'inactive', ...ways];
    return words.every((word) => standing.some((each) => each.startsWith(word)) || text.includes(word));
  });
}

const WORDS = { merge: 'merged', transfer: 'transferred' } as const;

function personText(user: User | undefined): string {
  return user === undefined ? '' : `${user.id} ${fullName(user)} ${user.login}`;
}

/** The marked accounts, whether the search lists them or not. */
export function markedAccounts({ care }: State): EmptiedAccount[] {
  return (care.accounts ?? []).filter(({ person }) => care.chosen.has(person.id));
}

/** Whom the menu of the list is about: the marked ones, or whoever the cursor is on. */
export function meantAccounts(state: State): EmptiedAccount[] {
  const marked = markedAccounts(state);
  const { cursor } = state.care;
  return marked.length > 0 ? marked : listedAccounts(state).slice(cursor, cursor + 1);
}

/** At the list of emptied accounts, nobody marked and nothing searched for. */
export function openEmptied(state: State): State {
  const { accounts } = state.care;
  return goTo({ ...state, care: { ...FRESH_CARE, accounts } }, 'emptied');
}

/** The list of emptied accounts; its store is read anew each time. */
export const emptiedLogic: Logic = {
  enter: (state) => begin({ ...state, care: { ...state.care, deletion: null } }, { kind: 'list-emptied' }),
  act(state, action) {
    const { care } = state;
    const listed = listedAccounts(state);
    const here = listed[care.cursor];
    switch (action) {
      case 'enter':
        return meantAccounts(state).length === 0 ? state : { ...state, overlay: 'emptied-menu', notice: null };
      case 'toggle':
        return here === undefined ? state : marked(state, [here]);
      case 'toggle-all':
        return marked(state, listed);
      default:
        return moved(state, moveCursor(care.cursor, action, listed.length, Math.max(1, bodySize(state).height - 6)));
    }
  },
  type: (state, press) => {
    const { care } = state;
    return { ...state, notice: null, care: { ...care, cursor: 0, field: editText(care.field, press) } };
  },
};

/** With these marked; where they are all marked already, with none of them. */
function marked(state: State, accounts: readonly EmptiedAccount[]): State {
  const { care } = state;
  const ids = accounts.map(({ person }) => person.id);
  const chosen = new Set(care.chosen);
  const isMarking = ids.some((id) => !chosen.has(id));
  for (const id of ids) {
    if (isMarking) chosen.add(id);
    else chosen.delete(id);
  }
  return { ...state, notice: null, care: { ...care, chosen } };
}

function moved(state: State, cursor: number): State {
  return { ...state, notice: null, care: { ...state.care, cursor } };
}

/** With the accounts that were read; what was marked and is there no more, is marked no more. */
export function takeAccounts(state: State, accounts: readonly EmptiedAccount[]): State {
  const { care } = state;
  const chosen = new Set(accounts.map(({ person }) => person.id).filter((id) => care.chosen.has(id)));
  const read = { ...state, care: { ...care, accounts, chosen } };
  const last = Math.max(0, listedAccounts(read).length - 1);
  return { ...read, care: { ...read.care, cursor: Math.min(care.cursor, last) } };
}

/** With an empty search. */
export function clearAccountSearch(state: State): State {
  return { ...state, care: { ...state.care, field: fieldOf(''), cursor: 0 } };
}
