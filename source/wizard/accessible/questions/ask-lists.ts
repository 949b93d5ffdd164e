import { fullName, nameAndId } from '../../../model/user.ts';
import { describeDeletion, isHeld, namesText } from '../../../people/deletion-text.ts';
import { listedAccounts, meantAccounts } from '../../logic/emptied.ts';
import { emptiedItems } from '../../logic/emptied-menu.ts';
import { listedRuns } from '../../logic/history.ts';
import { countPairs, listedPairs, pairStanding } from '../../logic/run-pairs.ts';
import { aboutPair } from '../../screens/about-pair.ts';
import { FOR_GOOD } from '../../screens/deletion-lines.ts';
import { aboutAccount, emptyText as noAccountText } from '../../screens/emptied-words.ts';
import { aboutRun, cellsOf } from '../../screens/history-words.ts';
import { pairLines } from '../../screens/pair-lines.ts';
import { emptyText } from '../../screens/run-pairs-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing, typing } from '../presses.ts';
import type { Asking, Doing, Wanted } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { menuList } from './menu-list.ts';

const searching = (label: string): Wanted => ({ label, take: (line) => ({ does: [() => typing(line)] }) });
const searchLine = (typed: string) => (typed === '' ? [] : [`Searched for: “${typed}”. b empties the search.`]);

/** All runs, newest first. */
export const askHistory: Asking = (state) => {
  const runs = listedRuns(state);
  const typed = state.historyField.value;
  return {
    lines: [...searchLine(typed), ...(runs.length === 0 ? ['No run fits.'] : [])],
    list: {
      noun: 'runs',
      count: runs.length,
      name: typed,
      entryAt(index) {
        const run = runs[index];
        if (run === undefined) return { text: '' };
        const [id, , standing, counts] = cellsOf(run, state.world.runs);
        return { text: `Run ${id}: ${standing}; ${counts}. ${aboutRun(state, run)}` };
      },
      pick: (index) => {
        const id = runs[index]?.id;
        return {
          does: [
            (now) => {
              const place = listedRuns(now).findIndex((run) => run.id === id);
              return place === -1 ? [] : [...moving(now.historyCursor, place), press('enter')];
            },
          ],
        };
      },
    },
    wanted: searching('Number, or words to search for'),
    back: typed === '' ? 'back' : 'empties the search',
  };
};

/** All pairs of a run. */
export const askPairs: Asking = (state) => {
  const { result, pairFilter, pairField } = state;
  if (result === null) return {};
  const pairs = listedPairs(state);
  return {
    lines: [
      `Listed: ${pairFilter}, ${countPairs(result.run, pairFilter)} of ${result.run.pairs.length} pairs.`,
      ...searchLine(pairField.value),
      ...(pairs.length === 0 ? [spokenText(emptyText(state))] : []),
    ],
    list: {
      noun: 'pairs',
      count: pairs.length,
      name: `${pairFilter} ${pairField.value}`,
      entryAt(index) {
        const pair = pairs[index];
        if (pair === undefined) return { text: '' };
        const names = [pair.source, pair.target].map((id) => personText(state, id));
        return { text: `${pairStanding(pair)}: ${names.join(' into ')}. ${aboutPair(pair, result.run)}` };
      },
      pick: (index) => ({ does: [toPair(pairs[index])] }),
    },
    wanted: searching('Number, or a name or an ID'),
    commands: [{ letter: 'f', label: 'list another kind', answer: pressing('tab') }],
    back: pairField.value === '' ? 'back' : 'empties the search',
  };
};

function toPair(pair: { source: number; target: number } | undefined): Doing {
  return (state) => {
    const place = listedPairs(state).findIndex(
      ({ source, target }) => source === pair?.source && target === pair.target,
    );
    return place === -1 ? [] : [...moving(state.pairCursor, place), press('enter')];
  };
}

function personText({ world }: State, id: number): string {
  const user = world.byId.get(id);
  return user === undefined ? String(id) : `${fullName(user)} (${id})`;
}

/** One pair whole, which can be undone by itself. */
export const askPair: Asking = (state) => ({
  lines: pairLines(state).filter((line) => line !== ''),
  commands: [{ letter: 'u', label: 'undo this pair', answer: pressing('u') }],
});

/** Accounts whose data went elsewhere. */
export const askEmptied: Asking = (state) => {
  const accounts = listedAccounts(state);
  const { field, chosen } = state.care;
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
      ...searchLine(field.value),
      chosen.size === 0 ? 'None is marked.' : `${chosen.size} marked.`,
      ...(accounts.length === 0 ? [spokenText(noAccountText(state))] : []),
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
      pick: (index) => at(index, 'space'),
      rowCommands: [
        { letter: 'o', label: 'what to do with it, or with those marked', answer: (index) => at(index, 'enter') },
      ],
    },
    wanted: searching('Number to mark, or words to search for'),
    commands: [
      { letter: 'a', label: 'mark all that are listed, or none', answer: pressing('tab') },
      ...(chosen.size === 0 ? [] : [{ letter: 'c', label: 'what to do with those marked', answer: pressing('enter') }]),
    ],
    back: field.value === '' ? 'back' : 'empties the search',
  };
};

/** What to do with the marked accounts. */
export const askEmptiedMenu: Asking = (state) => {
  const people = meantAccounts(state).map(({ person }) => person);
  const count = people.length === 1 ? '' : `${people.length} accounts: `;
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
      { letter: 'c', label: 'go on to the phrase', answer: pressing('enter') },
      ...(naming
        ? [{ letter: 'n', label: 'records that name this person name nobody, or stay', answer: pressing('n') }]
        : []),
    ],
  };
};
