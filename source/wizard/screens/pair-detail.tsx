import { visibleText } from '../../model/visible-text.ts';
import { useLook } from '../look.ts';
import { pairLines } from './pair-lines.ts';
import { Pane } from './pane.tsx';
import type { ScreenProps } from './screen.ts';

/** One pair of a run whole: both people, what became of it, when and why. */
export function PairDetail({ state, width, height, dispatch }: ScreenProps) {
  const look = useLook();
  const text = pairLines(state)
    .map((line) => visibleText(line, look))
    .join('\n');
  return <Pane text={text} at={state.overlayScroll} width={width} height={height} dispatch={dispatch} />;
}
