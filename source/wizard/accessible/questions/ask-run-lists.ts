import { numberText } from '../../../model/number-text.ts';
import { nounOf } from '../../../model/run-words.ts';
import { fullName } from '../../../model/user.ts';
import { listedRuns } from '../../logic/history.ts';
import { countPairs, listedPairs, pairStanding } from '../../logic/run-pairs.ts';
import { plannedName } from '../../planned-name.ts';
import { aboutPair } from '../../screens/about-pair.ts';
import { aboutRun, cellsOf } from '../../screens/history-words.ts';
import { pairLines } from '../../screens/pair-lines.ts';
import { emptyText } from '../../screens/run-pairs-words.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Asking, Doing } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { searching, searchLines } from './searching.ts';

/** All runs, newest first. */
export const askHistory: Asking = (state) => {
  const runs = listedRuns(state);
  const typed = state.historyField.value;
  return {
    lines: [...searchLines(typed), ...(runs.length === 0 ? ['No run fits.'] : [])],
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
      `Listed: ${pairFilter}, ${numberText(countPairs(result.run, pairFilter))} of ${numberText(result.run.pairs.length)} ${nounOf(result.run)}s.`,
      ...searchLines(pairField.value),
      ...(pairs.length === 0 ? [spokenText(emptyText(state))] : []),
    ],
    list: {
      noun: `${nounOf(result.run)}s`,
      count: pairs.length,
      name: `${pairFilter} ${pairField.value}`,
      entryAt(index) {
        const pair = pairs[index];
        if (pair === undefined) return { text: '' };
        const names = [...new Set([pair.source, pair.target])].map((id) => personText(state, id));
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

function personText(state: State, id: number): string {
  const user = state.world.byId.get(id);
  const name = plannedName(state, id);
  return user === undefined ? (name === null ? String(id) : `${name} (${id})`) : `${fullName(user)} (${id})`;
}

/** One pair whole, which can be undone by itself. */
export const askPair: Asking = (state) => ({
  lines: pairLines(state).filter((line) => line !== ''),
  commands: [
    {
      letter: 'u',
      label: `undo this ${state.result === null ? 'pair' : nounOf(state.result.run)}`,
      answer: pressing('u'),
    },
  ],
});
