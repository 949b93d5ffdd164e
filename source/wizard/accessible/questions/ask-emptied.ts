import { numberText } from '../../../model/number-text.ts';
import { nameAndId } from '../../../model/user.ts';
import { describeDeletion, isHeld, namesText } from '../../../people/deletion-text.ts';
import { listedAccounts, meantAccounts } from '../../logic/emptied.ts';
import { emptiedItems } from '../../logic/emptied-menu.ts';
import { FOR_GOOD } from '../../screens/deletion-lines.ts';
import { aboutAccount, emptyText, lookOnlyText, markedText } from '../../screens/emptied-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Asking } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { menuList } from './menu-list.ts';
import { searching, searchLines } from './searching.ts';

/** Accounts whose data went elsewhere. */
export const askEmptied: Asking = (state) => {
  const accounts = listedAccounts(state);
  const { field, chosen } = state.care;
  const onlyLook = lookOnlyText(state);
  const at = (index: number, key: string) => {
    const id = accounts[index]?.person.id;
    return {
      does: [
        (now: State) => {
          const place = listedAccounts(now).findIndex(({ person }) => person.id === id);
          return place === -1 ? [] : [...moving(now.care.cursor, place), press(key)];
        },
      ],
    };
  };
  return {
    lines: [
      ...searchLines(field.value),
      chosen.size === 0 && onlyLook === '' ? 'None is marked.' : `${spokenText(markedText(state))}.`,
      ...(accounts.length === 0 ? [spokenText(emptyText(state))] : []),
    ],
    list: {
      noun: 'accounts',
      count: accounts.length,
      name: field.value,
      entryAt(index) {
        const account = accounts[index];
        if (account === undefined) return { text: '' };
        return { text: `${chosen.has(account.person.id) ? 'Marked: ' : ''}${aboutAccount(account, state)}` };
      },
      pick: (index) => at(index, 'tab'),
      rowCommands:
        chosen.size === 0 ? [{ letter: 'o', label: 'what to do with it', answer: (index) => at(index, 'enter') }] : [],
    },
    wanted: searching('Number to mark, or words to search for'),
    commands: [
      { letter: 'a', label: 'mark all that are listed, or none', answer: pressing('shift-tab') },
      ...(chosen.size === 0 ? [] : [{ letter: 'c', label: 'what to do with those marked', answer: pressing('enter') }]),
    ],
    back: field.value === '' ? 'back' : 'empties the search',
  };
};

/** What to do with the marked accounts. */
export const askEmptiedMenu: Asking = (state) => {
  const people = meantAccounts(state).map(({ person }) => person);
  const count = people.length === 1 ? '' : `${numberText(people.length)} accounts: `;
  return { lines: [`${count}${namesText(people)}.`], list: menuList(emptiedItems(state)) };
};

/** What stands against deleting somebody, and what goes with the account. */
export const askDeletion: Asking = ({ care: { deletion, isDetaching } }) => {
  if (deletion === null) return {};
  const held = isHeld(deletion, isDetaching);
  const naming = deletion.ties.naming.length > 0;
  return {
    lines: [`Delete ${nameAndId(deletion.person)}?`],
    reading: [
      ...describeDeletion(deletion, { isOn: isDetaching, how: 'type n' }).filter((line) => line !== ''),
      ...(held ? [] : [FOR_GOOD]),
    ],
    commands: [
      ...(held ? [] : [{ letter: 'c', label: 'go on to the phrase', answer: pressing('enter') }]),
      ...(naming
        ? [{ letter: 'n', label: 'records that name this person name nobody, or stay', answer: pressing('n') }]
        : []),
    ],
  };
};
