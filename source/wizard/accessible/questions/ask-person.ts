import { nameAndId, type User } from '../../../model/user.ts';
import { foundUser, reasonAgainst, roleAt } from '../../logic/pick-person.ts';
import { cellsOf, headOf, nobodyText, type Role } from '../../screens/pick-words.ts';
import { placeBeneath, type State } from '../../state.ts';
import { moving, press, pressing, typing } from '../presses.ts';
import type { Answer, Asking, Doing, List } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { searchLines } from './searching.ts';

/** Picking a person: by a number that was read out, by "id 21", or by searching. */
export const askPerson: Asking = (state) => {
  const role = roleAt(placeBeneath(state)) ?? 'target';
  const picker = state.pickers[role];
  const typed = picker.field.value;
  const { showInactive } = state;
  const shown = showInactive ? 'Inactive users are listed, too.' : 'Only active users are listed.';
  return {
    // Whose row it is, is said each time: one person after the other may be asked for at that place.
    ...(role === 'mend' ? {} : { facts: [headOf(role, state)] }),
    lines: [
      ...(role === 'mend' ? [headOf(role, state)] : []),
      shown,
      ...searchLines(typed),
      ...(picker.found.length === 0 ? [spokenText(nobodyText(state, picker))] : []),
    ],
    list: peopleList(state, role),
    wanted: {
      label: 'Number, “id” and an ID, or part of a name, login or e-mail',
      take: (line) => takePerson(role, line, state),
    },
    commands: [
      { letter: 'i', label: showInactive ? 'only active users' : 'show inactive users', answer: pressing('tab') },
    ],
    back: typed === '' ? 'back' : 'empties the search',
  };
};

function peopleList(state: State, role: Role): List {
  const picker = state.pickers[role];
  return {
    noun: 'people',
    ...(picker.field.value === '' ? { opening: 0 } : {}),
    count: picker.found.length,
    name: `${picker.field.value} ${state.showInactive}`,
    entryAt(index) {
      const user = foundUser(state, picker, index);
      if (user === undefined) return { text: 'gone' };
      const [id, name, login, email, standing] = cellsOf(user);
      const chosen = role !== 'mend' && state.chosen[role] === user.id ? ', chosen before' : '';
      return {
        text: `${name}, ID ${id}, ${login}, ${email}, ${standing}${chosen}`,
        refusal: reasonAgainst(state, role, user) ?? undefined,
      };
    },
    pick: (index) => pickUser(role, foundUser(state, picker, index)),
  };
}

/** Whoever it is now at their place in the list. */
function pickUser(role: Role, user: User | undefined): Answer {
  return {
    ...(user === undefined ? {} : { says: `${nameAndId(user)}.` }),
    does: [
      (state) => {
        const picker = state.pickers[role];
        const place = Array.from(picker.found, (_, index) => foundUser(state, picker, index)?.id).indexOf(user?.id);
        return place === -1 ? [] : [...moving(picker.cursor, place), press('enter')];
      },
    ],
  };
}

/** "id 21" is that very person; anything else is searched for, a number that was not read out as well. */
function takePerson(role: Role, typed: string, { world }: State): Answer {
  const [, digits] = /^id\s+(\d{1,9})$/i.exec(typed) ?? [];
  if (digits === undefined) return { does: [() => typing(typed)] };
  const called = world.byId.get(Number(digits));
  if (called === undefined) return { says: `Nobody has the ID ${digits}.` };
  const listing: Doing = (now) => (called.active || now.showInactive ? [] : [press('tab')]);
  const { does = [], ...says } = pickUser(role, called);
  return { ...says, does: [() => typing(digits), listing, ...does] };
}
