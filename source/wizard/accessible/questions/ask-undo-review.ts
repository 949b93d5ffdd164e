import type { UndoChange } from '../../../model/change.ts';
import { numberText } from '../../../model/number-text.ts';
import type { Plan } from '../../../model/plan.ts';
import { touchedTypes } from '../../logic/touched-types.ts';
import { isCarriedAgain } from '../../logic/undo.ts';
import { tallyOf, UNDO_TABS } from '../../logic/undo-review.ts';
import { changedSince } from '../../screens/changed-since.ts';
import {
  aboutType,
  NOTHING_BACK,
  NUMBERS,
  nounOfPlan,
  sumsOf,
  tabLabel,
  totalsText,
} from '../../screens/undo-review-words.ts';
import { warningLines } from '../../screens/warning-lines.ts';
import type { State } from '../../state.ts';
import { moving, press, pressing } from '../presses.ts';
import type { Asking, Command, Question } from '../question.ts';
import { spokenText } from '../spoken-text.ts';
import { toldWarnings } from './told-warnings.ts';

/** What an undo will put back, all of it: the parts of the plan by number, each read for itself. */
export const askUndoReview: Asking = (state) => {
  const { plan } = state;
  if (plan === null) return { lines: ['There is no plan.'] };
  const counts = [touchedTypes(state).length, plan.pairs.length, plan.totals.changed, plan.warnings.length];
  return {
    facts: toldWarnings(plan.warnings.length === 0 ? [] : warningLines(plan), 'choose Warnings').map(spokenText),
    lines: [`${totalsText(plan, state.accountsBack)}.`],
    list: {
      noun: 'parts',
      count: UNDO_TABS.length,
      entryAt: (index) => ({ text: `${tabText(plan, index)}: ${numberText(counts[index] ?? 0)}` }),
      pick: (index) => ({
        does: [
          ({ reviewTab }) =>
            Array.from({ length: (index - reviewTab + UNDO_TABS.length) % UNDO_TABS.length }, () => press('right')),
        ],
        opens: (now) => askTab(now, index),
      }),
    },
    commands: [{ letter: 'c', label: 'Undo', answer: pressing('enter') }, ...overwriting(state, plan)],
  };
};

function overwriting({ mode }: State, plan: Plan): Command[] {
  const isOverwriting = plan.undoOf?.overwriteChanged === true;
  if (mode !== 'undo' || (tallyOf(plan).overwritable === 0 && !isOverwriting)) return [];
  const label = isOverwriting ? 'leave what changed as it is' : 'overwrite what changed';
  return [{ letter: 'o', label, answer: pressing('o') }];
}

function askTab(state: State, index: number): Question {
  const { plan } = state;
  if (plan === null) return { lines: ['There is no plan.'] };
  const lines = [`${tabText(plan, index)}.`];
  const isAgain = isCarriedAgain(state, plan.undoOf?.run ?? null);
  switch (UNDO_TABS[index]) {
    case 'By type': {
      const types = touchedTypes(state);
      return {
        lines: [...lines, ...(types.length === 0 ? [NOTHING_BACK] : [])],
        list: {
          noun: 'data types',
          count: types.length,
          entryAt(place) {
            const type = types[place];
            if (type === undefined) return { text: '' };
            return {
              text: `${type.label}: ${numbersText(plan.pairs.flatMap(({ undo }) => undo[type.id] ?? []))}. ${aboutType(plan, type)}`,
            };
          },
          pick: (place) => ({ does: [({ scroll }) => [...moving(scroll, place), press('d')]] }),
        },
      };
    }
    case 'Pairs':
      return {
        lines: [...lines, ...(plan.pairs.length === 0 ? [NOTHING_BACK] : [])],
        list: {
          noun: `${nounOfPlan(plan)}s`,
          count: plan.pairs.length,
          entryAt(place) {
            const pair = plan.pairs[place];
            if (pair === undefined) return { text: '' };
            const { source, target, undo } = pair;
            const names = [`${source.name} (${source.id})`, `${target.name} (${target.id})`];
            const who = isAgain ? `Again from ${names.join(' into ')}` : `Back to ${names.join(' from ')}`;
            const whose = source.id === target.id ? names[0] : who;
            return { text: `${whose}: ${numbersText(Object.values(undo))}` };
          },
        },
      };
    case 'Changed since':
      return { lines, reading: told(changedSince(plan, state.world.catalogue, isAgain)) };
    default:
      return { lines, reading: told(warningLines(plan)) };
  }
}

const told = (lines: readonly string[]) => lines.filter((line) => line !== '').map(spokenText);

function tabText(plan: Plan, index: number): string {
  const tab = UNDO_TABS[index];
  return tab === undefined ? '' : tabLabel(plan, tab);
}

/** "9 returned, 2 CHANGED": the numbers that are not zero. */
function numbersText(changes: readonly UndoChange[]): string {
  const sums = sumsOf(changes);
  const words = NUMBERS.flatMap(([, word], place) => (sums[place] === '0' ? [] : [`${sums[place]} ${word}`]));
  return words.join(', ') || 'nothing';
}
