import { goesBack } from '../logic/run.ts';
import { listedPairs, pairStanding } from '../logic/run-pairs.ts';
import { plannedName } from '../planned-name.ts';
import { personText } from '../row-sides.ts';
import type { State } from '../state.ts';
import { aboutPair } from './about-pair.ts';
import { doneLines } from './done-lines.ts';

/** The pair under the cursor of a run's list: both people, what became of it, when and why, and what was done. */
export function pairLines(state: State): string[] {
  const pair = listedPairs(state)[state.pairCursor];
  const run = state.result?.run;
  if (pair === undefined || run === undefined) return [];
  const isBack = goesBack(state, run);
  const person = (id: number) => {
    const user = state.world.byId.get(id);
    const name = plannedName(state, id);
    return user === undefined
      ? `${id}${name === null ? '' : ` ${name}`}, who is not in the store any more`
      : personText(user);
  };
  return [
    `Run ${run.id}: ${pairStanding(pair)}`,
    '',
    ...(pair.source === pair.target
      ? [`Person   ${person(pair.source)}`]
      : [
          `${isBack ? 'Back to' : 'Source '}  ${person(pair.source)}`,
          `${isBack ? 'From   ' : 'Target '}  ${person(pair.target)}`,
        ]),
    '',
    aboutPair(pair, run),
    ...doneLines(pair, state),
  ];
}
