import { visibleText } from '../../model/visible-text.ts';
import { goesBack } from '../logic/run.ts';
import { listedPairs, pairStanding } from '../logic/run-pairs.ts';
import { useLook } from '../look.ts';
import { personText } from '../row-sides.ts';
import { aboutPair } from './about-pair.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** One pair of a run whole: both people, what became of it, when and why. */
export function PairDetail({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const pair = listedPairs(state)[state.pairCursor];
  const run = state.result?.run;
  if (pair === undefined || run === undefined) return null;
  const isBack = goesBack(state, run);
  const person = (id: number) => {
    const user = state.world.byId.get(id);
    return user === undefined ? `${id}, who is not in the store any more` : personText(user);
  };
  const lines = [
    `Run ${run.id}: ${pairStanding(pair)}`,
    '',
    `${isBack ? 'Back to' : 'Source '}  ${person(pair.source)}`,
    `${isBack ? 'From   ' : 'Target '}  ${person(pair.target)}`,
    '',
    aboutPair(pair, run),
  ];
  const text = lines.map((line) => visibleText(line, look)).join('\n');
  return <Pane text={text} at={state.overlayScroll} width={width} height={height} dispatch={dispatch} />;
}
