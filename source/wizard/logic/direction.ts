import { DIRECTIONS, type Direction } from '../../model/pair.ts';
import { matchPairs } from '../../pairs/match-pairs.ts';
import { type Mendings, turnMendings } from '../../pairs/mendings.ts';
import { goOn } from '../navigate.ts';
import { carryingNow } from '../operation.ts';
import type { Reading } from '../preview-state.ts';
import type { State } from '../state.ts';
import type { Logic } from './logic.ts';
import { matchRows } from './preview.ts';

const asDirection = (value: string): Direction => DIRECTIONS.find((each) => each === value) ?? 'from-to';

/** Asking which reading of the file is meant (X1). */
export const directionLogic: Logic = {
  enter: (state) => ({
    ...state,
    leaning: state.direction ?? 'from-to',
    readings: { 'from-to': readAs(state, 'from-to'), 'to-from': readAs(state, 'to-from') },
  }),
  highlight: (state, value) => ({ ...state, leaning: asDirection(value) }),
  choose(state, value) {
    const direction = asDirection(value);
    const mendings = mendingsFor(state, direction);
    // A saved copy has these very cells, whichever way they are read.
    const savedMendings = state.savedMendings === state.mendings ? mendings : state.savedMendings;
    return goOn(matchRows({ ...state, direction, mendings, savedMendings }));
  },
};

/** What was mended are cells of the file: in the other direction they name the other side. */
function mendingsFor({ direction, mendings }: State, wanted: Direction): Mendings {
  return wanted === (direction ?? 'from-to') ? mendings : turnMendings(mendings);
}

function readAs(state: State, direction: Direction): Reading {
  const { byId: users, view } = state.world;
  const operation = carryingNow(state);
  const donePairs = state.world.donePairs[operation];
  const rows = state.file.loaded?.rows ?? [];
  const mendings = mendingsFor(state, direction);
  const matched = matchPairs({ rows, direction, operation, mendings, users, view, donePairs });
  const named = rows.find(({ from, to }) => users.has(Number(from)) && users.has(Number(to)));
  const [from, to] = [Number(named?.from), Number(named?.to)];
  const firstNamed = direction === 'from-to' ? { source: from, target: to } : { source: to, target: from };
  return {
    pairs: matched.pairs.length,
    problems: matched.problems.length,
    suspect: matched.warnings.find(({ code }) => code === 'direction-suspect') ?? null,
    examples: matched.pairs.length > 0 ? matched.pairs.slice(0, 3) : named === undefined ? [] : [firstNamed],
  };
}
